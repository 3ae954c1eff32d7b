import { readSnapshot } from '@coherence/board';
import { expect, it, vi } from 'vitest';
import type { Material, Thought } from '../material.ts';
import { pretendOnBoard } from '../testing/on-board.ts';
import { meet } from './meet.ts';

const SAYS: readonly Thought[] = [
  { row: 'interfering', column: 'roles', wordings: ['Nobody knows who decides'] },
  { row: 'integrative', column: 'roles', wordings: ['One coach for two offices'] },
];
const [INTERFERING, INTEGRATIVE] = ['Nobody knows who decides', 'One coach for two offices'] as const;
const MATERIAL: Material = {
  thoughts: SAYS,
  pairs: [{ from: INTEGRATIVE, to: INTERFERING, polarity: '-' }],
};
const ALL_AT_ONCE = { material: MATERIAL, says: SAYS, seed: 1, speed: Infinity } as const;

it('what a person has to say is written into its cells, then charted and linked as it belongs together', async () => {
  const { board, pretend } = pretendOnBoard();
  const leaving = new AbortController();
  const { written, over } = meet(pretend, { ...ALL_AT_ONCE, steps: 'map', signal: leaving.signal });
  await written;
  const { factors } = readSnapshot(board.doc);
  expect(factors.map(({ text, cell }) => [text, cell?.[0], cell?.[1]]).toSorted()).toEqual([
    [INTERFERING, 'interfering', 'roles'],
    [INTEGRATIVE, 'integrative', 'roles'],
  ]);
  await vi.waitUntil(() => readSnapshot(board.doc).influences.length > 0, 20_000);
  leaving.abort();
  await over;
  const map = new Map(readSnapshot(board.doc).factors.map(({ id, text, pos }) => [text, { id, pos }]));
  const [above, below] = [map.get(INTERFERING), map.get(INTEGRATIVE)];
  expect(above?.pos?.[1]).toBeLessThan(below?.pos?.[1] ?? 0);
  const [link] = readSnapshot(board.doc).influences;
  expect([link?.from, link?.to, link?.polarity]).toEqual([below?.id, above?.id, '-']);
});

it('where the grid alone is filled, nothing comes onto the map; the end leaves no half sentence', async () => {
  const { board, pretend } = pretendOnBoard();
  const leaving = new AbortController();
  const show: typeof pretend.show = ({ editing = null }) => editing !== null && leaving.abort();
  const { over } = meet({ ...pretend, show }, { ...ALL_AT_ONCE, steps: 'grid', signal: leaving.signal });
  await over;
  const { factors } = readSnapshot(board.doc);
  expect(factors.map(({ text, pos }) => [text, pos])).toEqual([[INTERFERING, null]]);
});
