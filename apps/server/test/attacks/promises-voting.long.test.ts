import { castVote, readBallot, readSession, readSnapshot, removeBallot } from '@coherence/board';
import { randomFrom } from '@coherence/board/testing';
import { expect, it } from 'vitest';
import { saved, until } from '../../src/testing/meeting.ts';
import { opened, voting } from '../../src/hidden-work/testing/vote-fixture.ts';

const ITEMS = ['f1', 'f2'];
const FLOOR = 3;
const STEPS = 40;

/** What a person gave, as this test knows it: who, whether themselves, and the dots. */
type Gave = { readonly id: string; readonly own: boolean; readonly dots: Readonly<Record<string, number>> };
type Published = { readonly results: Readonly<Record<string, number>>; readonly of: readonly Gave[] };

/** Whether results that were shown, added and subtracted, rest on fewer than three who voted on devices of their own. */
function leavesOver(shown: readonly Published[]): boolean {
  let ways: readonly (readonly number[])[] = [[]];
  for (const _ of shown) ways = ways.flatMap((way) => [-1, 0, 1].map((times) => [...way, times]));
  return ways.some((way) => {
    const left = new Map<string, { times: number; gave: Gave }>();
    for (const [at, { of }] of shown.entries())
      for (const gave of of) {
        const key = JSON.stringify([gave.id, gave.own, ITEMS.map((item) => gave.dots[item] ?? 0)]);
        left.set(key, { gave, times: (left.get(key)?.times ?? 0) + (way[at] ?? 0) });
      }
    const rest = [...left.values()].filter(({ times }) => times !== 0).map(({ gave }) => gave);
    return rest.length > 0 && new Set(rest.filter(({ own }) => own).map(({ id }) => id)).size < FLOOR;
  });
}

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  '[FLOOR20] a facilitator who closes, takes back, votes for others, moves, removes and opens again learns no person’s vote (seed %i)',
  async (seed) => {
    const { next } = randomFrom(seed);
    const below = (count: number) => Math.floor(next() * count);
    const { command, join, lead, privateDocs, people, screen, session, round: first } = await voting();
    try {
      const more = await Promise.all([1, 2, 3].map(() => join('participant', 'Federal Programs')));
      const all = [...people, ...more];
      const docs = [...privateDocs, ...more.map((one) => one.openPrivateDoc())];
      const leads = lead.openPrivateDoc();
      await saved(...docs, leads);
      let round: typeof first | null = first;
      let gave = new Map<string, Gave>();
      const gone = new Set<number>();
      const shown: Published[] = [];
      const closed: { id: string; gave: Map<string, Gave> }[] = [];

      const vote = async (at: number) => {
        const [doc, id] = [docs[at]?.doc, all[at]?.participantId];
        if (round === null || doc === undefined || id === undefined || gone.has(at)) return;
        removeBallot(doc, round.ballots ?? round.id);
        const [item = 'f1'] = [ITEMS[below(2)]];
        const dots = 1 + below(2);
        castVote(doc, round, item, dots);
        gave.set(id, { id, own: true, dots: { [item]: dots } });
        const client = docs[at];
        if (client !== undefined) await saved(client);
      };
      const castFor = async (at: number) => {
        const id = all[at]?.participantId;
        if (round === null || id === undefined || gone.has(at) || gave.get(id)?.own === true) return;
        removeBallot(leads.doc, round.ballots ?? round.id, id);
        castVote(leads.doc, round, 'f2', 1, { for: id });
        gave.set(id, { id, own: false, dots: { f2: 1 } });
        await saved(leads);
      };
      const close = async () => {
        if (round === null) return;
        const { status, body } = await command({
          type: 'vote-close',
          ...(next() < 0.3 ? { show: false } : {}),
        });
        if (status !== 200) return;
        await until(() => expect(readSession(screen.doc).round).toBeNull());
        const record = readSnapshot(screen.doc).voteRounds.find(({ id }) => id === round?.id);
        expect(record?.results).toEqual(body.results);
        if (record?.withheld === null) {
          const of = [...gave.values()];
          for (const item of ITEMS)
            expect(record.results[item]).toBe(of.reduce((sum, { dots }) => sum + (dots[item] ?? 0), 0));
          shown.push({ results: record.results, of });
        }
        closed.push({ id: round.id, gave });
        round = null;
      };
      const again = async () => {
        if (round !== null) return;
        const old = next() < 0.7 ? closed[below(closed.length)] : undefined;
        const answer = await command(
          old === undefined
            ? { type: 'vote-open', question: 'Again?', items: ITEMS, budget: 3 }
            : { type: 'vote-reopen', round: old.id },
        );
        if (answer.status !== 200) return;
        round = await opened(screen, String(answer.body.round));
        gave = await whatIsThere(round);
      };
      /** A round that was taken back has the ballots as they are, also those given to later rounds of the same. */
      const whatIsThere = async (open: typeof first) => {
        const there = new Map<string, Gave>();
        const read = (doc: typeof leads.doc, person: string | null) =>
          Object.fromEntries(
            Object.entries(readBallot(doc, open, person)).map(([item, [dots = 0]]) => [item, dots]),
          );
        for (const { participantId: id } of all) {
          const cast = read(leads.doc, id);
          if (Object.keys(cast).length > 0) there.set(id, { id, own: false, dots: cast });
        }
        for (const [at, { participantId: id }] of all.entries()) {
          const doc = docs[at]?.doc;
          const own = doc === undefined ? {} : read(doc, null);
          if (Object.keys(own).length > 0) there.set(id, { id, own: true, dots: own });
        }
        for (const at of gone) {
          const id = all[at]?.participantId ?? '';
          if (there.get(id)?.own === false) there.delete(id);
        }
        return there;
      };
      const remove = async () => {
        const at = below(all.length);
        if (gone.size > 1 || gone.has(at)) return;
        await command({ type: 'remove-person', participantId: all[at]?.participantId });
        gone.add(at);
        const id = all[at]?.participantId ?? '';
        if (gave.get(id)?.own === false) gave.delete(id);
      };
      const move = async () => {
        const unit = next() < 0.5 ? 'Federal Programs' : 'School Improvement';
        await command({ type: 'move-person', participantId: all[below(all.length)]?.participantId, unit });
      };

      for (let step = 0; step < STEPS; step += 1) {
        const what = next();
        if (what < 0.45) await vote(below(all.length));
        else if (what < 0.55) await castFor(below(all.length));
        else if (what < 0.8) await close();
        else if (what < 0.93) await again();
        else if (what < 0.96) await remove();
        else await move();
      }
      expect(shown.length).toBeGreaterThan(0);
      expect(leavesOver(shown.slice(0, 8)), JSON.stringify(shown)).toBe(false);
    } finally {
      await session.end();
    }
  },
  120_000,
);
