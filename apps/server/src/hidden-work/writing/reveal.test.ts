import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { addDraft, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../../storage/testing/memory-storage.ts';
import { openSqliteStorage } from '../../storage/sqlite/sqlite-storage.ts';
import type { WireClient } from '../../rooms/testing/wire-client.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../../testing/meeting.ts';

type Session = Awaited<ReturnType<typeof openMeeting>>;
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const texts = ({ doc }: WireClient) => readSnapshot(doc).factors.map(({ text }) => text);

/** A write phase is on; `count` people have written two notes each. */
async function writing(
  identity = 'unit',
  { store = new MemoryStorage() as Parameters<typeof openMeeting>[0], count = 3 } = {},
) {
  const session: Session = await openMeeting(store);
  ends.push(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [{ ...WRITE, identity }, WALK] });
  await made.command({ type: 'phase', id: WRITE.id });
  const people = await Promise.all(Array.from({ length: count }, () => made.join('participant')));
  const privateDocs = people.map((one) => one.openPrivateDoc());
  const screen = made.lead.open();
  await saved(screen, ...privateDocs);
  for (const [person, { doc }] of privateDocs.entries()) {
    for (const note of [1, 2]) {
      addDraft(doc, { text: `Person${person} note ${note}`, phase: WRITE.id, at: note, row: 'interfering' });
    }
  }
  await saved(...privateDocs);
  return { ...made, session, people, privateDocs, screen };
}

describe('[REVEAL4] a reveal', () => {
  it('brings all notes in one update, shuffled, with new ids, and takes them out of the private documents', async () => {
    const { command, privateDocs, screen } = await writing('unit', { count: 6 });
    const written = privateDocs.flatMap(({ doc }) => readDrafts(doc));
    const before = screen.messages.length;
    const reply = await command({ type: 'reveal' });
    expect(reply).toMatchObject({ status: 200, body: { revealed: 12, unread: 0 } });
    await until(() => expect(texts(screen).toSorted()).toEqual(written.map(({ text }) => text).toSorted()));
    const updates = screen.messages.slice(before).filter(({ type }) => type === 'update');
    const holding = updates.filter(
      (one) => one.type === 'update' && Buffer.from(one.update).includes('Person'),
    );
    expect(holding).toHaveLength(1);
    const order = [...screen.doc.getMap('factors').keys()];
    expect(order.some((id) => written.some((draft) => draft.id === id))).toBe(false);
    const inCell = readSnapshot(screen.doc)
      .factors.toSorted((a, b) => ((a.cell?.[2] ?? '') < (b.cell?.[2] ?? '') ? -1 : 1))
      .map(({ text }) => text);
    expect(inCell).not.toEqual(written.map(({ text }) => text));
    expect(readSnapshot(screen.doc).factors.every(({ sources }) => Object.keys(sources).length === 1)).toBe(
      true,
    );
    await until(() => expect(privateDocs.flatMap(({ doc }) => readDrafts(doc))).toEqual([]));
    expect(readSession(screen.doc)).toMatchObject({ writing: { drafts: {}, people: {}, done: {} } });
    expect(Object.keys(readSession(screen.doc).revealed)).toEqual([WRITE.id]);
  });

  it('[REVEAL5] keeps a note that was written on while it was revealed, and one that came after', async () => {
    const { id, command, privateDocs, people, screen, session } = await writing();
    const [writer, other] = privateDocs;
    if (writer === undefined || other === undefined) throw new Error('nobody writes');
    const [draft] = readDrafts(writer.doc);
    const open = session.faults.stall();
    const revealing = command({ type: 'reveal' });
    await until(async () => expect(await session.memoryCleanups()).toHaveLength(1));
    const text = writer.doc
      .getMap<Y.Map<Y.Text>>('drafts')
      .get(draft?.id ?? '')
      ?.get('text');
    text?.insert(text.length, ', and more');
    await until(() => expect(writer.isSaved).toBe(false));
    open();
    await revealing;
    await until(() => expect(readDrafts(other.doc)).toEqual([]));
    expect(readDrafts(writer.doc).map(({ text }) => text)).toEqual(['Person0 note 1, and more']);
    expect(texts(screen)).toContain('Person0 note 1');
    const late = addDraft(other.doc, { text: 'Late', phase: WRITE.id, at: 9 });
    await saved(other);
    expect(texts(screen)).not.toContain('Late');
    expect(readDrafts(other.doc)).toHaveLength(1);
    const ask = (token: string) =>
      session.post(`/api/boards/${id}/late`, { drafts: [late.ok ? late.value : ''] }, token);
    expect((await ask(people[0]?.token ?? '')).body).toEqual({ revealed: 0, unread: 0, waits: 0 });
    expect((await ask(people[1]?.token ?? '')).body).toEqual({ revealed: 1, unread: 0, waits: 0 });
    await until(() => expect(texts(screen)).toContain('Late'));
    await until(() => expect(readDrafts(other.doc)).toEqual([]));
  });

  it('is the facilitator\'s, and nobody adds "late" what was not revealed yet', async () => {
    const { id, command, privateDocs, people, session } = await writing();
    expect((await command({ type: 'reveal' }, people[0]?.token)).status).toBe(403);
    const [draft] = readDrafts(privateDocs[0]?.doc ?? new Y.Doc());
    const late = await session.post(`/api/boards/${id}/late`, { drafts: [draft?.id] }, people[0]?.token);
    expect(late.body).toEqual({ revealed: 0, unread: 0, waits: 0 });
  });

  it("[REVEAL6] leaves a removed person's notes where they are", async () => {
    const { command, people, screen } = await writing();
    await command({ type: 'remove-person', participantId: people[0]?.participantId });
    expect((await command({ type: 'reveal' })).body.revealed).toBe(4);
    await until(() => expect(texts(screen)).toHaveLength(4));
    expect(texts(screen).join()).not.toContain('Person0');
  });

  it('[REVEAL9] that had to wait for the disk is finished by itself once there is space', async () => {
    const { command, privateDocs, screen, session } = await writing();
    const [typing] = privateDocs;
    session.faults.appendError = 'full';
    const refused = await command({ type: 'reveal' });
    expect(refused.status).toBe(503);
    expect(typing === undefined ? 0 : readDrafts(typing.doc).length).toBe(2);
    session.faults.appendError = null;
    await until(() => expect(texts(screen)).toHaveLength(6), 15_000);
    await until(() => expect(privateDocs.flatMap(({ doc }) => readDrafts(doc))).toEqual([]), 15_000);
    await until(async () => expect(await session.memoryCleanups()).toEqual([]), 15_000);
    expect(texts(screen)).toHaveLength(6);
  }, 60_000);

  it('[REVEAL9] of a late note that had to wait for the disk is finished by itself, too', async () => {
    const { id, command, privateDocs, people, screen, session } = await writing();
    const [writer] = privateDocs;
    if (writer === undefined) throw new Error('nobody writes');
    await command({ type: 'reveal' });
    await until(() => expect(readDrafts(writer.doc)).toEqual([]));
    const late = addDraft(writer.doc, { text: 'Late', phase: WRITE.id, at: 9 });
    await saved(writer);
    const waiting = () => Object.values(readSession(screen.doc).writing.drafts);
    await until(() => expect(waiting()).toEqual([1]));
    session.faults.appendError = 'full';
    const body = { drafts: [late.ok ? late.value : ''] };
    expect((await session.post(`/api/boards/${id}/late`, body, people[0]?.token)).status).toBe(503);
    session.faults.appendError = null;
    await until(() => expect(texts(screen)).toContain('Late'), 15_000);
    await until(() => expect(readDrafts(writer.doc)).toEqual([]), 15_000);
    await until(async () => expect(await session.memoryCleanups()).toEqual([]), 15_000);
  }, 60_000);

  it('[REVEAL8] says how many private documents cannot be read, brings the others, and harms none', async () => {
    const store = new MemoryStorage();
    const first = await writing('unit', { store });
    await first.session.end();
    ends.splice(0);
    const { load } = store.port;
    const broken = first.people[0]?.participantId;
    store.port.load = async (key) =>
      key.owner === broken ? { ok: false, error: 'damaged', reason: 'row 1 is damaged' } : load(key);
    const again = await openMeeting(store);
    ends.push(() => again.end());
    const commands = `/api/boards/${first.id}/commands`;
    const revealed = await again.post(commands, { type: 'reveal' }, first.lead.token);
    expect(revealed.body).toEqual({ revealed: 4, unread: 1 });
    store.port.load = load;
    expect((await again.post(commands, { type: 'reveal' }, first.lead.token)).body).toEqual({
      revealed: 2,
      unread: 0,
    });
  });

  it('[REVEAL8] goes on without a damaged private document where no names were promised', async () => {
    const store = new MemoryStorage();
    const first = await writing('anonymous', { store, count: 4 });
    await first.session.end();
    ends.splice(0);
    const { load } = store.port;
    const broken = first.people[0]?.participantId;
    store.port.load = async (key) =>
      key.owner === broken ? { ok: false, error: 'damaged', reason: 'row 1 is damaged' } : load(key);
    const again = await openMeeting(store);
    ends.push(() => again.end());
    const reveal = () => again.post(`/api/boards/${first.id}/commands`, { type: 'reveal' }, first.lead.token);
    expect(await reveal()).toMatchObject({ status: 200, body: { revealed: 6, unread: 1 } });
    expect(await store.cleanups()).toEqual([]);
    expect(await reveal()).toMatchObject({ status: 200, body: { revealed: 0, unread: 1 } });
    store.port.load = load;
    // What one person wrote would be theirs for all people: it came late, and its writer decides.
    expect(await reveal()).toMatchObject({ status: 200, body: { revealed: 0, unread: 0 } });
  });

  it('[PROMISE1] shows no more of people than they were promised', async () => {
    const { command, screen } = await writing('anonymous');
    const loosened = await command({ type: 'set-agenda', agenda: [{ ...WRITE, identity: 'unit' }, WALK] });
    expect([loosened.status, loosened.body.error.code]).toEqual([403, 'not-allowed']);
    await command({ type: 'phase', id: WALK.id });
    expect((await command({ type: 'set-agenda', agenda: [WALK] })).status).toBe(200);
    await command({ type: 'reveal' });
    await until(() => expect(texts(screen)).toHaveLength(6));
    expect(readSnapshot(screen.doc).factors.every(({ sources }) => Object.keys(sources).length === 0)).toBe(
      true,
    );
  });
});

describe('[REVEAL7] a server that ends in the middle of a reveal', () => {
  it.each([
    ['before the board had it', false],
    ['after the board had it', true],
  ])('%s: every note is on the board once or still private', async (_name, had) => {
    const store = new MemoryStorage();
    const first = await writing('unit', { store });
    const { faults, memoryCleanups } = first.session;
    if (!had) {
      faults.appendError = 'failed';
      void first.command({ type: 'reveal' }).catch(() => {});
      await until(async () => expect(await memoryCleanups()).toHaveLength(1));
      await first.session.end();
    } else {
      const { erase } = store.port;
      store.port.erase = async (batch) => {
        if (batch.drops?.[0]?.table === 'chores') throw new Error('killed');
        return erase.call(store.port, batch);
      };
      // What was taken out of the private documents comes back with the old store of rows.
      const kept = await store.privateDocs(first.id);
      const rows = await Promise.all(kept.map(async (key) => ({ key, loaded: await store.load(key) })));
      expect((await first.command({ type: 'reveal' })).status).toBe(500);
      await first.session.end();
      store.port.erase = erase;
      for (const { key, loaded } of rows) {
        await store.renew(key, { update: null, retired: [], version: 0 });
        const back = { ...key, generation: key.generation + 1 };
        if (loaded.ok) for (const row of loaded.value.rows) await store.append(back, row);
      }
    }
    ends.splice(0);
    const again = await openMeeting(store);
    ends.push(() => again.end());
    expect(await store.cleanups()).toEqual([]);
    const lead = again.somebody(first.id, first.lead.token, first.lead.participantId);
    const screen = lead.open();
    await saved(screen);
    expect(texts(screen)).toHaveLength(had ? 6 : 0);
    const reveal = await again.post(`/api/boards/${first.id}/commands`, { type: 'reveal' }, lead.token);
    expect(reveal.body.revealed).toBe(had ? 0 : 6);
    await until(() => expect(new Set(texts(screen)).size).toBe(6));
    expect(texts(screen)).toHaveLength(6);
  });
});

describe('[GEN3] after an anonymous reveal', () => {
  it('private documents are of a later generation, the board is of the same', async () => {
    const { command, privateDocs, people, screen } = await writing('anonymous');
    await command({ type: 'reveal' });
    await until(() =>
      expect(privateDocs.map(({ closed }) => closed)).toEqual(privateDocs.map(() => 'new-generation')),
    );
    const [person] = people;
    if (person === undefined) throw new Error('nobody wrote');
    const tabs = [person.open({ generation: 1 }), person.openPrivateDoc({ generation: 2 })];
    await saved(...tabs);
    expect(tabs.map((tab) => tab.of('hello').at(-1)?.generation)).toEqual([1, 2]);
    expect(screen.closed).toBeNull();
  });
});

describe('[ERASE1] an anonymous reveal', () => {
  it('leaves on the disk neither who wrote what nor the notes as they were written', async () => {
    const dir = mkdtempSync(joinPath(tmpdir(), 'coherence-erase-'));
    ends.push(() => rmSync(dir, { recursive: true, force: true }));
    const { id, command, privateDocs, screen, people } = await writing('anonymous', {
      store: await openSqliteStorage(dir),
    });
    const ids = privateDocs.flatMap(({ doc }) => readDrafts(doc).map((draft) => draft.id));
    const clients = privateDocs.map(({ doc }) => doc.clientID);
    const disk = () =>
      readdirSync(dir)
        .map((name) => readFileSync(joinPath(dir, name), 'latin1'))
        .join('');
    expect(ids.every((draft) => disk().includes(draft))).toBe(true);
    expect((await command({ type: 'reveal' })).body.revealed).toBe(6);
    await until(() => expect(texts(screen)).toHaveLength(6));
    for (const draft of ids) expect(disk()).not.toContain(draft);
    expect(disk().match(/Person0 note 1/g)).toHaveLength(1);
    await until(() =>
      expect(privateDocs.map(({ closed }) => closed)).toEqual(privateDocs.map(() => 'new-generation')),
    );
    const writers = [...screen.doc.store.clients.keys()];
    expect(clients.some((client) => writers.includes(client))).toBe(false);

    const stale = privateDocs[0]?.doc ?? new Y.Doc();
    const back = people[0]?.openPrivateDoc({ doc: stale, hello: false });
    await until(() => expect(back?.closed).toBe('not-allowed'));
    const fresh = people[0]?.openPrivateDoc();
    await until(() => expect(fresh?.isSaved).toBe(true));
    expect(readDrafts(fresh?.doc ?? stale)).toEqual([]);
    expect((await command({ type: 'reveal' })).body).toEqual({ revealed: 0, unread: 0 });
    expect(id).not.toBe('');
  });
});
