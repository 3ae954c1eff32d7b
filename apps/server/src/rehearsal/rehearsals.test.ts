import { addFactors, mergeFactors, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { localHosts } from '../boards/board-host.ts';
import { createFromContent } from '../boards/create.ts';
import { copyToRehearse } from '../files/file-jobs.ts';
import { ManualClock } from '../time/manual-clock.ts';
import { openRegistry } from '../rooms/testing/room-harness.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../testing/meeting.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import type { DocKey } from '../storage/storage.ts';
import { silentLog } from '../telemetry/log.ts';
import { COPIES_MAX, KEPT_MS, LEFT_MS, LOOK_EVERY_MS, PLAYED_MAX, Rehearsals } from './rehearsals.ts';
import { AT_ONCE_MAX, YIELDS_AFTER_MS } from './which-yields.ts';

const VOTE = { id: 'p3', kind: 'vote', title: 'Vote' };

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function onBoard(store = new MemoryStorage()) {
  const session = await openMeeting(store);
  ends.push(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [{ ...WRITE, identity: 'anonymous' }, WALK, VOTE] });
  const screen = made.lead.open();
  await saved(screen);
  return { ...made, session, store, screen };
}

/** A manager over a store with one board, whose bands and clock the test holds. */
async function manager() {
  const store = new MemoryStorage();
  const { id } = await createFromContent(store, { title: 'How do we help?' }, [], 0);
  const clock = new ManualClock();
  const bands: { stopped: boolean }[] = [];
  let today = 1_000;
  const rehearsals = new Rehearsals({
    storage: store,
    boardHost: localHosts(openRegistry(store, clock)),
    files: { copy: async (_asker, fetch) => ({ ok: true, value: copyToRehearse(await fetch()) }) },
    clock,
    log: silentLog,
    today: () => today,
    urlOf: () => 'http://127.0.0.1:1',
    startBand: (_job, _news, onEnd) => {
      const band = { stopped: false };
      bands.push(band);
      return {
        stop: async () => {
          band.stopped = true;
          onEnd();
        },
      };
    },
  });
  const startOn = async (source: string, address = 'here') => {
    const board = await store.board(source);
    const [by] = await store.participants(source);
    if (board === null || by === undefined) throw new Error('no board');
    return rehearsals.start(board, by, { people: 3, seed: 1, speed: 12 }, { address, language: 'en' });
  };
  const startElsewhere = async (address?: string) =>
    startOn((await createFromContent(store, { title: 'Another one' }, [], 0)).id, address);
  const later = (ms: number) => (today += ms);
  return { rehearsals, clock, bands, start: () => startOn(id), startElsewhere, store, later };
}

describe('a rehearsal', () => {
  it('[REHEARSE1] [REHEARSE2] pretend participants write on a copy, unseen until the reveal, as people do', async () => {
    const { id, lead, session, screen } = await onBoard();
    addFactors(screen.doc, { texts: ['Already there'] }, { unit: null });
    await saved(screen);
    const { status, body } = await session.post(
      `/api/boards/${id}/rehearse`,
      { people: 3, pace: 'quick', seed: 7 },
      lead.token,
    );
    expect(status).toBe(201);
    expect(body.code).not.toBe((await session.get(`/api/boards/${id}`, lead.token)).body.code);
    const copy = session.somebody(body.id, body.token, body.participantId);
    const wall = copy.open();
    await saved(wall);
    expect(readSnapshot(wall.doc).meta).toMatchObject({ title: 'T (rehearsal)', about: { fictional: true } });
    expect(readSession(wall.doc).agenda).toHaveLength(3);
    const path = `/api/boards/${body.id}`;
    const say = (words: object) => session.post(`${path}/commands`, words, body.token);
    await until(async () => {
      const { rehearsal } = (await session.get(`${path}/rehearsal`, body.token)).body;
      expect(rehearsal).toMatchObject({ people: 3, joined: 3, running: true });
    });
    const people: { name: string; role: string; unit: string }[] = (
      await session.get(`${path}/people`, body.token)
    ).body.people;
    const pretend = people.filter(({ name }) => name.endsWith('(pretend)'));
    expect(pretend.map(({ role }) => role)).toEqual(['participant', 'participant', 'participant']);
    expect(pretend.every(({ unit }) => unit !== '')).toBe(true);

    await say({ type: 'phase', id: WRITE.id });
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    await until(() => expect(sum(readSession(wall.doc).writing.done)).toBe(3), 30_000);
    expect(readSnapshot(wall.doc).factors.map(({ text }) => text)).toEqual(['Already there']);
    expect((await say({ type: 'reveal' })).body.revealed).toBeGreaterThanOrEqual(6);

    // Notes written anonymously take their private documents along; people go on in new ones.
    const items = readSnapshot(wall.doc).factors.map(({ id: factor }) => factor);
    await say({ type: 'phase', id: VOTE.id });
    await say({ type: 'vote-open', question: 'What matters?', items, budget: 3, perItem: 2 });
    await until(() => expect(readSession(wall.doc).round?.turnout).toBe(3), 30_000);
    expect((await say({ type: 'vote-close' })).body).toMatchObject({ turnout: 3, spoiled: 0, unread: 0 });

    const stopped = await session.post(`${path}/rehearsal`, { do: 'stop' }, body.token);
    expect(stopped.body.rehearsal).toMatchObject({ running: false });
    expect(readSnapshot(screen.doc).factors).toHaveLength(1);
    const privateDoc = copy.openPrivateDoc();
    await saved(privateDoc);
    expect(readDrafts(privateDoc.doc)).toEqual([]);
    expect((await session.post(`${path}/rehearsal`, { do: 'delete' }, body.token)).body).toEqual({
      rehearsal: null,
    });
    expect((await session.get(path, body.token)).status).toBe(404);
    expect((await session.get(`/api/boards/${id}`, lead.token)).status).toBe(200);
  }, 80_000);

  it('[REHEARSE4] no other board is deleted, and only facilitators start, look and stop', async () => {
    const { id, lead, join, session } = await onBoard();
    const path = `/api/boards/${id}`;
    expect((await session.post(`${path}/rehearsal`, { do: 'delete' }, lead.token)).status).toBe(403);
    expect((await session.get(`${path}/rehearsal`, lead.token)).body).toEqual({ rehearsal: null });
    for (const role of ['participant', 'observer', 'display'] as const) {
      const { token } = await join(role);
      expect((await session.post(`${path}/rehearse`, {}, token)).status).toBe(403);
      expect((await session.get(`${path}/rehearsal`, token)).status).toBe(403);
      expect((await session.post(`${path}/rehearsal`, { do: 'stop' }, token)).status).toBe(403);
    }
    for (const people of [0, 46, 1.5])
      expect((await session.post(`${path}/rehearse`, { people }, lead.token)).status).toBe(400);
  });

  it('[REHEARSE1] a copy is not copied again, and only so many are played at once', async () => {
    const { rehearsals, start, startElsewhere, store } = await manager();
    const first = await start();
    const copy = await store.board(first.id);
    const [by] = await store.participants(first.id);
    if (copy === null || by === undefined) throw new Error('no copy');
    await expect(
      rehearsals.start(copy, by, { people: 1, seed: 1, speed: 1 }, { address: 'here', language: 'en' }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    });
    for (let more = 1; more < AT_ONCE_MAX; more += 1) await startElsewhere(`address ${more}`);
    await expect(startElsewhere('another')).rejects.toMatchObject({ code: 'busy' });
    await rehearsals.stop(first.id);
    await startElsewhere('another');
  });

  it('[SHARE33] a stranger who starts all they can keeps nobody from a rehearsal', async () => {
    const { bands, clock, startElsewhere } = await manager();
    const playing = () => bands.filter(({ stopped }) => !stopped).length;
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => startElsewhere('stranger')));
    expect(all.map(({ status }) => status).filter((one) => one === 'fulfilled')).toHaveLength(3);
    await startElsewhere('honest');
    // All are watched as far as is known: the stranger's oldest yields all the same.
    await startElsewhere('class');
    expect([bands[0]?.stopped, playing()]).toEqual([true, AT_ONCE_MAX]);
    await clock.advance(YIELDS_AFTER_MS);
    for (const address of ['a', 'b', 'c', 'd']) await startElsewhere(address);
    expect(playing()).toBe(AT_ONCE_MAX);
  });

  it('[REHEARSE5] of one board two are played and five kept: the oldest yields, and no other board', async () => {
    const { bands, later, start, startElsewhere, store } = await manager();
    const other = await startElsewhere();
    const copies: string[] = [];
    for (let count = 0; count < COPIES_MAX + 2; count += 1) {
      later(1);
      copies.push((await start()).id);
    }
    const kept = await Promise.all(copies.map(async (id) => (await store.board(id)) !== null));
    expect(kept).toEqual([false, false, true, true, true, true, true]);
    expect(bands.filter(({ stopped }) => !stopped)).toHaveLength(1 + PLAYED_MAX);
    expect(bands[0]?.stopped).toBe(false);
    expect(await store.board(other.id)).not.toBeNull();
  });

  it('[GEN1] what is redacted on a board is redacted in its copies, in what they kept too', async () => {
    const { command, id, lead, screen, session, store } = await onBoard();
    const added = addFactors(screen.doc, { texts: ['whispered one', 'whispered two'] }, { unit: null });
    const [secret = '', part = ''] = added.ok ? added.value : [];
    await saved(screen);
    const rehearse = () => session.post(`/api/boards/${id}/rehearse`, { people: 1 }, lead.token);
    const { body: copy } = await rehearse();
    const { body: broken } = await rehearse();
    await session.post(`/api/boards/${copy.id}/commands`, { type: 'version-save', name: 'x' }, copy.token);
    mergeFactors(screen.doc, secret, [part]);
    await saved(screen);
    const { load } = store.port;
    const isBroken = (key: DocKey) => key.board === broken.id && key.owner === '';
    await session.post(`/api/boards/${broken.id}/rehearsal`, { do: 'stop' }, broken.token);
    store.port.load = async (key) =>
      isBroken(key) ? { ok: false, error: 'damaged', reason: 'test' } : load(key);
    expect((await command({ type: 'redact', factorIds: [secret] })).status).toBe(200);
    const words = JSON.stringify([
      (await session.get(`/api/boards/${copy.id}/export/board.json`, copy.token)).body,
      await Promise.all(
        (await session.get(`/api/boards/${copy.id}/versions`, copy.token)).body.versions.map(
          async (one: { id: string }) =>
            (await session.get(`/api/boards/${copy.id}/versions/${one.id}`, copy.token)).body,
        ),
      ),
    ]);
    expect(words).toContain('[redacted]');
    expect(words).not.toContain('whispered');
    expect(await store.board(broken.id)).toBeNull();
  });

  it('[REHEARSE3] they leave when no person has been there for half an hour, and when the server ends', async () => {
    const { rehearsals, bands, clock, start } = await manager();
    await rehearsals.open();
    await start();
    await clock.advance(LEFT_MS - LOOK_EVERY_MS);
    expect(bands[0]?.stopped).toBe(false);
    await clock.advance(2 * LOOK_EVERY_MS);
    expect(bands[0]?.stopped).toBe(true);
    await start();
    await rehearsals.close();
    expect(bands[1]?.stopped).toBe(true);
  });

  it('[REHEARSE4] is removed after seven days, also by a server that was off meanwhile', async () => {
    const { rehearsals, start, store, later } = await manager();
    const { id } = await start();
    later(KEPT_MS - 1);
    await rehearsals.sweep();
    expect(await store.board(id)).not.toBeNull();
    later(1);
    await rehearsals.open();
    expect(await store.board(id)).toBeNull();
    expect(await store.rehearsals()).toEqual([]);
    await rehearsals.close();
  });
});
