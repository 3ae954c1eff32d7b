import { describe, expect, it } from 'vitest';
import { GuessLimiter } from './guess-limiter.ts';

function guess(limiter: GuessLimiter, address: string, times: number): number {
  let tried = 0;
  for (let count = 0; count < times; count += 1) {
    if (!limiter.mayTry(address, 'WRONG2')) continue;
    limiter.wrong(address);
    tried += 1;
  }
  return tried;
}

describe('guessing codes', () => {
  it('is slow from one address and bounded from all together', () => {
    let now = 0;
    const limiter = new GuessLimiter(() => now);
    expect(guess(limiter, 'one', 100)).toBe(30);
    now += 60_000;
    expect(guess(limiter, 'one', 100)).toBe(12);
    let everywhere = 0;
    for (let index = 0; index < 100; index += 1) everywhere += guess(limiter, `bot${index}`, 30);
    expect(everywhere).toBeLessThanOrEqual(300);
  });

  it('does not shut out the people who share an address with a guesser', () => {
    const limiter = new GuessLimiter(() => 0);
    limiter.right('hotel', 'KMPQ23');
    guess(limiter, 'hotel', 1_000);
    expect(limiter.mayTry('hotel', 'KMPQ23')).toBe(true);
    expect(limiter.mayTry('hotel', 'ABCDEF')).toBe(false);
    expect(limiter.mayTry('elsewhere', 'ABCDEF')).toBe(true);
  });
});
