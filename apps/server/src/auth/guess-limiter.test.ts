import { describe, expect, it } from 'vitest';
import { GuessLimiter } from './guess-limiter.ts';
import type { LookUps } from './guess-limiter.ts';

const none = async () => null;
const board = async () => 'board';
const wrong: LookUps<string> = { all: none, open: none };
/** A board on which no person is. */
const right: LookUps<string> = { all: board, open: none };
/** A board on which a person is. */
const open: LookUps<string> = { all: board, open: board };

/** Guesses that many different wrong codes, all at once; answers how many were looked up among all boards. */
async function guess(limiter: GuessLimiter, address: string, times: number): Promise<number> {
  const codes = Array.from({ length: times }, (_, index) => `WRONG${index}`);
  const answers = await Promise.all(codes.map((code) => limiter.guess(address, code, wrong)));
  return answers.filter((answer) => answer === null).length;
}

describe('guessing codes', () => {
  it('[SHARE41] is slow from one address and bounded from all together, also when all come at once', async () => {
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
    const gone = () => Promise.reject(new Error('the store is gone'));
    const failing = limiter.guess('hotel', 'KMPQ23', { all: gone, open: gone });
    await expect(failing).rejects.toThrow('the store is gone');
    expect(await guess(limiter, 'hotel', 100)).toBe(28);
  });

  it('[SHARE42] does not shut out those who share an address with a guesser: codes known there, and rooms open now', async () => {
    let now = 0;
    const limiter = new GuessLimiter(() => now);
    await limiter.guess('hotel', 'KMPQ23', right);
    limiter.knows('hotel', 'FACILI');
    await guess(limiter, 'hotel', 1_000);
    for (const code of ['KMPQ23', 'FACILI']) expect(await limiter.guess('hotel', code, right)).toBe('board');
    // The guesser has used up what the address may try among open rooms, and goes on.
    expect(await limiter.guess('hotel', 'ABCDEF', open)).toBe('too-many');
    now += 200;
    expect(await limiter.guess('hotel', 'ABCDEF', open)).toBe('board');
    for (let person = 0; person < 300; person += 1)
      expect(await limiter.guess('hotel', 'ABCDEF', open)).toBe('board');
  });

  it('[SHARE42] a crowd of guessers everywhere keeps no room that is open from joining at a new address', async () => {
    const limiter = new GuessLimiter(() => 0);
    for (let bot = 0; bot < 50; bot += 1) await guess(limiter, `192.0.2.${bot}`, 300);
    expect(await limiter.guess('hotel', 'ABCDEF', open)).toBe('board');
    expect(await limiter.guess('elsewhere', 'QRSTUV', right)).toBe('too-many');
  });

  it('[SHARE41] past the limits tells nothing of boards on which no person is, and of open ones only so often', async () => {
    const limiter = new GuessLimiter(() => 0);
    const looked = { all: 0, open: 0 };
    const counting: LookUps<string> = {
      all: async () => ((looked.all += 1), null),
      open: async () => ((looked.open += 1), null),
    };
    for (let network = 0; network < 1_000; network += 1)
      for (let code = 0; code < 10; code += 1)
        await limiter.guess(`2001:db8:1:${network.toString(16)}::/64`, `CODE${code}`, counting);
    expect(looked.all).toBe(300);
    // 65,536 networks of one site are one site.
    expect(looked.open).toBeLessThanOrEqual(303);
  });
});
