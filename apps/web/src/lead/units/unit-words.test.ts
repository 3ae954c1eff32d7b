import type { Meta } from '@coherence/board';
import { t } from '@coherence/words';
import '@coherence/words/testing';
import { expect, test } from 'vitest';

const WORDS = {
  unit: 'units',
  office: 'offices',
  division: 'divisions',
  department: 'departments',
  school: 'schools',
} as const satisfies Record<Meta['unitWord'], string>;

test.each(Object.entries(WORDS))('a board of %s is told in that word, one or several', (word, many) => {
  expect(t('join.unit', { word })).toBe(`Your ${word}`);
  expect([1, 2].map((n) => t('units.count', { n, word }))).toEqual([`1 ${word}`, `2 ${many}`]);
});
