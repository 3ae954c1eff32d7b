import { castVote, readBallot, readSession, readSnapshot } from '@coherence/board';
import { randomFrom } from '@coherence/board/testing';
import { expect, it } from 'vitest';
import { saved, until } from '../../testing/meeting.ts';
import { opened, voting } from '../testing/vote-fixture.ts';

const NEWCOMERS = 6;
const first = Number(process.env['SEED'] ?? 7);

/** Lets others go first, so many times. */
async function yieldTo(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

it.each([first, first + 1])(
  '[VOTE6] closed three times while people join and vote: once, with what had arrived, each ballot whole; late ones stay private (seed %i)',
  async (seed) => {
    const { next } = randomFrom(seed);
    const { a, b, c, d, command, join, round, screen, session } = await voting('named');
    try {
      castVote(a.doc, round, 'f1', 2);
      castVote(b.doc, round, 'f2', 1);
      await saved(a, b);

      const coming = Array.from({ length: NEWCOMERS }, async () => {
        await yieldTo(Math.floor(next() * 40));
        const privateDoc = (await join('participant')).openPrivateDoc();
        castVote(privateDoc.doc, round, 'f1', 1);
        return privateDoc;
      });
      const changing = (async () => {
        await yieldTo(Math.floor(next() * 40));
        castVote(c.doc, round, 'f1', 2);
        await yieldTo(Math.floor(next() * 40));
        castVote(c.doc, round, 'f2', 1);
      })();
      const closing = [0, 1, 2].map(async () => {
        await yieldTo(Math.floor(next() * 200));
        return command({ type: 'vote-close' });
      });
      const answers = await Promise.all(closing);
      const [newcomers] = await Promise.all([Promise.all(coming), changing]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.error.code)).toEqual([
        'no-round',
        'no-round',
      ]);

      const { results, turnout, spoiled, unread } = answers.find(({ status }) => status === 200)?.body ?? {};
      expect([spoiled, unread]).toEqual([0, 0]);
      // What c gave by then: nothing, two dots, or all three.
      const fits = [0, 2, 3].some((dots) => {
        const others = turnout - 2 - (dots > 0 ? 1 : 0);
        const isWhole = results.f2 === (dots === 3 ? 2 : 1) && results.f1 === 2 + Math.min(dots, 2) + others;
        return isWhole && others >= 0 && others <= NEWCOMERS;
      });
      expect(fits, JSON.stringify({ results, turnout })).toBe(true);

      await until(() => expect(readSession(screen.doc).round).toBeNull());
      const closed = readSnapshot(screen.doc).voteRounds;
      expect(closed).toMatchObject([{ id: round.id, results, participants: turnout }]);
      expect(closed[0]?.invited).toBeGreaterThanOrEqual(Math.max(4, turnout));

      castVote(d.doc, round, 'f2', 2);
      await saved(c, d, ...newcomers);
      const again = await command({ type: 'vote-reopen', round: round.id });
      const reopened = await opened(screen, again.body.round);
      expect(readSnapshot(screen.doc).voteRounds).toEqual(closed);
      expect(readBallot(d.doc, reopened)).toEqual({ f2: [2] });
      const recounted = await command({ type: 'vote-close' });
      expect(recounted.body).toMatchObject({
        results: { f1: 4 + NEWCOMERS, f2: 4 },
        turnout: 4 + NEWCOMERS,
        spoiled: 0,
      });
    } finally {
      await session.end();
    }
  },
  60_000,
);
