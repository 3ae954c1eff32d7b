import { describe, expect, it } from 'vitest';
import { OneByOne } from './one-by-one.ts';

describe('turns', () => {
  it('come one after the other on one board, also after a failure, and side by side on two', async () => {
    const turns = new OneByOne();
    const said: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = turns.take('a', async () => {
      said.push('a1 begins');
      await gate.promise;
      said.push('a1 ends');
      throw new Error('broken');
    });
    const second = turns.take('a', async () => void said.push('a2'));
    await turns.take('b', async () => void said.push('b1'));
    gate.resolve();
    await expect(first).rejects.toThrow('broken');
    await second;
    expect(said).toEqual(['a1 begins', 'b1', 'a1 ends', 'a2']);
  });
});
