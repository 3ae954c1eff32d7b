import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('[SHARE36] a thousand joins of one board run a few at a time, and a room beside them takes every second turn', async () => {
  const turns = new Turns(4);
  const done: string[] = [];
  let [running, most] = [0, 0];
  const join = (address: string, board: string) =>
    turns.run([address, board], async () => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      done.push(board);
    });
  const flood = Array.from({ length: 1_000 }, () => join('nat', 'flood'));
  const room = Array.from({ length: 45 }, () => join('nat', 'room'));
  await Promise.all(room);
  expect(most).toBe(4);
  expect(done.filter((board) => board === 'flood').length).toBeLessThan(60);
  await Promise.all(flood);
  expect(done).toHaveLength(1_045);
});

it('a piece that fails gives its place on', async () => {
  const turns = new Turns(1);
  const broken = turns.run(['a'], () => Promise.reject(new Error('no')));
  const next = turns.run(['a'], async () => 'done');
  await expect(broken).rejects.toThrow('no');
  expect(await next).toBe('done');
});
