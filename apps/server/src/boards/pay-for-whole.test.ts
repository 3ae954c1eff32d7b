import { addFactors } from '@coherence/board';
import { expect, it } from 'vitest';
import { ApiError } from '../errors.ts';
import { key, openHarness, openRegistry } from '../rooms/testing/room-harness.ts';
import { localHosts } from './board-host.ts';
import { payForWhole } from './pay-for-whole.ts';

it('[SHARE24] a board that no person has open costs by its size, too, and is opened only for who may use it', async () => {
  const { clock, room, storage } = await openHarness();
  const texts = Array.from({ length: 100 }, () => 'x'.repeat(200));
  const edited = room.edit((doc) => addFactors(doc, { texts }, { unit: null }));
  await clock.advance(100);
  await edited;
  const boardHost = localHosts(openRegistry(storage, clock));
  const board = { id: key.board, code: '', generation: key.generation, createdAt: 0 };
  const paid: unknown[] = [];
  const shares = { mayUseWhole() {}, usesWhole: (...charged: unknown[]) => void paid.push(charged) };
  const refusing = {
    ...shares,
    mayUseWhole: () => {
      throw new ApiError('too-often');
    },
  };
  await expect(payForWhole({ boardHost, shares: refusing }, board, 'here')).rejects.toMatchObject({
    code: 'too-often',
  });
  expect([boardHost(board.id).open(key), paid]).toEqual([null, []]);
  await payForWhole({ boardHost, shares }, board, 'here', 3);
  expect(paid).toEqual([[board.id, 'here', boardHost(board.id).open(key)?.size().bytes, 3]]);
  expect(boardHost(board.id).open(key)?.size().bytes).toBeGreaterThan(100 * 200);
});
