import { expect, test } from 'vitest';
import { CLOSE_REASONS, closeReasonForFrame, closeReasonOf, mayReconnect } from './close-codes.ts';

test('[CLOSE1] a reason is final exactly when its code lies in 4400-4499', () => {
  for (const [reason, { code, retry }] of Object.entries(CLOSE_REASONS)) {
    expect(retry, reason).toBe(code < 4400 || code > 4499);
    expect(closeReasonOf(code), reason).toBe(reason);
    expect(mayReconnect(code), reason).toBe(retry);
  }
});

test('[CLOSE1] an unknown code follows the range it lies in', () => {
  expect(closeReasonOf(1006)).toBeNull();
  expect([1000, 1006, 4399, 4500].map(mayReconnect)).toEqual([true, true, true, true]);
  expect([4402, 4499].map(mayReconnect)).toEqual([false, false]);
});

test('[CLOSE2] an unreadable frame closes as too large or as malformed', () => {
  expect(closeReasonForFrame('too-large')).toBe('too-large');
  expect(closeReasonForFrame('truncated')).toBe('malformed');
});
