import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { PersonRates } from './person-rates.ts';
import { BYTES_BURST, MESSAGES_BURST, MESSAGES_PER_SECOND } from './share-limits.ts';

it('[SHARE5] all tabs of one person pay from one allowance, others from their own', () => {
  const rates = new PersonRates(new ManualClock());
  const tabs = Array.from({ length: 40 }, () => rates.of('ann'));
  let free = 0;
  while (tabs[free % 40]?.pay(1, 10) === 0) free += 1;
  expect(free).toBe(MESSAGES_BURST);
  expect(rates.of('bob').pay(1, 10)).toBe(0);
});

it('[SHARE5] reconnecting brings nothing, waiting does', async () => {
  const clock = new ManualClock();
  const rates = new PersonRates(clock);
  rates.of('ann').pay(1, BYTES_BURST * 2);
  rates.sweep();
  expect(rates.of('ann').pay(1, 1)).toBeGreaterThan(10_000);
  await clock.advance(60_000);
  rates.sweep();
  expect(rates.of('ann').pay(MESSAGES_PER_SECOND, 1)).toBe(0);
});
