import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { renewPrivate } from '../generation.ts';
import { addDraft, putBackDrafts, readDrafts, writeDraft } from './draft.ts';
import { promiseDrafts, stricter, type DraftPromise } from './promise.ts';

const promise = (identity: DraftPromise['identity']): DraftPromise => ({ identity, unit: 'si', name: 'Ann' });
const keptIn = (privateDoc: Y.Doc) => readDrafts(privateDoc).map((draft) => draft.promise?.identity ?? null);

describe('[PROMISE2] a promise stored with a draft', () => {
  it('comes with its words, once, and only gets stricter', () => {
    const privateDoc = new Y.Doc();
    const added = addDraft(privateDoc, { text: ' ', phase: 'p1' });
    expect(promiseDrafts(privateDoc, () => promise('unit'))).toBe(0);
    writeDraft(privateDoc, added.ok ? added.value : '', 'Words');
    expect(promiseDrafts(privateDoc, () => promise('unit'))).toBe(1);
    expect(promiseDrafts(privateDoc, () => promise('unit'))).toBe(0);
    expect(promiseDrafts(privateDoc, () => promise('named'))).toBe(0);
    expect(promiseDrafts(privateDoc, () => ({ identity: 'anonymous', unit: 'other', name: 'Bob' }))).toBe(1);
    expect(readDrafts(privateDoc)[0]?.promise).toEqual(promise('anonymous'));
    expect(promiseDrafts(privateDoc, () => promise('unit'))).toBe(0);
  });

  it('is never looser than what its writer was told', () => {
    const privateDoc = new Y.Doc();
    addDraft(privateDoc, { text: 'Told', phase: 'p1', seen: 'anonymous' });
    promiseDrafts(privateDoc, () => promise('named'));
    expect(keptIn(privateDoc)).toEqual(['anonymous']);
  });

  it('lives through a new generation and words of another copy, and no copy brings one along', () => {
    const privateDoc = new Y.Doc();
    addDraft(privateDoc, { text: 'Words', phase: 'p1', at: 1 });
    promiseDrafts(privateDoc, () => promise('anonymous'));
    const renewed = renewPrivate(privateDoc);
    expect(keptIn(renewed)).toEqual(['anonymous']);
    putBackDrafts(
      renewed,
      readDrafts(renewed).map((draft) => ({ ...draft, text: 'Words, and more' })),
    );
    expect(keptIn(renewed)).toEqual(['anonymous']);
    const fresh = new Y.Doc();
    putBackDrafts(fresh, readDrafts(privateDoc));
    expect(keptIn(fresh)).toEqual([null]);
  });

  it('is kept also where a text is too long to be read as a draft', () => {
    const privateDoc = new Y.Doc();
    privateDoc.getMap('drafts').set('long', new Y.Map<unknown>([['text', new Y.Text('x'.repeat(2300))]]));
    expect(promiseDrafts(privateDoc, () => promise('anonymous'))).toBe(1);
  });

  it('of two is the one that shows less', () => {
    expect(stricter('named', 'unit')).toBe('unit');
    expect(stricter('anonymous', 'unit')).toBe('anonymous');
  });
});
