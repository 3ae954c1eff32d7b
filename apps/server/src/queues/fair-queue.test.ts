import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

/** Works off what waits; each piece takes the number at its end. */
function workOff(queue: FairQueue<string>, pieces = Infinity): string[] {
  const done: string[] = [];
  for (let next = queue.shift(); next !== null; next = done.length < pieces ? queue.shift() : null) {
    done.push(next.work);
    queue.spend(next.path, Number(next.work.split(' ').at(-1)));
  }
  return done;
}

describe('the queue for files', () => {
  it('[SHARE27] a hundred files of one address do not keep a neighbour waiting, who came last', () => {
    const queue = new FairQueue<string>();
    for (let index = 0; index < 100; index += 1) queue.push(['a', 'board', 'x'], `greedy ${index} 1000`);
    const first = queue.shift();
    for (let index = 0; index < 3; index += 1) queue.push(['b', 'other', 'y'], `honest ${index} 100`);
    queue.spend(first?.path ?? [], 1_000);
    expect(workOff(queue, 4).filter((one) => one.startsWith('honest'))).toHaveLength(3);
    expect(queue.sizeAt(['a'])).toBe(98);
  });

  it('[SHARE27] behind one address boards take turns, and people within a board', () => {
    const queue = new FairQueue<string>();
    for (let index = 0; index < 20; index += 1) queue.push(['nat', 'greedy', 'x'], `greedy ${index} 10`);
    for (const person of ['ann', 'bob', 'cy']) {
      queue.push(['nat', 'class', person], `${person} first 10`);
      queue.push(['nat', 'class', person], `${person} second 10`);
    }
    const order = workOff(queue, 8);
    expect(order.filter((one) => one.startsWith('greedy'))).toHaveLength(4);
    expect(order.filter((one) => one.includes('first'))).toHaveLength(3);
  });

  it('nobody saves up turns by staying away, and nothing is kept of who left', () => {
    const queue = new FairQueue<string>();
    for (let index = 0; index < 6; index += 1) queue.push(['a', '', ''], `a ${index} 10`);
    workOff(queue, 3);
    for (let index = 0; index < 6; index += 1) queue.push(['b', '', ''], `b ${index} 10`);
    expect(workOff(queue, 4).filter((one) => one.startsWith('b'))).toHaveLength(2);
    expect(queue.clear()).toHaveLength(5);
    expect([queue.size, queue.sizeAt(['a'])]).toEqual([0, 0]);
  });
});
