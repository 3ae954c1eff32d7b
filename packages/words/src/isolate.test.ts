import { expect, it } from 'vitest';
import { addCatalog, say } from './translate.ts';

const RTL = 'معلمون (3 من 5).';

it('[LETTER5] words from right to left in a sentence keep to themselves, each of several, and others are left alone', () => {
  addCatalog('en', 'isolate', { ends: ['More ', ['from'], ' leads to more ', ['to']] });
  expect(say('en', 'isolate.ends', { from: 'Trust', to: 'Núñez 李' })).toBe(
    'More Trust leads to more Núñez 李',
  );
  expect(say('en', 'isolate.ends', { from: RTL, to: 'Trust' })).toBe(
    `More \u2068${RTL}\u2069 leads to more Trust`,
  );
  expect(say('en', 'isolate.ends', { from: RTL, to: 'אמון' })).toBe(
    `More \u2068${RTL}\u2069 leads to more \u2068אמון\u2069`,
  );
  expect(say('en', 'isolate.ends', { from: 'Ana \u202eyran', to: 'x' })).toContain(
    '\u2068Ana \u202eyran\u2069 leads',
  );
});
