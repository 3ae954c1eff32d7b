import { describe, expect, it } from 'vitest';
import { openMinutesDraft } from './minutes-draft.ts';

function store() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('the draft of a note for the minutes', () => {
  it('keeps words through a reload until they are kept', () => {
    const shelf = store();
    const draft = openMinutesDraft('b1', shelf);
    draft.open('parked', ['f1']);
    draft.change({ text: 'Ask Finance' });
    const again = openMinutesDraft('b1', shelf);
    expect(again.getSnapshot()).toMatchObject({
      open: false,
      waiting: { kind: 'parked', text: 'Ask Finance', about: ['f1'] },
    });
    again.clear();
    expect(openMinutesDraft('b1', shelf).getSnapshot().waiting.text).toBe('');
    expect(shelf.items.size).toBe(0);
  });

  it('does not mix up boards', () => {
    const shelf = store();
    openMinutesDraft('b1', shelf).change({ text: 'Ask' });
    expect(openMinutesDraft('b2', shelf).getSnapshot().waiting.text).toBe('');
  });

  it('opens with waiting words under the kind that was asked for now', () => {
    const draft = openMinutesDraft('b1', null);
    draft.open('parked', ['f1']);
    draft.change({ text: 'We agree' });
    draft.putAside();
    draft.open('decision', ['f2']);
    expect(draft.getSnapshot()).toMatchObject({
      open: true,
      waiting: { kind: 'decision', text: 'We agree', about: ['f1'] },
    });
  });

  it('begins anew about what is in hand when nothing waits', () => {
    const draft = openMinutesDraft('b1', null);
    draft.open('parked', ['f1']);
    draft.putAside();
    draft.open('note', ['f2']);
    expect(draft.getSnapshot().waiting).toEqual({ kind: 'note', text: '', about: ['f2'] });
  });

  it('reads broken or foreign contents as nothing, and works where storing is forbidden', () => {
    const shelf = store();
    for (const broken of ['{', '7', '{"kind":"x","text":3,"about":[1]}']) {
      shelf.items.set('keep/b1', broken);
      expect(openMinutesDraft('b1', shelf).getSnapshot().waiting).toEqual({
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
    const draft = openMinutesDraft('b1', forbidden);
    draft.change({ text: 'still here' });
    expect(draft.getSnapshot().waiting.text).toBe('still here');
  });
});
