import { addDraft, readDrafts, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openMeeting, saved, until, WALK, WRITE } from '../../src/testing/meeting.ts';
import { MemoryStorage } from '../../src/storage/testing/memory-storage.ts';
import { endAll, endLater, SECRET, sourcesIn, written } from './written.ts';

afterEach(endAll);

describe('[PROMISE4] a facilitator who wants to know who wrote', () => {
  const NAMED = { ...WRITE, identity: 'named' };
  it.each([
    ['changes the phase', [[NAMED, WALK]], [403]],
    ['takes the phase off and puts it back', [[WALK], [NAMED, WALK]], [200, 403]],
    [
      'takes it off, adds a phase under the name of drafts without one',
      [[WALK, { ...NAMED, id: 'gone' }]],
      [400],
    ],
    ['uses the name of an agenda that is none', [[WALK, { ...NAMED, id: 'none' }]], [400]],
    [
      'puts it back with another phase in between',
      [
        [WALK, { ...NAMED, id: 'p3' }],
        [NAMED, WALK],
      ],
      [200, 403],
    ],
  ])('%s', async (_how, agendas, statuses) => {
    const { command, looksOn, texts, reveal } = await written(3);
    await command({ type: 'phase', id: WALK.id });
    const got = [];
    for (const agenda of agendas) got.push((await command({ type: 'set-agenda', agenda })).status);
    expect(got).toEqual(statuses);
    await reveal();
    await until(() => expect(texts()).toEqual(['Note 0', 'Note 1', 'Note 2']));
    expect(sourcesIn(looksOn)).toEqual([]);
  });

  it('tightens a promise: it stays tightened, also for a note whose writer is not here', async () => {
    const { command, privateDocs, looksOn, reveal } = await written(3, { identity: 'unit' });
    for (const one of privateDocs) one.close();
    const set = async (identity: string) =>
      (await command({ type: 'set-agenda', agenda: [{ ...WRITE, identity }, WALK] })).status;
    expect([await set('anonymous'), await set('unit')]).toEqual([200, 403]);
    expect(await reveal()).toMatchObject({ revealed: 3 });
    await until(() => expect(readSnapshot(looksOn.doc).factors).toHaveLength(3));
    expect(sourcesIn(looksOn)).toEqual([]);
  });

  it('takes the phase off and puts it back as it was: what was promised neither loosens nor tightens', async () => {
    const { command, looksOn, reveal } = await written(3, { identity: 'named' });
    await command({ type: 'phase', id: WALK.id });
    for (const agenda of [[WALK], [NAMED, WALK]])
      expect((await command({ type: 'set-agenda', agenda })).status).toBe(200);
    await reveal();
    await until(() => expect(readSnapshot(looksOn.doc).factors).toHaveLength(3));
    expect(sourcesIn(looksOn)).toHaveLength(3);
  });

  it('sends odd ids: nothing fails, and the board stays usable', async () => {
    const { command, reveal, texts } = await written(3);
    const revealOf = async (phase: string) => (await command({ type: 'reveal', phase })).status;
    for (const phase of ['constructor', '__proto__', 'toString']) expect(await revealOf(phase)).toBe(400);
    for (const phase of ['gone', 'nowhere']) expect(await revealOf(phase)).toBe(404);
    for (const id of ['constructor', 'gone', 'none', 'toString'])
      expect((await command({ type: 'set-agenda', agenda: [{ ...SECRET, id }] })).status).toBe(400);
    expect(await reveal()).toEqual({ revealed: 3, unread: 0 });
    await until(() => expect(texts()).toHaveLength(3));
  });
});

describe('[PROMISE3] a promise', () => {
  it('is stored in the change in which the words arrive: no command comes in between', async () => {
    const store = new MemoryStorage();
    const rows: string[] = [];
    const { append } = store.port;
    store.port.append = (key, update, claims) => {
      if (key.owner !== '') rows.push(Buffer.from(update).toString('latin1'));
      return append(key, update, claims);
    };
    const { mineOf } = await written(1, { store });
    // The first count has the agenda at hand; from then on nothing waits for a count.
    await until(() => expect(readDrafts(mineOf(0).doc)[0]?.promise?.identity).toBe('anonymous'));
    addDraft(mineOf(0).doc, { text: 'Another', phase: WRITE.id, at: 9 });
    await saved(mineOf(0));
    expect(rows.filter((row) => row.includes('Another'))).toEqual([expect.stringContaining('promise')]);
  });

  it('is what the phase says now for a draft that an older version kept without one', async () => {
    const store = new MemoryStorage();
    const first = await written(3, { store });
    await first.session.end();
    // As revision 4b10a38 left them: drafts without a promise, one of a phase that is no longer on the agenda.
    for (const key of await store.privateDocs(first.id)) {
      const doc = new Y.Doc();
      addDraft(doc, { text: `Old of ${key.owner}`, phase: 'was-here', at: 1 });
      await store.renew(key, { update: Y.encodeStateAsUpdate(doc), retired: [], version: 0 });
    }
    const again = await openMeeting(store);
    endLater(() => again.end());
    const command = (body: object) => again.post(`/api/boards/${first.id}/commands`, body, first.lead.token);
    const named = { ...WRITE, id: 'was-here', identity: 'named' };
    expect((await command({ type: 'set-agenda', agenda: [{ ...WRITE }, named] })).status).toBe(403);
    expect((await command({ type: 'reveal' })).body.revealed).toBe(3);
    const screen = again.somebody(first.id, first.lead.token, '').open();
    await saved(screen);
    expect(sourcesIn(screen)).toEqual([]);
  });

  it('is what its writer was told, where their note arrives after the agenda was loosened', async () => {
    const { command, join, looksOn, reveal, texts } = await written(0);
    await command({ type: 'set-agenda', agenda: [{ ...WRITE, identity: 'unit' }, WALK] });
    const privateDocs = await Promise.all(
      [0, 1, 2].map(async () => (await join('participant')).openPrivateDoc()),
    );
    await saved(...privateDocs);
    for (const { doc } of privateDocs)
      addDraft(doc, { text: 'Told', phase: WRITE.id, at: 1, seen: 'anonymous' });
    await saved(...privateDocs);
    expect(await reveal()).toEqual({ revealed: 3, unread: 0 });
    await until(() => expect(texts()).toHaveLength(3));
    expect(sourcesIn(looksOn)).toEqual([]);
  });
});

describe('[PROMISE5] unit and name', () => {
  it('are those of the moment of writing: a facilitator moves and names a person alone', async () => {
    const { command, people, looksOn, reveal } = await written(3, { identity: 'named' });
    const [ann] = people;
    await command({ type: 'move-person', participantId: ann?.participantId, unit: 'Only Ann' });
    await command({ type: 'rename-person', participantId: ann?.participantId, name: 'Ann Secret' });
    expect(await reveal()).toMatchObject({ revealed: 3 });
    await until(() => expect(sourcesIn(looksOn)).toHaveLength(3));
    const units = readSnapshot(looksOn.doc).units;
    const si = units.find(({ short }) => short === 'SI')?.id;
    expect(sourcesIn(looksOn).map(({ unit, name }) => [unit, name])).toEqual([
      [si, undefined],
      [si, undefined],
      [si, undefined],
    ]);
  });
});
