import { describe, expect, test, vi } from 'vitest';
import { memoryStore } from '../outbox/memory-store.ts';
import { keptWhere, noteRefused } from './keeping.ts';
import { keyFor, recallBoards, rememberBoard, forgetBoard } from './identity.ts';
import { asJson, deviceStore, remembered, tryDeviceStore, type Codec } from './remembered.ts';

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

/** Browsers that keep nothing, by how they refuse. */
const REFUSING: readonly (readonly [how: string, refuse: () => void])[] = [
  [
    'throws when its storage is named',
    () => {
      const forbid = {
        configurable: true,
        get: () => {
          throw new DOMException('Access is denied', 'SecurityError');
        },
      };
      vi.stubGlobal('localStorage', undefined);
      vi.stubGlobal('sessionStorage', undefined);
      Object.defineProperty(globalThis, 'localStorage', forbid);
      Object.defineProperty(globalThis, 'sessionStorage', forbid);
    },
  ],
  [
    'has none',
    () => {
      vi.stubGlobal('localStorage', null);
      vi.stubGlobal('sessionStorage', null);
    },
  ],
  [
    'is full',
    () => {
      const store = memoryStore();
      store.full = true;
      vi.stubGlobal('localStorage', store);
      vi.stubGlobal('sessionStorage', store);
    },
  ],
];

describe.each(REFUSING)('a browser that %s', (how, refuse) => {
  const key = (id: string, role: 'participant' | 'display') => ({
    id,
    role,
    title: 'Retreat',
    token: 't',
    participantId: 'p',
    name: 'Bo',
    unit: null,
    generation: 1,
    lastOpened: 1,
  });

  test('[DEVICE1] still knows on this page who joined, and forgets on request', () => {
    refuse();
    const [board, wall] = [`board ${how}`, `wall ${how}`];
    rememberBoard(key(board, 'participant'));
    rememberBoard(key(wall, 'display'));
    expect(keyFor(board)).toMatchObject({ token: 't', name: 'Bo' });
    expect(keyFor(wall)).toMatchObject({ role: 'display' });
    expect(recallBoards().map(({ id }) => id)).toContain(board);
    forgetBoard(board);
    expect(keyFor(board)).toBeNull();
    expect(recallBoards().map(({ id }) => id)).not.toContain(board);
  });

  test('[DEVICE2] is known for it before anything relies on it', () => {
    refuse();
    noteRefused('small', false);
    tryDeviceStore();
    expect(keptWhere('small')).toBe('tab');
    expect(keptWhere('documents', true)).toBe('tab');
  });
});

test('[DEVICE2] a browser that keeps small things is not said to refuse them, and its trial leaves nothing', () => {
  const store = memoryStore();
  vi.stubGlobal('localStorage', store);
  noteRefused('small', false);
  tryDeviceStore();
  expect(keptWhere('small')).toBe('device');
  expect(keptWhere('documents', true, { small: true, documents: true })).toBe('phone');
  expect(keptWhere('documents', true, { small: true, documents: false })).toBe('tab');
  expect(store.values.size).toBe(0);
  deviceStore().setItem('a', '1');
  expect(store.values.get('a')).toBe('1');
});
