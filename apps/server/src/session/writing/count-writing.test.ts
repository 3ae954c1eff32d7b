import { describe, expect, it } from 'vitest';
import { countWriting } from './count-writing.ts';

describe('[COUNT1] counts', () => {
  it('are sums by unit, and name no unit that gave nothing', () => {
    const writing = countWriting([
      { unit: 'si', drafts: 3, done: true },
      { unit: 'si', drafts: 1, done: false },
      { unit: 'fp', drafts: 0, done: true },
      { unit: '', drafts: 2, done: false },
      { unit: 'tl', drafts: 0, done: false },
    ]);
    expect(writing).toEqual({ drafts: { si: 4, '': 2 }, people: { si: 2, '': 1 }, done: { si: 1, fp: 1 } });
  });
});
