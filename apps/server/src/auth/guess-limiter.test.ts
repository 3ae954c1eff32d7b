import { describe, expect, it } from 'vitest';
import { GuessLimiter } from './guess-limiter.ts';

const wrong = async () => null;
const right = async () => 'board';

/** Guesses that many different wrong codes, all at once; answers how many were looked up. */
async function guess(limiter: GuessLimiter, address: string, times: number): Promise<number> {
  const codes = Array.from({ length: times }, (_, index) => `WRONG${index}`);
  const answers = await Promise.all(codes.map((code) => limiter.guess(address, code, wrong)));
  return answers.filter((answer) => answer === null).length;
}

describe('guessing codes', () => {
  it('is slow from one address and bounded from all together, also when all come at once', async () => {
    let now = 0;
    const limiter = new GuessLimiter(() => now);
    expect(await guess(limiter, 'one', 100)).toBe(30);
    now += 60_000;
    expect(await guess(limiter, 'one', 100)).toBe(12);
    let everywhere = 0;
    for (let index = 0; index < 100; index += 1) everywhere += await guess(limiter, `bot${index}`, 30);
    expect(everywhere).toBeLessThanOrEqual(300);
  });

  it('costs nothing when it is right, for however many at once behind one address', async () => {
    const limiter = new GuessLimiter(() => 0);
    for (const code of ['KMPQ23', 'ABCDEF']) {
      const room = Array.from({ length: 400 }, () => limiter.guess('hotel', code, right));
      expect(new Set(await Promise.all(room))).toEqual(new Set(['board']));
    }
    expect(await guess(limiter, 'hotel', 100)).toBe(30);
  });

  it('is paid for once when the same wrong code is typed by many at once, and when looking it up fails', async () => {
    const limiter = new GuessLimiter(() => 0);
    const room = Array.from({ length: 400 }, () => limiter.guess('hotel', 'TYPO22', wrong));
    expect(new Set(await Promise.all(room))).toEqual(new Set([null]));
    const failing = limiter.guess('hotel', 'KMPQ23', () => Promise.reject(new Error('the store is gone')));
    await expect(failing).rejects.toThrow('the store is gone');
    expect(await guess(limiter, 'hotel', 100)).toBe(28);
  });

  it('does not shut out the people who share an address with a guesser', async () => {
    const limiter = new GuessLimiter(() => 0);
    await limiter.guess('hotel', 'KMPQ23', right);
    await guess(limiter, 'hotel', 1_000);
    expect(await limiter.guess('hotel', 'KMPQ23', right)).toBe('board');
    expect(await limiter.guess('hotel', 'ABCDEF', right)).toBe('too-many');
    expect(await limiter.guess('elsewhere', 'ABCDEF', right)).toBe('board');
  });
});
