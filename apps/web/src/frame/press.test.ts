import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { afterPress, watchPresses } from './press.ts';

const page = new EventTarget();
const happened: string[] = [];

beforeAll(() => watchPresses(page));
beforeEach(() => {
  happened.length = 0;
});

test('without a press what follows is done at once', () => {
  afterPress(() => happened.push('closed'));
  expect(happened).toEqual(['closed']);
});

test.each(['mouseup', 'dragend', 'pointercancel'])(
  '[PRESS1] closes only after the click of %s',
  async (end) => {
    page.dispatchEvent(new Event('mousedown'));
    afterPress(() => happened.push('closed'));
    page.dispatchEvent(new Event(end));
    happened.push('clicked');
    await vi.waitFor(() => expect(happened).toEqual(['clicked', 'closed']));
  },
);

test('[PRESS1] a window that loses the focus during a press ends the press', () => {
  page.dispatchEvent(new Event('mousedown'));
  afterPress(() => happened.push('closed'));
  expect(happened).toEqual([]);
  page.dispatchEvent(new Event('blur'));
  expect(happened).toEqual(['closed']);
});
