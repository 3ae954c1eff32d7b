import {
  addDraft,
  addFactors,
  castVote,
  readDrafts,
  readSession,
  readSnapshot,
  removeFactors,
  writeText,
} from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireClient } from '../rooms/testing/wire-client.ts';
import { killable } from '../storage/testing/killed-storage.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../testing/meeting.ts';
import { opened } from './testing/vote-fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
}, 30_000);

const VOTE = { id: 'p3', kind: 'vote', title: 'Vote' };
/** More than any of these commands writes: the last round is one in which no person is killed. */
const WRITES_MAX = 40;
const texts = ({ doc }: WireClient) =>
  readSnapshot(doc)
    .factors.map(({ text }) => text)
    .sort();

const add = ({ doc }: WireClient, ...words: string[]): readonly string[] => {
  const added = addFactors(doc, { texts: words }, { unit: null });
  return added.ok ? added.value : [];
};

/** Ray has no device: the facilitator writes and votes for him. Two others do so themselves. */
async function room(identity: string) {
  const memory = new MemoryStorage();
  const { storage, ...killer } = killable(memory);
  const session = await openMeeting(storage);
  ends.push(() => session.end());
  const made = await session.newBoard();
  const phases = [WRITE, WALK, VOTE].map((phase) => ({ ...phase, identity }));
  await made.command({ type: 'set-agenda', agenda: phases });
  const ray = (await made.command({ type: 'add-person', name: 'Ray', unit: 'Federal Programs' })).body;
  const people = await Promise.all([made.join('participant'), made.join('participant')]);
  const screen = made.lead.open();
  const privateDocs = [made.lead, ...people].map((one) => one.openPrivateDoc());
  await saved(screen, ...privateDocs);

  /** Kills the server after so many writes of a command; answers the one that runs on what was stored. */
  async function killedIn(writes: number, command: Record<string, unknown>) {
    killer.killAfter(writes);
    const answer = made.command(command).catch(() => null);
    let isDone = false;
    void answer.then(() => (isDone = true));
    await until(() => expect(isDone || killer.isDead()).toBe(true));
    const again = await openMeeting(memory);
    ends.push(() => again.end());
    const lead = again.somebody(made.id, made.lead.token, made.lead.participantId);
    const command2 = (body: Record<string, unknown>) =>
      again.post(`/api/boards/${made.id}/commands`, body, made.lead.token);
    const wall = lead.open();
    const notes = [lead, ...people].map((one) =>
      again.somebody(made.id, one.token, one.participantId).openPrivateDoc(),
    );
    await saved(wall, ...notes);
    const said = async (): Promise<string> => {
      const path = `/api/boards/${made.id}/versions`;
      const { versions } = (await again.get(path, lead.token)).body;
      const files = versions.map((one: { id: string }) => again.get(`${path}/${one.id}`, lead.token));
      return JSON.stringify((await Promise.all(files)).map(({ body }) => body));
    };
    return { wasKilled: killer.isDead(), command: command2, wall, notes, said, memory };
  }
  return { ...made, ray: String(ray.participantId), privateDocs, screen, killedIn };
}

/** Runs `round` for every moment at which a command can be killed, a few at a time. */
async function atEveryMoment(round: (writes: number) => Promise<boolean>): Promise<number> {
  const AT_ONCE = 4;
  for (let first = 0; first < WRITES_MAX; first += AT_ONCE) {
    const rounds = Array.from({ length: AT_ONCE }, (_, index) => round(first + index));
    const killed = await Promise.all(rounds);
    if (killed.includes(false)) return first + killed.indexOf(false);
  }
  throw new Error('it never came to an end');
}

describe('killed at every moment', () => {
  it.each(['unit', 'named', 'anonymous'])(
    '[REVEAL7] [FOR1] [VERSION3] of a reveal (%s), every note is on the board once or still private',
    async (identity) => {
      const moments = await atEveryMoment(async (writes) => {
        const { command, killedIn, privateDocs, ray } = await room(identity);
        await command({ type: 'phase', id: WRITE.id });
        const [lead, one, two] = privateDocs;
        if (lead === undefined || one === undefined || two === undefined) throw new Error('nobody');
        addDraft(lead.doc, { text: 'Dictated by Ray', phase: WRITE.id, for: ray, at: 1 });
        addDraft(lead.doc, { text: 'Of the lead', phase: WRITE.id, at: 2 });
        addDraft(one.doc, { text: 'One', phase: WRITE.id, at: 1 });
        addDraft(two.doc, { text: 'Two', phase: WRITE.id, for: ray, at: 1 });
        await saved(...privateDocs);
        const all = ['Dictated by Ray', 'Of the lead', 'One', 'Two'];
        const after = await killedIn(writes, { type: 'reveal' });
        expect(await after.memory.cleanups()).toEqual([]);
        const waiting = after.notes.flatMap(({ doc }) => readDrafts(doc).map(({ text }) => text));
        expect([...texts(after.wall), ...waiting].sort()).toEqual(all);
        for (const text of waiting) expect(await after.said()).not.toContain(text);
        await after.command({ type: 'reveal' });
        await until(() => expect(texts(after.wall)).toEqual(all));
        const sources = (text: string) =>
          Object.values(
            readSnapshot(after.wall.doc).factors.find((factor) => factor.text === text)?.sources ?? {},
          );
        const names = sources('Dictated by Ray').map(({ name }) => name);
        expect(names).toEqual(identity === 'anonymous' ? [] : [identity === 'named' ? 'Ray' : undefined]);
        expect(sources('Two').some(({ name }) => name === 'Ray')).toBe(false);
        if (identity !== 'named') expect(await after.said()).not.toContain('"name":"Ray"');
        return after.wasKilled;
      });
      expect(moments).toBeGreaterThan(3);
    },
    120_000,
  );

  it.each(['unit', 'anonymous'])(
    '[VOTE5] [ERASE2] of the close of a vote (%s), it is open with all ballots or closed once with all counted',
    async (identity) => {
      const moments = await atEveryMoment(async (writes) => {
        const { command, killedIn, privateDocs, ray, screen } = await room(identity);
        await command({ type: 'phase', id: VOTE.id });
        const [lead, one, two] = privateDocs;
        if (lead === undefined || one === undefined || two === undefined) throw new Error('nobody');
        const [item = '', other = ''] = add(screen, 'Item', 'Other');
        await saved(screen);
        const opening = await command({
          type: 'vote-open',
          question: 'First?',
          items: [item, other],
          budget: 2,
        });
        const round = await opened(screen, String(opening.body.round));
        castVote(lead.doc, round, item, 2, { for: ray });
        for (const own of [lead, one, two]) castVote(own.doc, round, item, 1);
        await saved(...privateDocs);
        const after = await killedIn(writes, { type: 'vote-close' });
        expect(await after.memory.cleanups()).toEqual([]);
        const open = readSession(after.wall.doc).round;
        expect(readSnapshot(after.wall.doc).voteRounds).toHaveLength(open === null ? 1 : 0);
        if (open !== null) {
          const closed = await after.command({ type: 'vote-close' });
          expect(closed.body).toMatchObject({ results: { [item]: 5, [other]: 0 }, turnout: 4, spoiled: 0 });
        }
        await until(() =>
          expect(readSnapshot(after.wall.doc).voteRounds).toMatchObject([
            { results: { [item]: 5, [other]: 0 }, participants: 4 },
          ]),
        );
        const ballots = after.notes.map(({ doc }) => doc.getMap('answers').size);
        if (identity === 'anonymous' && open === null) expect(ballots).toEqual([0, 0, 0]);
        return after.wasKilled;
      });
      expect(moments).toBeGreaterThan(identity === 'anonymous' ? 3 : 1);
    },
    120_000,
  );

  it('[VERSION2] of a restore, the board says the one or the other, and what it said is kept', async () => {
    const moments = await atEveryMoment(async (writes) => {
      const { command, killedIn, screen } = await room('unit');
      const [kept = '', taken = ''] = add(screen, 'kept', 'taken');
      await saved(screen);
      const { body } = await command({ type: 'version-save', name: 'Before' });
      writeText(screen.doc, 'factors', kept, 'reworded');
      removeFactors(screen.doc, [taken]);
      add(screen, 'new');
      await saved(screen);
      const after = await killedIn(writes, { type: 'version-restore', id: body.id });
      const says = texts(after.wall).join();
      expect(['kept,taken', 'new,reworded']).toContain(says);
      if (says === 'kept,taken') expect(await after.said()).toContain('reworded');
      expect((await after.command({ type: 'version-restore', id: body.id })).status).toBe(200);
      await until(() => expect(texts(after.wall)).toEqual(['kept', 'taken']));
      return after.wasKilled;
    });
    expect(moments).toBeGreaterThan(1);
  }, 60_000);

  it('[VERSION3] of a redaction, it can be asked for again and leaves the words nowhere', async () => {
    const moments = await atEveryMoment(async (writes) => {
      const { command, killedIn, screen } = await room('unit');
      const [secret = ''] = add(screen, 'whispered', 'said');
      await saved(screen);
      await command({ type: 'version-save', name: 'One' });
      writeText(screen.doc, 'factors', secret, 'whispered again');
      await saved(screen);
      await command({ type: 'version-save', name: 'Two' });
      const after = await killedIn(writes, { type: 'redact', factorIds: [secret] });
      expect(texts(after.wall).includes('said')).toBe(true);
      if (texts(after.wall).includes('[redacted]')) expect(await after.said()).not.toContain('whispered');
      expect((await after.command({ type: 'redact', factorIds: [secret] })).status).toBe(200);
      expect(await after.said()).not.toContain('whispered');
      return after.wasKilled;
    });
    expect(moments).toBeGreaterThan(1);
  }, 60_000);
});
