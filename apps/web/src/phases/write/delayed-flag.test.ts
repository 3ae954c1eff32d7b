import { describe, expect, it } from 'vitest';
import { startDelayed } from './delayed-flag.ts';
import type { After } from './delayed-flag.ts';

/** Time that passes when the test says so. */
function clock() {
  let now = 0;
  const due = new Map<() => void, number>();
  const after: After = (ms, work) => {
    due.set(work, now + ms);
    return () => void due.delete(work);
  };
  const pass = (ms: number) => {
    now += ms;
    for (const [work, at] of due) {
      if (at > now) continue;
      due.delete(work);
      work();
    }
  };
  return { after, pass };
}

describe('a note that waits after the reveal', () => {
  it('is asked about only once it has waited without a break', () => {
    const { after, pass } = clock();
    const told: boolean[] = [];
    const end = startDelayed(2_000, after, (flag) => void told.push(flag));
    pass(1_999);
    expect(told).toEqual([]);
    pass(1);
    expect(told).toEqual([true]);
    pass(60_000);
    expect(told).toEqual([true]);
    end();
    expect(told).toEqual([true, false]);
  });

  it('is never asked about when it went to the board in time, nor by the wait before a break', () => {
    const { after, pass } = clock();
    const told: boolean[] = [];
    const tell = (flag: boolean) => void told.push(flag);
    startDelayed(2_000, after, tell)();
    pass(1_500);
    const end = startDelayed(2_000, after, tell);
    pass(1_999);
    expect(told).not.toContain(true);
    end();
    pass(60_000);
    expect(told).not.toContain(true);
  });
});
