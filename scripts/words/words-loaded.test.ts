import { FIRST_SECTIONS } from '@coherence/words/browser';
import { expect, test } from 'vitest';
import { GRID_PATH } from '../size/first-path.ts';
import { comesAlong, everyKey, resolveImport, sectionsSaid, spokenSources } from './sources.ts';

const ENTRY = 'apps/web/src/main.tsx';

const sources = spokenSources();
/** Come with an answer that refuses: see `apps/web/src/live/server/api.ts`. */
const WITH_ANSWERS = ['server'];

const later = everyKey().filter(
  (key) => ![...FIRST_SECTIONS, ...WITH_ANSWERS].includes(key.split('.')[0] ?? ''),
);
/** Sections that a file and all it brings along say, but for those of the first load. */
const saidWith = (path: string) => sectionsSaid(comesAlong(path, sources), later);

const parts = [...sources.values()]
  .filter(({ path }) => path.startsWith('apps/web/'))
  .flatMap(({ path, parts }) =>
    parts.map((part) => ({
      ...part,
      at: `${path}:${part.line}`,
      file: resolveImport(path, part.specifier) ?? '',
    })),
  );

test.each([ENTRY, ...GRID_PATH.map((path) => `apps/web/${path}`)])(
  '%s, of the first load, says words of the first load alone',
  (path) => {
    expect(comesAlong(path, sources).length).toBeGreaterThan(1);
    expect(saidWith(path)).toEqual([]);
  },
);

test('a part that is loaded on demand comes with the sections it says, and no other', () => {
  expect(parts.length).toBeGreaterThan(40);
  const wrong = parts
    .map(({ at, file, sections }) => ({ at, has: sections.toSorted(), says: saidWith(file) }))
    .filter(({ has, says }) => has.join() !== says.join());
  expect(wrong).toEqual([]);
});
