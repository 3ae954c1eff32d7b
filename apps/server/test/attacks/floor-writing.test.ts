import { addDraft, answerAsked, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { saved, until, WALK, WRITE } from '../../src/testing/meeting.ts';
import { endAll, LATER, sourcesIn, written } from './written.ts';

afterEach(endAll);

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
    const own = lead.openPrivateDoc();
    const second = people[0]?.openPrivateDoc();
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

describe('[FLOOR9] one person who asks for more than their phase promised', () => {
  it('keeps no other person from the reveal', async () => {
    const { mineOf, reveal, texts } = await written(2, { identity: 'unit' });
    addDraft(mineOf(0).doc, { text: 'Mine alone', phase: WRITE.id, at: 9, seen: 'anonymous' });
    await saved(mineOf(0));
    expect(await reveal()).toEqual({ revealed: 2, unread: 0 });
    await until(() => expect(texts()).toEqual(['Note 0', 'Note 1']));
    expect(readDrafts(mineOf(0).doc).map(({ text }) => text)).toContain('Mine alone');
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
  it('and only what its writer agrees to is shown; no person is told who or how many said no', async () => {
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
  it('and not those of three, whatever was on the facilitator’s screen before the third wrote', async () => {
    const { command, texts } = await written(3);
    expect((await command({ type: 'reveal', few: 'keep' })).status).toBe(403);
    expect(texts()).toEqual([]);
  });

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
    const second = people[0]?.openPrivateDoc();
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
