import { expect, it } from 'vitest';
import { watchTyping } from './lost-typing.ts';

it('takes keys for words as long as somebody types on after their field has gone', () => {
  const typing = watchTyping();
  const field = { isConnected: true };
  expect(typing.isLost(0)).toBe(false);
  typing.typed(field, 100);
  expect(typing.isLost(200)).toBe(false);
  field.isConnected = false;
  expect([1000, 2400, 3800].map((at) => typing.isLost(at))).toEqual([true, true, true]);
  expect(typing.isLost(5400)).toBe(false);
});

it('takes a key for a command when the field went long ago', () => {
  const typing = watchTyping();
  typing.typed({ isConnected: false }, 100);
  expect(typing.isLost(1700)).toBe(false);
});
