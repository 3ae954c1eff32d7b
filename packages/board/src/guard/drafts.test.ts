import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addDraft,
  putBackDrafts,
  readDrafts,
  removeDrafts,
  showDraft,
  writeDraft,
} from '../private/draft.ts';
import { promiseDrafts } from '../private/promise.ts';
import { guardUpdate } from './guard.ts';

const PROMISE = { identity: 'anonymous', unit: 'si', name: 'Ann' } as const;

/** The server's copy of Ann's document with one promised draft, and hers. */
function promised() {
  const server = new Y.Doc();
  const added = addDraft(server, { text: 'I fear the office', phase: 'p1', at: 1 });
  promiseDrafts(server, () => PROMISE);
  const hers = new Y.Doc();
  Y.applyUpdate(hers, Y.encodeStateAsUpdate(server));
  return { server, hers, id: added.ok ? added.value : '' };
}

/** What the guard says of what `change` did in her copy. */
function judged(change: (hers: Y.Doc, draft: Y.Map<unknown>, id: string) => void) {
  const { server, hers, id } = promised();
  const draft = hers.getMap<Y.Map<unknown>>('drafts').get(id) ?? new Y.Map<unknown>();
  change(hers, draft, id);
  const update = Y.encodeStateAsUpdate(hers, Y.encodeStateVector(server));
  const verdict = guardUpdate(Y.decodeUpdate(update), server, {
    role: 'participant',
    locked: false,
    step: 'update',
    space: 'private',
  });
  return verdict.ok ? 'taken' : verdict.error.code;
}

describe('[PROMISE2] what was promised for a note', () => {
  it.each([
    ['written over', (draft: Y.Map<unknown>) => draft.set('promise', { ...PROMISE, identity: 'named' })],
    ['made a map', (draft: Y.Map<unknown>) => draft.set('promise', new Y.Map([['identity', 'named']]))],
    ['taken off', (draft: Y.Map<unknown>) => draft.delete('promise')],
    ['said to wait', (draft: Y.Map<unknown>) => draft.set('wants', 1)],
  ])('is the server’s: %s', (_how, change) => {
    expect(judged((_hers, draft) => change(draft))).toBe('role');
  });

  it('cannot come with a new draft', () => {
    const forged = new Y.Map<unknown>([
      ['text', new Y.Text('Forged')],
      ['promise', { identity: 'named', unit: 'fp', name: 'Bob' }],
    ]);
    expect(judged((hers) => hers.getMap('drafts').set('new', forged))).toBe('role');
  });

  it('holds up nothing a writer does with their own note', () => {
    expect(judged((hers, _draft, id) => void writeDraft(hers, id, 'I fear the office most'))).toBe('taken');
    expect(judged((hers, _draft, id) => removeDrafts(hers, [id]))).toBe('taken');
    expect(judged((hers, _draft, id) => showDraft(hers, id, 'named'))).toBe('taken');
    const backAgain = (hers: Y.Doc, _draft: unknown, id: string) => {
      const kept = readDrafts(hers);
      removeDrafts(hers, [id]);
      putBackDrafts(hers, kept);
    };
    expect(judged(backAgain)).toBe('taken');
  });
});
