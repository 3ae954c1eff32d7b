import { castVote, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { saved, until } from '../../src/testing/meeting.ts';
import { opened, roundOf, voting as openVoting } from '../../src/hidden-work/testing/vote-fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const voting: typeof openVoting = async (...given) => {
  const made = await openVoting(...given);
  ends.push(() => made.session.end());
  return made;
};
type Room = Awaited<ReturnType<typeof openVoting>>;

/** What everybody may know of the closed votes, the latest last. */
async function closedIn({ screen }: Pick<Room, 'screen'>) {
  await until(() => expect(readSession(screen.doc).round).toBeNull());
  const rounds = [...readSnapshot(screen.doc).voteRounds];
  return rounds.sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? -1 : 1));
}

async function reopen({ command, screen }: Pick<Room, 'command' | 'screen'>, round: string) {
  const { body } = await command({ type: 'vote-reopen', round });
  return opened(screen, String(body.round));
}

const tooFew = { status: 409, body: { error: { code: 'too-few' } } };
const someoneSays = (one: WireClient, round: Room['round'], item: string) =>
  castVote(one.doc, round, item, 1);

describe('[FLOOR21] one ballot is not shown by itself', () => {
  it.each(['anonymous', 'unit'])('by closing the vote (%s) when one or two have voted', async (identity) => {
    const room = await voting(identity);
    const { a, b, command, id, board, round, screen, session } = room;
    someoneSays(a, round, 'f1');
    await saved(a);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    someoneSays(b, round, 'f2');
    await saved(b);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 2, own: 2, able: 4 }));
    const closed = await command({ type: 'vote-close', show: false });
    expect(closed.body).toMatchObject({ results: {}, turnout: 2, withheld: 'few' });
    expect(await closedIn(room)).toMatchObject([
      { results: {}, voters: {}, byUnit: {}, votersByUnit: {}, participants: 2, withheld: 'few' },
    ]);
    const file = await session.get(`/api/boards/${id}/board.json`, board.token);
    expect(JSON.stringify(file.body)).not.toContain('"results":{"f1"');
  });

  it('by voting for people without a device beside the one who has voted', async () => {
    const { a, command, lead, people, round } = await voting('anonymous');
    const leads = lead.openPrivateDoc();
    await saved(leads);
    for (const person of people.slice(1, 4))
      castVote(leads.doc, round, 'f1', 1, { for: person.participantId });
    someoneSays(a, round, 'f2');
    await saved(leads, a);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
  });

  it('in a rating, of an item that only one person rated', async () => {
    const wanted = { method: 'rating', question: 'How much?', items: ['f1', 'f2'] };
    const room = await voting('anonymous', wanted);
    const { a, b, c, command, round } = room;
    for (const one of [a, b, c]) castVote(one.doc, round, 'f1', 4);
    castVote(a.doc, round, 'f2', 5);
    await saved(a, b, c);
    expect((await command({ type: 'vote-close' })).body.results).toEqual({ f1: 12, f2: 0 });
    expect(await closedIn(room)).toMatchObject([{ results: { f1: 12, f2: 0 }, voters: { f1: 3, f2: 0 } }]);
  });
});

describe('[FLOOR22] ballots that a facilitator casts for others', () => {
  it.each(['anonymous', 'unit'])('count (%s), and are none of the three', async (identity) => {
    const { a, b, c, command, lead, people, round, screen } = await voting(identity);
    const leads = lead.openPrivateDoc();
    await saved(leads);
    for (const person of people.slice(2)) castVote(leads.doc, round, 'f1', 1, { for: person.participantId });
    for (const one of [a, b]) someoneSays(one, round, 'f2');
    await saved(leads, a, b);
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 4, own: 2, able: 4 }));
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    someoneSays(c, round, 'f2');
    await saved(c);
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 4, own: 3, able: 4 }));
    expect((await command({ type: 'vote-close' })).body).toMatchObject({
      results: { f1: 1, f2: 3 },
      turnout: 4,
    });
  });
});

describe('[VOTE11] who has voted counts', () => {
  it.each(['made observers', 'removed'])(
    'also where all others but one are %s before the close',
    async (how) => {
      const { a, b, c, d, command, people, round, screen } = await voting('anonymous');
      castVote(a.doc, round, 'f1', 2);
      for (const one of [b, c, d]) someoneSays(one, round, 'f2');
      await saved(a, b, c, d);
      await until(() => expect(roundOf(screen).turnout).toBe(4));
      for (const { participantId } of people.slice(1)) {
        await command(
          how === 'removed'
            ? { type: 'remove-person', participantId }
            : { type: 'set-role', participantId, role: 'observer' },
        );
      }
      const { body } = await command({ type: 'vote-close' });
      expect(body).toMatchObject({ results: { f1: 2, f2: 3 }, turnout: 4 });
    },
  );

  it('also where a person is removed between two counts of the same ballots', async () => {
    const room = await voting();
    const { command, privateDocs, people, round } = room;
    for (const one of privateDocs) someoneSays(one, round, 'f1');
    await saved(...privateDocs);
    await command({ type: 'vote-close' });
    await command({ type: 'remove-person', participantId: people[0]?.participantId });
    await reopen(room, round.id);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ results: { f1: 4 }, turnout: 4 });
  });
});

describe('[VOTE10] two results of the same ballots', () => {
  it('do not tell what one or two changed', async () => {
    const room = await voting();
    const { a, b, c, d, command, round } = room;
    for (const one of [a, b, c]) someoneSays(one, round, 'f1');
    await saved(a, b, c);
    await command({ type: 'vote-close' });
    const again = await reopen(room, round.id);
    someoneSays(d, again, 'f2');
    await saved(d);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    someoneSays(a, again, 'f2');
    await saved(a);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    expect((await command({ type: 'vote-close', show: false })).body.withheld).toBe('changed');
    // What was not shown stays out of the next comparison; three people's changes are shown.
    const third = await reopen(room, again.id);
    expect(third.items).toEqual(['f1', 'f2']);
    someoneSays(b, third, 'f2');
    await saved(b);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ results: { f1: 3, f2: 3 } });
  });

  it('do not tell what a facilitator cast for a person, nor the unit of a person who moved', async () => {
    const room = await voting();
    const { command, join, lead, privateDocs, people, round } = room;
    const others = await Promise.all([1, 2, 3].map(() => join('participant', 'Federal Programs')));
    const theirs = others.map((one) => one.openPrivateDoc());
    const leads = lead.openPrivateDoc();
    await saved(...theirs, leads);
    for (const one of [...privateDocs, ...theirs]) someoneSays(one, round, 'f1');
    await saved(...privateDocs, ...theirs);
    await command({ type: 'vote-close' });
    expect(Object.keys((await closedIn(room))[0]?.votersByUnit ?? {})).toHaveLength(2);
    await command({ type: 'move-person', participantId: people[0]?.participantId, unit: 'Federal Programs' });
    const moved = await reopen(room, round.id);
    await command({ type: 'vote-close' });
    expect((await closedIn(room)).at(-1)).toMatchObject({
      results: { f1: 7 },
      byUnit: {},
      unitsHidden: true,
    });
    const { body } = await command({ type: 'add-person', name: 'Rosa' });
    const cast = await reopen(room, moved.id);
    castVote(leads.doc, cast, 'f2', 1, { for: body.participantId });
    await saved(leads);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
  });

  it('[FLOOR22] nor what two changed beside a person for whom a facilitator casts both times', async () => {
    const room = await voting();
    const { a, b, c, command, lead, people, round } = room;
    const leads = lead.openPrivateDoc();
    await saved(leads);
    const castFor = (one: Room['round'], item: string) =>
      castVote(leads.doc, one, item, 1, { for: people[3]?.participantId ?? '' });
    for (const one of [a, b, c]) someoneSays(one, round, 'f1');
    castFor(round, 'f1');
    await saved(a, b, c, leads);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ results: { f1: 4 }, turnout: 4 });
    const again = await reopen(room, round.id);
    for (const one of [a, b]) someoneSays(one, again, 'f2');
    castFor(again, 'f2');
    await saved(a, b, leads);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    someoneSays(c, again, 'f2');
    await saved(c);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ results: { f1: 4, f2: 4 } });
  });

  it('nor two votes on the same in which all but one or two repeat themselves', async () => {
    const room = await voting();
    const { a, b, c, d, command, privateDocs, round, screen } = room;
    for (const one of privateDocs) someoneSays(one, round, 'f1');
    await saved(...privateDocs);
    await command({ type: 'vote-close' });
    const again = await command({ type: 'vote-open', question: 'Again?', items: ['f2', 'f1'], budget: 3 });
    const second = await opened(screen, String(again.body.round));
    for (const one of [a, b, c]) someoneSays(one, second, 'f1');
    someoneSays(d, second, 'f2');
    await saved(...privateDocs);
    expect(await command({ type: 'vote-close' })).toMatchObject(tooFew);
    for (const one of [b, c]) someoneSays(one, second, 'f2');
    await saved(b, c);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ results: { f1: 3, f2: 3 } });
    // Another vote is on other things: nothing is compared.
    const other = await command({ type: 'vote-open', question: 'Other?', items: ['f1', 'f3'], budget: 3 });
    const third = await opened(screen, String(other.body.round));
    for (const one of privateDocs) someoneSays(one, third, 'f1');
    await saved(...privateDocs);
    expect((await command({ type: 'vote-close' })).status).toBe(200);
  });

  it('are compared with what the server keeps, which no other person writes', async () => {
    const room = await voting();
    const { a, b, c, command, round } = room;
    for (const one of [a, b, c]) someoneSays(one, round, 'f1');
    await saved(a, b, c);
    await command({ type: 'vote-close' });
    await until(() => expect(a.doc.getMap('counted').size).toBe(1));
    a.doc.getMap('counted').delete(round.id);
    await until(() => expect(a.of('nack')).toHaveLength(1));
  });
});

describe('[VOTE12] the promise of a vote', () => {
  const agenda = (identity: string) => [
    { id: 'v', kind: 'vote', title: 'Vote', identity },
    { id: 'b', kind: 'break', title: 'Break' },
  ];

  it('is not loosened by anything done to the agenda, and can be tightened until the result', async () => {
    const { command, privateDocs, round, screen } = await voting('unit');
    for (const one of privateDocs) someoneSays(one, round, 'f1');
    await saved(...privateDocs);
    const set = async (...phases: unknown[]) =>
      expect((await command({ type: 'set-agenda', agenda: phases })).status).toBe(200);
    await set(...agenda('named'));
    expect(roundOf(screen).identity).toBe('unit');
    await set(...agenda('anonymous'));
    await until(() => expect(roundOf(screen).identity).toBe('anonymous'));
    await set(...agenda('named'));
    await command({ type: 'phase', id: 'b' });
    await set(agenda('')[1]);
    await set(...agenda('named'));
    await command({ type: 'vote-close' });
    await until(() => expect(readSnapshot(screen.doc).voteRounds).toMatchObject([{ identity: 'anonymous' }]));
    expect((await command({ type: 'vote-reopen', round: round.id })).status).toBe(403);
  });

  it('[VOTE13] ends with the ballots given under it, which are erased, where the facilitator asks to vote openly', async () => {
    const room = await voting('anonymous');
    const { a, command, id, people, round, screen, session, store } = room;
    someoneSays(a, round, 'f1');
    await saved(a);
    const { body } = await command({ type: 'vote-openly' });
    const openly = await opened(screen, body.round);
    expect(openly).toMatchObject({
      identity: 'named',
      items: ['f1', 'f2'],
      ballots: null,
      question: 'First?',
    });
    expect((await command({ type: 'vote-openly' })).status).toBe(403);
    const kept = await Promise.all((await store.privateDocs(id)).map((key) => store.load(key)));
    const bytes = kept.flatMap((one) =>
      one.ok ? [...one.value.rows, one.value.snapshot ?? new Uint8Array()] : [],
    );
    expect(kept.every(({ ok }) => ok)).toBe(true);
    expect(bytes.map((row) => Buffer.from(row).toString('latin1')).join('')).not.toContain(round.id);
    const privateDocs = session
      .somebody(id, people[1]?.token ?? '', people[1]?.participantId ?? '')
      .openPrivateDoc();
    await saved(privateDocs);
    castVote(privateDocs.doc, openly, 'f2', 1);
    await saved(privateDocs);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({
      results: { f1: 0, f2: 1 },
      turnout: 1,
    });
  });
});
