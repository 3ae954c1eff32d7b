import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openMinutesDraft } from '../lead/minutes/minutes-draft.ts';
import { keyFor, recallBoards } from '../live/device/identity.ts';
import { openCopyRecord } from '../live/private-doc/copy-record.ts';
import { memoryStore } from '../live/outbox/memory-store.ts';
import { openRejectedItems } from '../live/outbox/rejected-items.ts';
import { openWordsAtHand } from '../phases/write/notes/words-at-hand.ts';
import { openDrafts } from '../views/grid/compose/drafts.ts';

/** As version 0.1 wrote it. A key that is changed would lose what people have on their devices. */
const KEPT: Readonly<Record<string, string>> = {
  'coherence.board.b1':
    '{"id":"b1","title":"Retreat","token":"t","role":"facilitator","participantId":"p1","name":"Dana","unit":null,"generation":2,"lastOpened":7}',
  'coherence.console.folded': 'yes',
  'coherence.console.folded-free': 'no',
  'keep-keys': 'off',
  'draft/b1/interfering.roles': 'Half a thought',
  'keep/b1': '{"kind":"parked","text":"Ask Finance","about":["f1"]}',
  'coherence.at-hand.b1/p1/ph1': '{"text":"Begun","row":"interfering","column":null}',
  'coherence.notsent.b1': '{"items":[],"candidates":[],"copies":["coherence/b1/2/p1"]}',
  'coherence.mine.b1/p1': '{"copy":3,"generation":2,"carried":[],"toEmpty":[1]}',
};

const store = memoryStore();

beforeAll(() => {
  for (const [key, value] of Object.entries(KEPT)) store.setItem(key, value);
  // Some modules read the device when they load: those imported below load now, not with an earlier test file.
  vi.resetModules();
});

beforeEach(() => vi.stubGlobal('localStorage', store));

test('what earlier versions kept on a device is read', async () => {
  expect(keyFor('b1')).toMatchObject({ title: 'Retreat', role: 'facilitator', generation: 2 });
  expect(recallBoards().map(({ id }) => id)).toEqual(['b1']);
  const { folded } = await import('../frame/use-fold.ts');
  expect([folded.agenda.getSnapshot(), folded.free.getSnapshot()]).toEqual([true, false]);
  const { keysWanted } = await import('../together/keys-wanted.ts');
  expect(keysWanted.getSnapshot()).toBe(false);
  expect(openDrafts('b1', store)({ row: 'interfering', column: 'roles' }).getSnapshot()).toBe(
    'Half a thought',
  );
  expect(openMinutesDraft('b1', store).getSnapshot().waiting).toEqual({
    kind: 'parked',
    text: 'Ask Finance',
    about: ['f1'],
  });
  const first = { text: '', row: null, column: null };
  expect(openWordsAtHand('b1/p1/ph1', first, store).getSnapshot()).toMatchObject({
    text: 'Begun',
    row: 'interfering',
  });
  expect(openRejectedItems('b1', store).copiesToEmpty()).toEqual(['coherence/b1/2/p1']);
  expect(openCopyRecord('b1', 'p1', store).read()).toMatchObject({ copy: 3, toEmpty: [1] });
});

test('what is kept anew stands under the same keys, in the same form', async () => {
  const { folded } = await import('../frame/use-fold.ts');
  folded.agenda.set(false);
  const { keysWanted } = await import('../together/keys-wanted.ts');
  keysWanted.set(true);
  openDrafts('b1', store)({ row: 'interfering', column: 'roles' }).set('');
  expect(store.getItem('coherence.console.folded')).toBe('no');
  expect([store.getItem('keep-keys'), store.getItem('draft/b1/interfering.roles')]).toEqual([null, null]);
});
