import { expect, test } from 'vitest';
import { laterPart } from './later-part.ts';

const once = <Part>(load: () => Promise<Part>): Promise<Part> => load();

test('a later part is fetched once for all that wait for it, and held from then on', async () => {
  let loads = 0;
  const part = laterPart(async () => `part ${(loads += 1)}`, once);
  expect(part.held()).toBeNull();
  expect(await Promise.all([part.fetch(), part.fetch()])).toEqual(['part 1', 'part 1']);
  expect([part.held(), await part.fetch(), loads]).toEqual(['part 1', 'part 1', 1]);
});

test('a later part that the server does not have is null, and is asked for again the next time', async () => {
  let loads = 0;
  const part = laterPart(async () => {
    loads += 1;
    if (loads === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return 'the part';
  }, once);
  expect([await part.fetch(), part.held()]).toEqual([null, null]);
  expect([await part.fetch(), part.held()]).toEqual(['the part', 'the part']);
});
