import { expect, test } from 'vitest';
import { growsUnseen } from './fold-unseen.ts';

test('a list that goes on below its end grows without moving', () => {
  expect(growsUnseen({ scrollTop: 0, scrollHeight: 900, clientHeight: 500 }, 216)).toBe(true);
  expect(growsUnseen({ scrollTop: 184, scrollHeight: 900, clientHeight: 500 }, 216)).toBe(true);
});

test('one that ends, or is scrolled to its end, would move', () => {
  expect(growsUnseen({ scrollTop: 0, scrollHeight: 500, clientHeight: 500 }, 216)).toBe(false);
  expect(growsUnseen({ scrollTop: 185, scrollHeight: 900, clientHeight: 500 }, 216)).toBe(false);
});
