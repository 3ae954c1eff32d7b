import { castVote, readBallot, readSession, readSnapshot } from '@coherence/board';
import type { OpenRound } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../storage/memory-storage.ts';
import type { WireClient } from '../rooms/wire-client.ts';
import { openSession, until } from './session-harness.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const saved = (...clients: WireClient[]) =>
  until(() => expect(clients.every(({ isSaved }) => isSaved)).toBe(true));

function roundOf({ doc }: WireClient): OpenRound {
  const { round } = readSession(doc);
  if (round === null) throw new Error('no vote is open');
  return round;
}

/** Gives dots without the checks of an honest client. */
function stuff({ doc }: WireClient, round: string, dots: Record<string, unknown>): void {
  doc.getMap('ballots').set(round, new Y.Map(Object.entries(dots)));
}

/** A board with factors f1, f2, f3, a vote on two of them, and four people. */
async function voting(identity = 'unit') {
  const store = new MemoryStorage();
  const session = await openSession(store);
  ends.push(() => session.end());
  const made = await session.newBoard();
  const screen = made.lead.open();
  await saved(screen);
  for (const id of ['f1', 'f2', 'f3']) {
    const factor = new Y.Map<unknown>([
      ['kind', 'factor'],
      ['text', new Y.Text(id)],
      ['in', screen.doc.clientID],
    ]);
    screen.doc.getMap('factors').set(id, factor);
  }
  await saved(screen);
  await made.command({ type: 'set-agenda', agenda: [{ id: 'v', kind: 'vote', title: 'Vote', identity }] });
  await made.command({ type: 'phase', id: 'v' });
  const opened = await made.command({
    type: 'vote-open',
    question: 'First?',
    budget: 3,
    perItem: 2,
    items: ['f1', 'f2', 'f1'],
  });
  const people = await Promise.all([1, 2, 3, 4].map(() => made.join('participant')));
  const mine = people.map((one) => one.openMine());
  await saved(...mine);
  await until(() => expect(roundOf(screen).id).toBe(opened.body.round));
  return { ...made, session, store, screen, mine, people, round: roundOf(screen) };
}

describe('[VOTE3] a vote', () => {
  it('shows turnout and nothing else while it is open, and counts no ballot that breaks its rules', async () => {
    const { command, mine, screen, round } = await voting();
    expect(round).toMatchObject({ items: ['f1', 'f2'], turnout: 0 });
    const [a, b, c, d] = mine;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('no voters');
    castVote(a.doc, round, 'f1', 2);
    castVote(b.doc, round, 'f1', 1);
    castVote(b.doc, round, 'f2', 2);
    stuff(c, round.id, { f1: 99 });
    stuff(d, round.id, { f3: 1 });
    await saved(...mine);
    await until(() => expect(roundOf(screen).turnout).toBe(2));
    expect(JSON.stringify(screen.doc.getMap('session').toJSON())).not.toContain('"f1":');
    castVote(b.doc, round, 'f2', 1);
    await saved(b);
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({ results: { f1: 3, f2: 1 }, turnout: 2, spoiled: 2, unread: 0 });
    await until(() => expect(readSession(screen.doc).round).toBeNull());
    expect(readSnapshot(screen.doc).voteRounds).toMatchObject([
      { id: round.id, text: 'First?', results: { f1: 3, f2: 1 }, participants: 2 },
    ]);
  });

  it('lets everybody see what they gave after it, and takes no second round beside an open one', async () => {
    const { command, mine, round } = await voting();
    const [voter] = mine;
    if (voter === undefined) throw new Error('no voter');
    castVote(voter.doc, round, 'f1', 1);
    await saved(voter);
    const refusals = [
      await command({ type: 'vote-open', items: ['f1'] }),
      await command({ type: 'vote-close' }),
      await command({ type: 'vote-close' }),
      await command({ type: 'vote-cancel' }),
      await command({ type: 'vote-open', items: ['nothing'] }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([409, 200, 409, 409, 400]);
    expect(readBallot(voter.doc, round.id)).toEqual({ f1: 1 });
  });

  it('is without a result when it is called off', async () => {
    const { command, mine, round, screen } = await voting();
    const [voter] = mine;
    if (voter === undefined) throw new Error('no voter');
    castVote(voter.doc, round, 'f1', 1);
    await saved(voter);
    expect((await command({ type: 'vote-cancel' })).status).toBe(200);
    await until(() => expect(readSession(screen.doc).round).toBeNull());
    expect(readSnapshot(screen.doc).voteRounds).toEqual([]);
  });

  it('[ERASE2] in an anonymous phase keeps no ballot', async () => {
    const { command, id, mine, round, store } = await voting('anonymous');
    const [voter] = mine;
    if (voter === undefined) throw new Error('no voter');
    castVote(voter.doc, round, 'f1', 1);
    await saved(voter);
    expect((await command({ type: 'vote-close' })).body.turnout).toBe(1);
    await until(() => expect(voter.closed).toBe('new-generation'));
    const kept = await Promise.all((await store.privateDocs(id)).map((key) => store.load(key)));
    const bytes = kept
      .flatMap((one) => (one.ok ? one.value.rows : []))
      .map((row) => Buffer.from(row).toString('latin1'));
    expect(bytes.join('')).not.toContain(round.id);
    expect(kept.every((one) => one.ok && one.value.snapshot === null)).toBe(true);
    expect(await store.chores()).toEqual([]);
  });
});
