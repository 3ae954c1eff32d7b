import {
  boardFileSchema,
  castVote,
  mergeFactors,
  mergeIntoBoard,
  MOTION,
  readBallot,
  readSession,
  readSnapshot,
} from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { WireClient } from '../../rooms/testing/wire-client.ts';
import { saved, until } from '../../testing/meeting.ts';
import { opened, roundOf, voting as openVoting } from '../testing/vote-fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const voting: typeof openVoting = async (...given) => {
  const made = await openVoting(...given);
  ends.push(() => made.session.end());
  return made;
};

/** Gives dots without the checks of an honest client. */
function stuff({ doc }: WireClient, round: string, dots: Record<string, unknown>): void {
  doc.getMap('ballots').set(round, new Y.Map(Object.entries(dots)));
}

describe('[VOTE3] a vote', () => {
  it('[VOTE2] shows turnout and nothing else while it is open, and counts of a ballot what keeps its rules', async () => {
    const { command, privateDocs, a, b, c, d, screen, round } = await voting('named');
    expect(round).toMatchObject({ items: ['f1', 'f2'], turnout: 0 });
    castVote(a.doc, round, 'f1', 2);
    castVote(b.doc, round, 'f1', 1);
    castVote(b.doc, round, 'f2', 2);
    stuff(c, round.id, { f1: 99 });
    stuff(d, round.id, { f3: 1 });
    await saved(...privateDocs);
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 3, over: 1 }));
    expect(JSON.stringify(screen.doc.getMap('session').toJSON())).not.toContain('"f1":');
    castVote(b.doc, round, 'f2', 1);
    await saved(b);
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({
      results: { f1: 5, f2: 1 },
      turnout: 3,
      over: 1,
      spoiled: 1,
      unread: 0,
    });
    await until(() => expect(readSession(screen.doc).round).toBeNull());
    expect(readSnapshot(screen.doc).voteRounds).toMatchObject([
      { id: round.id, text: 'First?', results: { f1: 5, f2: 1 }, participants: 3, invited: 4, over: 1 },
    ]);
  });

  it('lets all people see what they gave after it, and takes no second round beside an open one', async () => {
    const { command, a: voter, round } = await voting('named');
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
    expect(readBallot(voter.doc, round)).toEqual({ f1: [1] });
  });

  it('is without a result when it is called off', async () => {
    const { command, a: voter, round, screen } = await voting();
    castVote(voter.doc, round, 'f1', 1);
    await saved(voter);
    expect((await command({ type: 'vote-cancel' })).status).toBe(200);
    await until(() => expect(readSession(screen.doc).round).toBeNull());
    expect(readSnapshot(screen.doc).voteRounds).toEqual([]);
  });

  it('[ERASE2] in an anonymous phase keeps no ballot', async () => {
    const { command, id, a: voter, round, store } = await voting('anonymous');
    castVote(voter.doc, round, 'f1', 1);
    await saved(voter);
    expect((await command({ type: 'vote-close', show: false })).body.turnout).toBe(1);
    await until(() => expect(voter.closed).toBe('new-generation'));
    const kept = await Promise.all((await store.privateDocs(id)).map((key) => store.load(key)));
    const bytes = kept
      .flatMap((one) => (one.ok ? one.value.rows : []))
      .map((row) => Buffer.from(row).toString('latin1'));
    expect(bytes.join('')).not.toContain(round.id);
    expect(kept.every((one) => one.ok && one.value.snapshot === null)).toBe(true);
    expect(await store.cleanups()).toEqual([]);
  });
});

describe('[VOTE3] closing that had to wait for the disk', () => {
  it('[REVEAL9] is finished by itself once there is space, and leaves no anonymous ballot', async () => {
    const { a, b, c, command, round, screen, session } = await voting('anonymous');
    for (const one of [a, b, c]) castVote(one.doc, round, 'f1', 1);
    await saved(a, b, c);
    // Nothing else is left to be counted, so it is the closing that is taken up again.
    await until(() => expect(roundOf(screen).turnout).toBe(3));
    session.faults.appendError = 'full';
    expect((await command({ type: 'vote-close' })).status).toBe(503);
    session.faults.appendError = null;
    await until(
      () => expect(readSnapshot(screen.doc).voteRounds).toMatchObject([{ participants: 3 }]),
      15_000,
    );
    await until(() => expect(a.closed).toBe('new-generation'), 15_000);
    await until(async () => expect(await session.memoryCleanups()).toEqual([]), 15_000);
  }, 60_000);
});

describe('[SAVE2] a vote that is closed while the disk is full', () => {
  it('is closed once, with every ballot, however often closing is commanded', async () => {
    const { a, b, c, command, round, screen, session } = await voting();
    castVote(a.doc, round, 'f1', 2);
    castVote(b.doc, round, 'f2', 1);
    castVote(c.doc, round, 'f2', 1);
    await saved(a, b, c);
    await until(() => expect(roundOf(screen).turnout).toBe(3));
    session.faults.appendError = 'full';
    const refused = await Promise.all([command({ type: 'vote-close' }), command({ type: 'vote-close' })]);
    expect(refused.map(({ status }) => status).every((status) => status >= 400)).toBe(true);
    expect(readSnapshot(screen.doc).voteRounds).toEqual([]);
    session.faults.appendError = null;
    await until(async () => {
      await command({ type: 'vote-close' });
      expect(readSession(screen.doc).round).toBeNull();
    }, 15_000);
    await Promise.all([command({ type: 'vote-close' }), command({ type: 'vote-close' })]);
    expect(readSnapshot(screen.doc).voteRounds).toMatchObject([
      { results: { f1: 2, f2: 2 }, participants: 3 },
    ]);
  }, 30_000);
});

describe('[VOTE15] dots on one thing alone', () => {
  it.each([
    ['anonymous', {}, 403],
    ['unit', {}, 403],
    ['unit', { items: ['f1', 'f1'] }, 403],
    ['named', {}, 200],
    ['anonymous', { method: 'rating' }, 200],
    ['unit', { method: 'recorded' }, 200],
  ])('open in a phase that is %s, with %o: %i', async (identity, change, status) => {
    const { command, screen } = await voting(identity);
    await command({ type: 'vote-cancel' });
    const asked = await command({ type: 'vote-open', question: 'Q?', items: ['f1'], ...change });
    expect(asked.status).toBe(status);
    if (status === 403) expect(asked.body.error.message).toMatch(/^With dots on one item/);
    await until(() => expect(readSession(screen.doc).round === null).toBe(status === 403));
  });
});

describe('[VOTE6] a closed round', () => {
  it('stays when the room goes back a phase and forward again, and so does an open one with its ballots', async () => {
    const { a, command, round, screen } = await voting('named');
    castVote(a.doc, round, 'f1', 2);
    await saved(a);
    for (const id of ['b', 'v', null, 'v']) await command({ type: 'phase', id });
    await until(() => expect(roundOf(screen)).toMatchObject({ id: round.id, turnout: 1 }));
    await command({ type: 'vote-close' });
    for (const id of ['b', 'v']) await command({ type: 'phase', id });
    const again = await command({ type: 'vote-open', question: 'First?', items: ['f1'] });
    await opened(screen, again.body.round);
    expect(readSnapshot(screen.doc).voteRounds).toMatchObject([{ id: round.id, results: { f1: 2, f2: 0 } }]);
  });

  it('is taken back as a new round with the ballots as they were', async () => {
    const { a, b, command, round, screen } = await voting('named');
    castVote(a.doc, round, 'f1', 2);
    castVote(b.doc, round, 'f2', 1);
    await saved(a, b);
    await command({ type: 'vote-close' });
    const again = await command({ type: 'vote-reopen', round: round.id });
    const open = await opened(screen, again.body.round);
    expect(open).toMatchObject({ question: 'First?', budget: 3, perItem: 2, items: ['f1', 'f2'] });
    castVote(b.doc, open, 'f2', 2);
    await saved(b);
    await until(() => expect(roundOf(screen).turnout).toBe(2));
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({ results: { f1: 2, f2: 2 }, turnout: 2 });
    await until(() => expect(readSnapshot(screen.doc).voteRounds).toHaveLength(2));
    const twice = await command({ type: 'vote-reopen', round: again.body.round });
    expect((await opened(screen, twice.body.round)).ballots).toBe(round.id);
    expect((await command({ type: 'vote-reopen', round: 'nothing' })).status).toBe(409);
  });

  it('is taken back with every ballot, also where what was voted on has been merged since', async () => {
    const { a, command, round, screen } = await voting('named');
    castVote(a.doc, round, 'f1', 1);
    castVote(a.doc, round, 'f2', 2);
    await saved(a);
    await command({ type: 'vote-close' });
    mergeFactors(screen.doc, 'f1', ['f2']);
    await saved(screen);
    const again = await command({ type: 'vote-reopen', round: round.id });
    expect((await opened(screen, again.body.round)).items).toEqual(['f1', 'f2']);
    expect((await command({ type: 'vote-close' })).body).toMatchObject({ turnout: 1, spoiled: 0 });
    await until(() =>
      expect(readSnapshot(screen.doc).voteRounds.map(({ results }) => results)).toEqual([
        { f1: 3 },
        { f1: 3 },
      ]),
    );
  });

  it('[VOTE10] that is taken back is shown again where nothing or enough changed, by unit only where that tells nothing', async () => {
    const { a, b, command, join, privateDocs, screen, round } = await voting();
    const theirs = await Promise.all(
      [1, 2, 3, 4].map(async () => (await join('participant', 'Federal Programs')).openPrivateDoc()),
    );
    await saved(...theirs);
    const late = theirs.pop();
    if (late === undefined) throw new Error('nobody is late');
    for (const one of [...privateDocs, ...theirs]) castVote(one.doc, round, 'f1', 1);
    await saved(...privateDocs, ...theirs);
    await command({ type: 'vote-close' });
    const countedAgain = async (...changed: WireClient[]) => {
      const again = await command({ type: 'vote-reopen', round: round.id });
      const open = await opened(screen, again.body.round);
      for (const one of changed) castVote(one.doc, open, 'f2', 1);
      await saved(...changed);
      const answer = await command({ type: 'vote-close' });
      if (answer.status !== 200) await command({ type: 'vote-cancel' });
      await until(() => expect(readSession(screen.doc).round).toBeNull());
      const closed = readSnapshot(screen.doc).voteRounds.find(({ id }) => id === again.body.round);
      const units = Object.keys(closed?.votersByUnit ?? {}).length;
      return [answer.status, answer.body.error?.code ?? answer.body.results.f2, units, closed?.unitsHidden];
    };
    expect(await countedAgain()).toEqual([200, 0, 2, null]);
    expect(await countedAgain(late)).toEqual([409, 'too-few', 0, undefined]);
    expect(await countedAgain(late, a)).toEqual([409, 'too-few', 0, undefined]);
    // Together with what the others changed before the vote was called off they are three, of two units.
    expect(await countedAgain(late, a, b)).toEqual([200, 3, 0, true]);
  });

  it('[VOTE6] that came with a file is not taken back: no person voted in it here', async () => {
    const { command, screen } = await voting();
    await command({ type: 'vote-close' });
    await until(() => expect(readSession(screen.doc).round).toBeNull());
    const voteRounds = [{ id: 'v', text: 'Then', identity: 'unit' as const, results: { a: 5 } }];
    mergeIntoBoard(screen.doc, boardFileSchema.parse({ schema: 'coherence-board/1', voteRounds }), 0);
    await saved(screen);
    const id = readSnapshot(screen.doc).voteRounds.find(({ imported }) => imported === true)?.id;
    expect(id).toBeDefined();
    expect((await command({ type: 'vote-reopen', round: id })).status).toBe(403);
  });

  it('[VOTE9] is counted by the server: a result that a facilitator’s browser writes reaches nobody', async () => {
    const { a, command, lead, round, screen } = await voting('named');
    castVote(a.doc, round, 'f1', 1);
    await saved(a);
    await command({ type: 'vote-close' });
    await until(() => expect(readSnapshot(screen.doc).voteRounds).toHaveLength(1));
    const forger = lead.open();
    await until(() => expect(readSnapshot(forger.doc).voteRounds).toHaveLength(1));
    const known = forger.doc.getMap<{ set(key: string, value: unknown): void }>('voteRounds').get(round.id);
    known?.set('results', { f1: 99 });
    await until(() => expect(forger.of('nack').map(({ code }) => code)).toContain('role'));
    const later = lead.open();
    await until(() => expect(readSnapshot(later.doc).voteRounds).toMatchObject([{ results: { f1: 1 } }]));
    expect(readSnapshot(screen.doc).voteRounds).toMatchObject([{ results: { f1: 1 } }]);
  });

  it('of an anonymous phase is not taken back: no ballot is left', async () => {
    const { command, round } = await voting('anonymous');
    expect((await command({ type: 'vote-close' })).status).toBe(200);
    expect((await command({ type: 'vote-reopen', round: round.id })).status).toBe(403);
  });

  it('[VOTE7] shows no unit that could be found out by subtraction', async () => {
    const { a, b, c, d, command, join, privateDocs, screen, round } = await voting();
    const late = (await join('participant', 'Federal Programs')).openPrivateDoc();
    await saved(late);
    for (const one of [a, b, c, d, late]) castVote(one.doc, round, 'f1', 1);
    await saved(...privateDocs, late);
    await command({ type: 'vote-close' });
    await until(() => expect(readSnapshot(screen.doc).voteRounds).toHaveLength(1));
    // Four of one unit and one of another: taking the four from the total would give the one.
    const nothing = { byUnit: {}, votersByUnit: {}, participants: 5 };
    expect(readSnapshot(screen.doc).voteRounds[0]).toMatchObject(nothing);
  });

  it('[VOTE7] counts dots by unit where units are big enough, and in an anonymous phase never', async () => {
    for (const [identity, votersByUnit] of [
      ['unit', [3, 4]],
      ['anonymous', []],
    ] as const) {
      const { command, join, privateDocs, screen, round } = await voting(identity);
      const others = await Promise.all([1, 2, 3].map(() => join('participant', 'Federal Programs')));
      const theirs = others.map((one) => one.openPrivateDoc());
      await saved(...theirs);
      for (const one of [...privateDocs, ...theirs]) castVote(one.doc, round, 'f1', 1);
      await saved(...privateDocs, ...theirs);
      await command({ type: 'vote-close' });
      await until(() => expect(readSnapshot(screen.doc).voteRounds).toHaveLength(1));
      const [closed] = readSnapshot(screen.doc).voteRounds;
      expect(Object.values(closed?.votersByUnit ?? {}).toSorted()).toEqual(votersByUnit);
      expect(Object.values(closed?.byUnit['f1'] ?? {}).toSorted()).toEqual(votersByUnit);
    }
  });
});

describe('[VOTE4] other methods', () => {
  it('rate on two questions', async () => {
    const { a, b, command, round, screen } = await voting('named', {
      question: 'Where to push?',
      method: 'rating',
      questions: ['Impact', 'Effort'],
      items: ['f1', 'f2'],
    });
    castVote(a.doc, round, 'f1', 5);
    castVote(a.doc, round, 'f1', 2, { question: 1 });
    castVote(b.doc, round, 'f1', 4);
    await saved(a, b);
    await until(() => expect(roundOf(screen).turnout).toBe(2));
    await command({ type: 'vote-close' });
    await until(() =>
      expect(readSnapshot(screen.doc).voteRounds).toMatchObject([
        {
          method: 'rating',
          questions: ['Impact', 'Effort'],
          budget: null,
          results: { f1: 9, f2: 0 },
          voters: { f1: 2, f2: 0 },
          byUnit: {},
          second: { results: { f1: 2, f2: 0 }, voters: { f1: 1, f2: 0 } },
        },
      ]),
    );
  });

  it('[VOTE8] record who says what to a motion, told so before, and never where no names were promised', async () => {
    const motion = { question: 'Shall we adopt it?', method: 'recorded' };
    const { a, command, round, screen } = await voting('unit', motion);
    expect(round).toMatchObject({ identity: 'named', items: [], question: 'Shall we adopt it?' });
    castVote(a.doc, round, MOTION, 2);
    await saved(a);
    await until(() => expect(roundOf(screen).turnout).toBe(1));
    expect(JSON.stringify(screen.doc.getMap('session').toJSON())).not.toContain('"no"');
    await command({ type: 'vote-close' });
    await until(() =>
      expect(readSnapshot(screen.doc).voteRounds[0]?.recorded).toMatchObject([{ choice: 'no' }]),
    );

    const { command: elsewhere } = await voting('anonymous');
    await elsewhere({ type: 'vote-cancel' });
    expect((await elsewhere({ type: 'vote-open', ...motion })).status).toBe(403);
    expect((await elsewhere({ type: 'vote-open', method: 'recorded' })).status).toBe(400);
    expect((await elsewhere({ type: 'vote-open', method: 'dots' })).status).toBe(400);
  });

  it('suggest as many dots as suit the items', async () => {
    const { round } = await voting('unit', { items: ['f1', 'f2', 'f3'] });
    expect(round).toMatchObject({ budget: 1, perItem: 2 });
  });
});
