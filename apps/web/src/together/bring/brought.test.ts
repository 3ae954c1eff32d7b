import { describe, expect, it } from 'vitest';
import { answerTo } from './brought.ts';

const bring = { view: 'map', target: null, at: 100 };
const called = { bring, seen: 50, isTyping: false, stays: false };

describe('being called to come', () => {
  it('moves once', () => {
    expect(answerTo(called)).toBe('go');
    expect(answerTo({ ...called, seen: 100 })).toBe('nothing');
    expect(answerTo({ ...called, bring: null })).toBe('nothing');
  });

  it('never moves who is typing or chose to stay, but offers the way', () => {
    expect(answerTo({ ...called, isTyping: true })).toBe('offer');
    expect(answerTo({ ...called, stays: true })).toBe('offer');
  });
});
