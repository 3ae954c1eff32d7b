import { describe, expect, it } from 'vitest';
import { Pairings } from './pairing.ts';

describe('pairing a second device', () => {
  it('works once, on its own board, for a short time', () => {
    let now = 0;
    const pairings = new Pairings(() => now);
    const first = pairings.start('b1', 'dana')?.pair ?? '';
    expect(pairings.redeem('b2', first)).toBe('unknown');
    expect(pairings.redeem('b1', first)).toEqual({ participant: 'dana' });
    expect(pairings.redeem('b1', first)).toBe('unknown');
    const second = pairings.start('b1', 'dana')?.pair ?? '';
    now += 3 * 60_000;
    expect(pairings.redeem('b1', second)).toBe('unknown');
  });

  it('is not for guessing', () => {
    const pairings = new Pairings(() => 0);
    const shown = pairings.start('b1', 'dana')?.pair ?? '';
    const wrong = shown === '0000' ? '0001' : '0000';
    const answers = Array.from({ length: 30 }, () => pairings.redeem('b1', wrong));
    expect(answers.filter((one) => one === 'unknown')).toHaveLength(20);
    expect(pairings.redeem('b1', shown)).toBe('too-many');
  });
});
