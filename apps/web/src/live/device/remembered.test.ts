import { describe, expect, test, vi } from 'vitest';
import { memoryStore } from '../outbox/memory-store.ts';
import { asJson, remembered, type Codec } from './remembered.ts';

const WORDS: Codec<string> = {
  read: (kept) => kept ?? 'none',
  write: (words) => (words === '' ? null : words),
};

describe('a remembered value', () => {
  test('is there after a reload, under its own key only', () => {
    const store = memoryStore();
    remembered('a', WORDS, store).set('words');
    expect(remembered('a', WORDS, store).getSnapshot()).toBe('words');
    expect(remembered('b', WORDS, store).getSnapshot()).toBe('none');
  });

  test('that needs no keeping leaves nothing behind', () => {
    const store = memoryStore();
    const value = remembered('a', WORDS, store);
    value.set('words');
    value.set('');
    expect(value.getSnapshot()).toBe('');
    expect(store.values.size).toBe(0);
  });

  test('tells its listeners of a change until they stop listening', () => {
    const value = remembered('a', WORDS, memoryStore());
    const heard = vi.fn<() => void>();
    const stop = value.subscribe(heard);
    value.set('one');
    value.set('one');
    stop();
    value.set('two');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('that is broken in the store counts as nothing', () => {
    const store = memoryStore();
    store.setItem('a', '{');
    const list = asJson((parsed) => (Array.isArray(parsed) ? parsed.length : 0));
    expect(remembered('a', list, store).getSnapshot()).toBe(0);
  });

  test('is changed from what another tab has kept since', () => {
    const store = memoryStore();
    const [here, there] = [remembered('a', WORDS, store), remembered('a', WORDS, store)];
    there.set('theirs');
    here.change((newest) => `${newest}, mine`);
    expect(here.getSnapshot()).toBe('theirs, mine');
    expect(there.newest()).toBe('theirs, mine');
  });

  test('lasts as long as the page where the device keeps nothing', () => {
    const store = memoryStore();
    store.full = true;
    for (const refusing of [store, null]) {
      const value = remembered('a', WORDS, refusing);
      value.set('one');
      value.change((newest) => `${newest} two`);
      expect(value.newest()).toBe('one two');
      expect(value.getSnapshot()).toBe('one two');
    }
  });

  test('does not throw where even looking at the store does', () => {
    const forbidden = () => {
      throw new DOMException('SecurityError');
    };
    const value = remembered('a', WORDS, { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    expect(value.getSnapshot()).toBe('none');
    value.set('words');
    expect(value.newest()).toBe('words');
  });
});
