import { expect, test } from 'vitest';
import { CLOSE_REASONS, closeReasonForFrame, closeReasonOf } from './close-codes.ts';

test('[CLOSE1] a reason is final exactly when its code lies in 4400-4499', () => {
  for (const [reason, { code, retry }] of Object.entries(CLOSE_REASONS)) {
    expect(retry, reason).toBe(code < 4400 || code > 4499);
    expect(closeReasonOf(code), reason).toBe(reason);
  }
});

test('[CLOSE1] a code that is not ours has no reason', () => {
  expect([1000, 1006, 4402].map(closeReasonOf)).toEqual([null, null, null]);
});

test('[CLOSE2] an unreadable frame closes as too large or as malformed', () => {
  expect(closeReasonForFrame('too-large')).toBe('too-large');
  expect(closeReasonForFrame('truncated')).toBe('malformed');
});
