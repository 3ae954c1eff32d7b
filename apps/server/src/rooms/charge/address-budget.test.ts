import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { ADDRESS_SHARE, LITTLE_BURST_MS } from './charge-limits.ts';
import { WorkLedger } from './work-ledger.ts';

/** `people` of one address who work as much as they are let, for `seconds`; answers the ms they got in the last of them. */
async function working(people: number, seconds: number, isBusyElsewhere: boolean): Promise<number> {
  const clock = new ManualClock();
  const ledger = new WorkLedger(clock, () => 0);
  const greedy = Array.from({ length: people }, (_, index) => ledger.person(`g${index}`, '192.0.2.1'));
  const other = ledger.person('other', '198.51.100.1');
  let got = 0;
  for (let ms = 0; ms < seconds * 1_000; ms += 100) {
    if (ms === (seconds - 10) * 1_000) got = 0;
    if (isBusyElsewhere) other.charge(1);
    for (const budget of greedy) {
      if (budget.isHeld) continue;
      budget.charge(10);
      got += 10;
    }
    await clock.advance(100);
  }
  return got / 10;
}

describe('[CHARGE6] the people of one address', () => {
  it('use a share of the loop together while a person elsewhere needs it', async () => {
    expect(await working(30, 60, true)).toBeLessThan(ADDRESS_SHARE * 1_000 * 1.5);
  });

  it('use what each of them may where no other person does', async () => {
    expect(await working(30, 60, false)).toBeGreaterThan(2_000);
  });

  it('who use little do not wait for a neighbour who uses much', async () => {
    const clock = new ManualClock();
    const ledger = new WorkLedger(clock, () => 0);
    const [little, elsewhere] = [ledger.person('little', '192.0.2.1'), ledger.person('e', '198.51.100.1')];
    const greedy = Array.from({ length: 30 }, (_, index) => ledger.person(`g${index}`, '192.0.2.1'));
    for (const budget of greedy) budget.charge(LITTLE_BURST_MS);
    elsewhere.charge(1);
    for (const budget of greedy) budget.charge(1);
    little.charge(5);
    expect([little.isHeld, greedy.every((budget) => budget.isHeld)]).toEqual([false, true]);
  });
});
