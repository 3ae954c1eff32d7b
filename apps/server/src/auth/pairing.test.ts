import { describe, expect, it } from 'vitest';
import { Pairings } from './pairing.ts';

const HOME = '192.0.2.1';
const AWAY = '198.51.100.1';

function guess(pairings: Pairings, { times = 30, from = AWAY, digits = 6 } = {}): string[] {
  return Array.from({ length: times }, (_, index) =>
    String(pairings.redeem('b1', String(index).padStart(digits, 'x'), from)),
  );
}
const pairOf = (pairings: Pairings, who = 'dana') => pairings.start('b1', who, HOME)?.pair ?? '';

describe('pairing a second device', () => {
  it('works once, on its own board, for a short time', () => {
    let now = 0;
    const pairings = new Pairings(() => now);
    const first = pairOf(pairings);
    expect(first).toMatch(/^\d{6}$/);
    expect(pairings.redeem('b2', first, HOME)).toBe('unknown');
    expect(pairings.redeem('b1', first, HOME)).toEqual({ participant: 'dana' });
    expect(pairings.redeem('b1', first, HOME)).toBe('unknown');
    const second = pairOf(pairings);
    now += 3 * 60_000;
    expect(pairings.redeem('b1', second, HOME)).toBe('unknown');
  });

  it('[SHARE43] is not for guessing, however many addresses guess', () => {
    const pairings = new Pairings(() => 0);
    const shown = pairOf(pairings);
    expect(guess(pairings).filter((one) => one === 'unknown')).toHaveLength(23);
    expect(pairings.redeem('b1', shown, AWAY)).toBe('too-many');
    expect(guess(pairings, { from: '203.0.113.9' }).filter((one) => one === 'unknown')).toHaveLength(3);
    expect(guess(pairings, { from: HOME, times: 500 }).filter((one) => one === 'unknown')).toHaveLength(200);
  });

  it('[SHARE43] who guesses keeps no other person from pairing: not where the code is shown, nor elsewhere', () => {
    const pairings = new Pairings(() => 0);
    const [dana, ray] = [pairOf(pairings), pairOf(pairings, 'ray')];
    guess(pairings, { times: 1_000 });
    expect(pairings.redeem('b1', dana, HOME)).toEqual({ participant: 'dana' });
    expect(pairings.redeem('b1', ray, '203.0.113.9')).toEqual({ participant: 'ray' });
  });

  it('[SHARE43] in the same room as the guesser, newly shown numbers are longer, and work', () => {
    const pairings = new Pairings(() => 0);
    const shown = pairOf(pairings);
    guess(pairings, { from: HOME, times: 1_000 });
    expect(pairings.redeem('b1', shown, HOME)).toBe('too-many');
    const longer = pairOf(pairings);
    expect(longer).toMatch(/^\d{8}$/);
    expect(pairings.redeem('b1', longer, HOME)).toEqual({ participant: 'dana' });
    const again = pairOf(pairings);
    expect(
      guess(pairings, { from: AWAY, times: 500, digits: 8 }).filter((one) => one === 'unknown'),
    ).toHaveLength(300);
    expect(pairings.redeem('b1', again, HOME)).toEqual({ participant: 'dana' });
  });
});
