import { describe, expect, it } from 'vitest';
import { openKeepDesk } from './keep-desk.ts';

function store() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('the desk of what is being kept', () => {
  it('keeps words through a reload until they are kept', () => {
    const shelf = store();
    const desk = openKeepDesk('b1', shelf);
    desk.open('parked', ['f1']);
    desk.change({ text: 'Ask Finance' });
    const again = openKeepDesk('b1', shelf);
    expect(again.getSnapshot()).toMatchObject({
      open: false,
      waiting: { kind: 'parked', text: 'Ask Finance', about: ['f1'] },
    });
    again.kept();
    expect(openKeepDesk('b1', shelf).getSnapshot().waiting.text).toBe('');
    expect(shelf.items.size).toBe(0);
  });

  it('does not mix up boards', () => {
    const shelf = store();
    openKeepDesk('b1', shelf).change({ text: 'Ask' });
    expect(openKeepDesk('b2', shelf).getSnapshot().waiting.text).toBe('');
  });

  it('opens with waiting words under the kind that was asked for now', () => {
    const desk = openKeepDesk('b1', null);
    desk.open('parked', ['f1']);
    desk.change({ text: 'We agree' });
    desk.putAside();
    desk.open('decision', ['f2']);
    expect(desk.getSnapshot()).toMatchObject({
      open: true,
      waiting: { kind: 'decision', text: 'We agree', about: ['f1'] },
    });
  });

  it('begins anew about what is in hand when nothing waits', () => {
    const desk = openKeepDesk('b1', null);
    desk.open('parked', ['f1']);
    desk.putAside();
    desk.open('note', ['f2']);
    expect(desk.getSnapshot().waiting).toEqual({ kind: 'note', text: '', about: ['f2'] });
  });

  it('reads broken or foreign contents as nothing, and works where storing is forbidden', () => {
    const shelf = store();
    for (const broken of ['{', '7', '{"kind":"x","text":3,"about":[1]}']) {
      shelf.items.set('keep/b1', broken);
      expect(openKeepDesk('b1', shelf).getSnapshot().waiting).toEqual({
        kind: 'decision',
        text: '',
        about: [],
      });
    }
    const forbidden = {
      getItem: () => {
        throw new Error('no');
      },
      setItem: () => {
        throw new Error('no');
      },
      removeItem: () => {
        throw new Error('no');
      },
    };
    const desk = openKeepDesk('b1', forbidden);
    desk.change({ text: 'still here' });
    expect(desk.getSnapshot().waiting.text).toBe('still here');
  });
});
