import { addDraft, readDrafts, removeDrafts } from '@coherence/board';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PRIVATE_FULL_BYTES } from '../../rooms/limits/room-limits.ts';
import { openMeeting, saved, until } from '../../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Notes of the largest length, in a script of three bytes a character, until they come to so many bytes. */
function notes(doc: Y.Doc, bytes: number, shown: boolean): void {
  doc.transact(() => {
    for (let at = 0; at * 6_000 < bytes; at += 1) {
      const text = '考'.repeat(2_000);
      const draft = new Y.Map<unknown>([
        ['text', new Y.Text(text)],
        ['at', at],
        // What a note was shown as is most of what is left of it.
        ...(shown ? ([['shown', text]] as const) : []),
      ]);
      doc.getMap('drafts').set(`n${at}`, draft);
    }
  });
}

async function withNotes(bytes: number, shown: boolean) {
  const session = await openMeeting();
  ends.push(() => session.end());
  const { id, join } = await session.newBoard();
  const dana = await join('participant');
  const key = await session.memory.openPrivate(id, dana.participantId);
  const before = new Y.Doc();
  notes(before, shown ? bytes / 2 : bytes, shown);
  await session.memory.append(key, Y.encodeStateAsUpdate(before));
  const privateDoc = dana.openPrivateDoc();
  await saved(privateDoc);
  return { session, dana, privateDoc };
}

it('[FULL5] a private document that is nearly full begins anew with what waits, by itself', async () => {
  const { dana, privateDoc } = await withNotes(0.9 * PRIVATE_FULL_BYTES, true);
  addDraft(privateDoc.doc, { text: 'Waits', at: 1 });
  await until(() => expect(privateDoc.closed).toBe('new-generation'));
  const again = dana.openPrivateDoc();
  await saved(again);
  expect(readDrafts(again.doc).map(({ text }) => text)).toEqual(['Waits']);
  expect(again.doc.getMap('drafts').size).toBe(1);
  addDraft(again.doc, { text: 'Goes on', at: 2 });
  await saved(again);
  expect(again.closed).toBeNull();
});

it('[FULL5] one that is full of waiting words is held, is renewed once, and goes on when its owner takes some off', async () => {
  const { dana, privateDoc } = await withNotes(PRIVATE_FULL_BYTES + 10_000, false);
  addDraft(privateDoc.doc, { text: 'Too much', at: 1 });
  privateDoc.doc.getMap('drafts').set('late', new Y.Map<unknown>([['text', new Y.Text('Too much')]]));
  await until(() => expect(privateDoc.closed).toBe('new-generation'));
  const again = dana.openPrivateDoc();
  await saved(again);
  const { size } = again.doc.getMap('drafts');
  expect(size).toBeGreaterThan(300);
  again.doc.getMap('drafts').set('held', new Y.Map<unknown>([['text', new Y.Text('Held')]]));
  // To a client of this version: doc-full (SAVED9).
  await until(() => expect(again.of('nack').map(({ code }) => code)).toEqual(['rate']));
  expect(again.closed).toBeNull();
  const first = readDrafts(again.doc)
    .filter(({ text }) => text.startsWith('考'))
    .slice(0, 30);
  for (const { id } of first) {
    removeDrafts(again.doc, [id]);
    await saved(again);
  }
  await until(async () => {
    const reader = dana.openPrivateDoc();
    await saved(reader);
    expect(reader.doc.getMap('drafts').has('held')).toBe(true);
  });
  expect(again.closed).toBeNull();
});

it('[FULL5] 200 notes of the greatest length, written and deleted in between, meet no limit', async () => {
  const { privateDoc } = await withNotes(0, false);
  const doc = privateDoc.doc;
  for (let at = 0; at < 200; at += 1) {
    const made = addDraft(doc, { text: `${at} ${'考'.repeat(1_990)}`, at });
    if (at % 3 === 0 && made.ok) removeDrafts(doc, [made.value]);
    if (at % 20 === 0) await saved(privateDoc);
  }
  await saved(privateDoc);
  expect([privateDoc.of('nack'), privateDoc.closed]).toEqual([[], null]);
});
