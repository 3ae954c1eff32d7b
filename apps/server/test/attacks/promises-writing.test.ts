import { addDraft, answerAsked, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { openSession, saved, until, WALK, WRITE } from '../../src/session/testing/session-harness.ts';
import { MemoryStorage } from '../../src/storage/testing/memory-storage.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const SECRET = { ...WRITE, identity: 'anonymous' };
const LATER = { ...WRITE, id: 'p9', title: 'Again', identity: 'anonymous' };

/** A board in a write phase with so many people who have written one note each: "Note 0" and so on. */
async function written(count: number, { identity = 'anonymous', store = new MemoryStorage() } = {}) {
  const session = await openSession(store);
  ends.push(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [{ ...SECRET, identity }, WALK, LATER] });
  await made.command({ type: 'phase', id: WRITE.id });
  const people = await Promise.all(Array.from({ length: count }, () => made.join('participant')));
  const mine = people.map((one) => one.openMine());
  const looksOn = (await made.join('observer')).open();
  await saved(looksOn, ...mine);
  for (const [at, { doc }] of mine.entries()) addDraft(doc, { text: `Note ${at}`, phase: WRITE.id, at });
  await saved(...mine);
  const texts = () =>
    readSnapshot(looksOn.doc)
      .factors.map(({ text }) => text)
      .toSorted();
  const late = (at: number, as?: string) => {
    const drafts = readDrafts(mineOf(at).doc).map(({ id }) => id);
    return session.post(
      `/api/boards/${made.id}/late`,
      { drafts, ...(as && { as }) },
      people[at]?.token ?? '',
    );
  };
  /** Private documents begin anew after an anonymous reveal: they are opened again. */
  const again = async () => {
    for (const [at, person] of people.entries()) mine[at] = person.openMine();
    await saved(...mine);
  };
  const mineOf = (at: number): WireClient => {
    const one = mine[at];
    if (one === undefined) throw new Error('nobody writes');
    return one;
  };
  const reveal = async (more = {}) => (await made.command({ type: 'reveal', ...more })).body;
  return { ...made, session, people, mine, mineOf, looksOn, texts, late, again, reveal };
}

const sourcesIn = ({ doc }: WireClient) =>
  readSnapshot(doc).factors.flatMap(({ sources }) => Object.values(sources));

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
    const { command, mine, looksOn, reveal } = await written(3, { identity: 'unit' });
    for (const one of mine) one.close();
    const set = async (identity: string) =>
      (await command({ type: 'set-agenda', agenda: [{ ...WRITE, identity }, WALK] })).status;
    expect([await set('anonymous'), await set('unit')]).toEqual([200, 403]);
    expect(await reveal()).toMatchObject({ revealed: 3 });
    await until(() => expect(readSnapshot(looksOn.doc).factors).toHaveLength(3));
    expect(sourcesIn(looksOn)).toEqual([]);
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
    const append = store.append;
    store.append = (key, update, claims) => {
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
    ends.splice(0);
    // As revision 4b10a38 left them: drafts without a promise, one of a phase that is no longer on the agenda.
    for (const key of await store.privateDocs(first.id)) {
      const doc = new Y.Doc();
      addDraft(doc, { text: `Old of ${key.owner}`, phase: 'was-here', at: 1 });
      await store.renew(key, { update: Y.encodeStateAsUpdate(doc), retired: [] });
    }
    const again = await openSession(store);
    ends.push(() => again.end());
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
    const mine = await Promise.all([0, 1, 2].map(async () => (await join('participant')).openMine()));
    await saved(...mine);
    for (const { doc } of mine) addDraft(doc, { text: 'Told', phase: WRITE.id, at: 1, seen: 'anonymous' });
    await saved(...mine);
    expect(await reveal()).toEqual({ revealed: 3, unread: 0 });
    await until(() => expect(texts()).toHaveLength(3));
    expect(sourcesIn(looksOn)).toEqual([]);
  });
});

describe('[PROMISE5] unit and name', () => {
  it('are those of the moment of writing: a facilitator moves and names somebody alone', async () => {
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

describe('[FLOOR1] notes without a name', () => {
  it.each([1, 2])('of %i stay private, and the phase is not revealed', async (count) => {
    const { looksOn, texts, reveal } = await written(count);
    expect(await reveal()).toEqual({ revealed: 0, unread: 0, few: true });
    expect(await reveal({ phase: WRITE.id })).toEqual({ revealed: 0, unread: 0, few: true });
    expect(texts()).toEqual([]);
    expect(readSession(looksOn.doc).revealed).toEqual({});
  });

  it('count by people with a device: neither by notes, nor second devices, nor dictated ones', async () => {
    const { command, lead, people, reveal } = await written(2);
    const own = lead.openMine();
    const second = people[0]?.openMine();
    await saved(own, ...(second ? [second] : []));
    for (const at of [1, 2, 3]) addDraft(second?.doc ?? own.doc, { text: `More ${at}`, phase: WRITE.id, at });
    for (const name of ['Ray', 'Roy']) {
      const { body } = await command({ type: 'add-person', name });
      addDraft(own.doc, { text: `Of ${name}`, phase: WRITE.id, for: String(body.participantId), at: 1 });
    }
    await saved(own, ...(second ? [second] : []));
    expect(await reveal()).toEqual({ revealed: 0, unread: 0, few: true });
    addDraft(own.doc, { text: 'Of the facilitator', phase: WRITE.id, at: 9 });
    await saved(own);
    expect(await reveal()).toEqual({ revealed: 8, unread: 0 });
  });

  it('of two phases are counted for each', async () => {
    const { mineOf, reveal, command, texts } = await written(2);
    const third = await command({ type: 'phase', id: LATER.id });
    expect(third.status).toBe(200);
    addDraft(mineOf(0).doc, { text: 'Of the other phase', phase: LATER.id, at: 1 });
    await saved(mineOf(0));
    expect(await reveal()).toEqual({ revealed: 0, unread: 0, few: true });
    expect(texts()).toEqual([]);
  });

  it('[FLOOR6] isolate nobody by roles and removals after they were written', async () => {
    const { command, people, reveal, texts } = await written(4);
    const [ann, ...others] = people;
    for (const { participantId } of others)
      await command({ type: 'set-role', participantId, role: 'observer' });
    expect(await reveal()).toEqual({ revealed: 4, unread: 0 });
    await until(() => expect(texts()).toHaveLength(4));
    expect(ann).toBeDefined();
  });

  it('[FLOOR6] of three are none of those left when one is removed', async () => {
    const { command, people, reveal } = await written(3);
    await command({ type: 'remove-person', participantId: people[0]?.participantId });
    expect(await reveal()).toEqual({ revealed: 0, unread: 0, few: true });
  });

  it('[PROMISE6] go with a name where their writer chooses so, and the others of the phase wait', async () => {
    const { mineOf, reveal, texts, looksOn } = await written(3);
    addDraft(mineOf(0).doc, { text: 'I stand by this', phase: WRITE.id, at: 9, show: 'unit' });
    await saved(mineOf(0));
    expect(await reveal()).toEqual({ revealed: 4, unread: 0 });
    await until(() => expect(texts()).toHaveLength(4));
    const shown = readSnapshot(looksOn.doc).factors.filter(({ sources }) => Object.keys(sources).length > 0);
    expect(shown.map(({ text }) => text)).toEqual(['I stand by this']);
  });
});

describe('[FLOOR2] what comes after a reveal', () => {
  it('tells an observer no unit, and waits until three have something late', async () => {
    const { mineOf, again, late, looksOn, reveal, texts } = await written(3);
    const seen: unknown[] = [];
    looksOn.doc.on('update', () => seen.push(readSession(looksOn.doc).writing));
    await until(() => expect(Object.values(readSession(looksOn.doc).writing.drafts)).toEqual([3]));
    expect(await reveal()).toEqual({ revealed: 3, unread: 0 });
    await until(() => expect(texts()).toHaveLength(3));
    await again();
    for (const at of [0, 1, 2]) {
      addDraft(mineOf(at).doc, { text: `Late ${at}`, phase: WRITE.id, at: 20 });
      await saved(mineOf(at));
      expect(await reveal()).toEqual(at < 2 ? { revealed: 0, unread: 0 } : { revealed: 3, unread: 0 });
      if (at === 2) break;
      expect((await late(at)).body).toEqual({ revealed: 0, unread: 0, waits: 1 });
      expect(texts()).toHaveLength(3);
    }
    await until(() => expect(texts()).toHaveLength(6));
    expect(sourcesIn(looksOn)).toEqual([]);
    const units = readSnapshot(looksOn.doc).units.map(({ id }) => id);
    for (const id of units) expect(JSON.stringify(seen)).not.toContain(id);
  });

  it('comes together once the third has asked', async () => {
    const { mineOf, again, late, reveal, texts } = await written(3);
    await reveal();
    await again();
    for (const at of [0, 1, 2]) addDraft(mineOf(at).doc, { text: `Late ${at}`, phase: WRITE.id, at: 20 });
    await saved(...[0, 1, 2].map(mineOf));
    const answers = [];
    for (const at of [0, 1, 2]) answers.push((await late(at)).body.revealed);
    expect(answers).toEqual([0, 0, 3]);
    await until(() => expect(texts()).toHaveLength(6));
  });

  it('[PROMISE6] comes at once with the unit where its writer chooses so', async () => {
    const { mineOf, again, late, looksOn, reveal, texts } = await written(3);
    await reveal();
    await again();
    addDraft(mineOf(0).doc, { text: 'Late', phase: WRITE.id, at: 20 });
    await saved(mineOf(0));
    expect((await late(0, 'unit')).body).toEqual({ revealed: 1, unread: 0, waits: 0 });
    await until(() => expect(texts()).toContain('Late'));
    expect(sourcesIn(looksOn)).toHaveLength(1);
  });
});

describe('[FLOOR3] those who wrote are asked', () => {
  it('and only what its writer agrees to is shown; nobody is told who or how many said no', async () => {
    const { command, mineOf, looksOn, reveal, texts } = await written(2);
    const seen: string[] = [];
    looksOn.doc.on('update', () => seen.push(JSON.stringify(readSession(looksOn.doc).writing)));
    expect((await command({ type: 'ask-writers' })).status).toBe(200);
    await until(() => expect(readSession(looksOn.doc).asked?.phase).toBe(WRITE.id));
    const at = readSession(looksOn.doc).asked?.at ?? 0;
    for (const [who, isYes] of [
      [0, true],
      [1, false],
    ] as const) {
      const { doc } = mineOf(who);
      answerAsked(
        doc,
        readDrafts(doc).map(({ id }) => id),
        at,
        isYes,
      );
    }
    await saved(mineOf(0), mineOf(1));
    expect(await reveal()).toEqual({ revealed: 0, unread: 0, few: true });
    expect(await reveal({ few: 'consented' })).toEqual({ revealed: 1, unread: 0 });
    await until(() => expect(texts()).toEqual(['Note 0']));
    expect(readSession(looksOn.doc)).toMatchObject({
      asked: null,
      revealed: { [WRITE.id]: expect.any(Number) },
    });
    expect(
      seen.filter((writing) => !/^{"drafts":{},"people":{},"done":{}(,"few":true)?}$/.test(writing)),
    ).toEqual([]);
    expect(await reveal()).toEqual({ revealed: 0, unread: 0 });
  });

  it('an answer to an earlier question counts for none', async () => {
    const { command, mineOf, looksOn, reveal } = await written(1);
    await command({ type: 'ask-writers' });
    await until(() => expect(readSession(looksOn.doc).asked).not.toBeNull());
    const at = readSession(looksOn.doc).asked?.at ?? 0;
    const { doc } = mineOf(0);
    answerAsked(
      doc,
      readDrafts(doc).map(({ id }) => id),
      at - 1,
      true,
    );
    await saved(mineOf(0));
    expect(await reveal({ few: 'consented' })).toEqual({ revealed: 0, unread: 0 });
  });

  it('only where it is needed', async () => {
    const { command } = await written(3);
    expect((await command({ type: 'ask-writers' })).status).toBe(403);
    expect((await command({ type: 'ask-writers', phase: 'nowhere' })).status).toBe(404);
  });
});

describe('[FLOOR4] notes of fewer than three are given back', () => {
  it('the room goes on, the writers keep their words and may show them with their unit', async () => {
    const { command, mineOf, late, looksOn, reveal, texts } = await written(2);
    expect(await reveal({ few: 'keep' })).toEqual({ revealed: 0, unread: 0 });
    await until(() => expect(Object.keys(readSession(looksOn.doc).revealed)).toEqual([WRITE.id]));
    expect(texts()).toEqual([]);
    await until(() => expect(readSession(looksOn.doc).writing).toEqual({ drafts: {}, people: {}, done: {} }));
    // What was given back keeps its promise, and holds up no agenda.
    expect(
      (await command({ type: 'set-agenda', agenda: [{ ...WRITE, identity: 'named' }, WALK] })).status,
    ).toBe(200);
    expect(await reveal()).toEqual({ revealed: 0, unread: 0 });
    expect(readDrafts(mineOf(0).doc)).toHaveLength(1);
    expect((await late(0, 'unit')).body).toEqual({ revealed: 1, unread: 0, waits: 0 });
    await until(() => expect(texts()).toEqual(['Note 0']));
  });
});

describe('[FLOOR8] the figures of the server', () => {
  it('tell that something was written alone, and not how much', async () => {
    const { mineOf, session, people } = await written(1);
    const figure = async (name: string) => {
      const text = await (await fetch(`${session.base}/metrics`)).text();
      return Number(text.match(new RegExp(`^${name} (\\d+)$`, 'm'))?.[1]);
    };
    const second = people[0]?.openMine();
    if (second === undefined) throw new Error('nobody writes');
    await saved(second);
    const before = await figure('coherence_edits_total');
    const bytes = async () => [
      await figure('coherence_log_bytes_total'),
      await figure('coherence_bytes_sent_total'),
    ];
    const [log = 0, sent = 0] = await bytes();
    // The one change of the shared document is the count of the notes.
    const words = 'I'.repeat(1900);
    addDraft(mineOf(0).doc, { text: words, phase: WRITE.id, at: 9 });
    await saved(mineOf(0));
    await until(() => expect(readDrafts(second.doc).map(({ text }) => text)).toContain(words));
    expect(await figure('coherence_edits_total')).toBeGreaterThan(before);
    const [logAfter = 0, sentAfter = 0] = await bytes();
    expect(logAfter - log).toBeLessThan(words.length);
    expect(sentAfter - sent).toBeLessThan(words.length);
  });
});
