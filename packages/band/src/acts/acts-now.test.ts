import {
  addFactors,
  COLUMNS,
  numberNewFactors,
  placeOnMap,
  readBallot,
  readDrafts,
  readSnapshot,
  ballotProblem,
  phaseSchema,
  ROWS,
  writeSession,
} from '@coherence/board';
import type { PhaseInput, Session } from '@coherence/board';
import { randomFrom } from '@coherence/board/random';
import { describe, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import type { Material, Thought } from '../material.ts';
import { pretendOnBoard } from '../testing/on-board.ts';
import type { Mind } from './act.ts';
import { actsNow } from './acts-now.ts';
import { dotsFor } from './voting.ts';

const THOUGHTS: readonly Thought[] = ROWS.flatMap((row) =>
  COLUMNS.flatMap((column) =>
    ['Plans', 'Visits', 'Data'].map((about): Thought => {
      const text = `${about}, ${row} with ${column}`;
      return { row, column, wordings: [text, `${text}, in other words`] };
    }),
  ),
);
const MATERIAL: Material = { thoughts: THOUGHTS };

function someone(kind: PhaseInput['kind'], session: Partial<Session> = {}, over: Partial<PhaseInput> = {}) {
  const { board, pretend, told } = pretendOnBoard();
  const { doc } = board;
  const phase = phaseSchema.parse({ id: 'p1', kind, title: 'Now', ...over });
  writeSession(doc, { agenda: [phase], phase: { id: 'p1', startedAt: 1, endsAt: null }, ...session });
  const done = new Set<string>();
  const doAll = async (seed = 1, mind: Partial<Mind> = {}) => {
    for (;;) {
      const [next] = actsNow({ material: MATERIAL, ...mind, pretend, seed, done });
      if (next === undefined) return;
      done.add(next.name);
      await next.run();
    }
  };
  return { doc, pretend, told, done, doAll };
}

function cards(doc: Doc, count: number): readonly string[] {
  const texts = THOUGHTS.slice(0, count).map(({ wordings }) => wordings[0]);
  const added = addFactors(doc, { texts }, { unit: null });
  numberNewFactors(doc);
  return added.ok ? added.value : [];
}

const ROUND = {
  id: 'r1',
  question: 'What matters?',
  questions: [],
  budget: 5,
  perItem: 2,
  phase: null,
  identity: 'unit',
  openedAt: 1,
  ballots: null,
  turnout: 0,
  invited: 1,
  own: 0,
  able: 1,
  over: 0,
} as const;

describe('[FLOOR3] asked whether their notes may be shown', () => {
  it('a pretend participant answers once, for what they wrote without a name', async () => {
    const { doc, pretend, doAll } = someone('write', {}, { identity: 'anonymous' });
    await doAll();
    writeSession(doc, { asked: { phase: 'p1', at: 7 } });
    await doAll();
    const answers = readDrafts(pretend.privateDoc).map(({ answer }) => answer?.[0]);
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers)).toEqual(new Set([7]));
  });
});

describe('a pretend participant', () => {
  it('writes some notes alone, in their private document only, and says when done', async () => {
    const { doc, pretend, told, doAll } = someone('write');
    await doAll();
    const drafts = readDrafts(pretend.privateDoc);
    expect(drafts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(drafts.map(({ text }) => text)).size).toBe(drafts.length);
    expect(drafts.every(({ phase }) => phase === 'p1')).toBe(true);
    expect(told).toEqual(['done']);
    expect(readSnapshot(doc).factors).toEqual([]);
  });

  it('names row and column where the phase asks for them', async () => {
    const { pretend, doAll } = someone('write', {}, { cellRequired: true });
    await doAll();
    expect(readDrafts(pretend.privateDoc).every(({ row, column }) => row !== null && column !== null)).toBe(
      true,
    );
  });

  it('decides the same again for the same seed, and otherwise for another', async () => {
    const words = async (seed: number) => {
      const { pretend, doAll } = someone('write');
      await doAll(seed);
      return readDrafts(pretend.privateDoc)
        .map(({ text }) => text)
        .sort();
    };
    expect(await words(3)).toEqual(await words(3));
    expect(await words(3)).not.toEqual(await words(4));
  });

  it.each([
    ['dots', [], 1],
    ['rating', ['Impact', 'Effort'], 2],
    ['recorded', [], 3],
  ] as const)('votes by %s within the rules', async (method, questions, seed) => {
    const { doc, pretend, doAll } = someone('vote');
    const items = [...cards(doc, 8)];
    const round = { ...ROUND, method, questions: [...questions], items };
    writeSession(doc, { round });
    await doAll(seed);
    const ballot = readBallot(pretend.privateDoc, round);
    expect(Object.keys(ballot).length).toBeGreaterThan(0);
    expect(ballotProblem(round, ballot)).toBeNull();
    if (method === 'dots') {
      const spent = Object.values(ballot).reduce((sum, [dots = 0]) => sum + dots, 0);
      expect(spent).toBe(5);
    }
  });

  it('spends no more than there is to vote on', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const given = dotsFor({ items: ['a', 'b'], budget: 9, perItem: 2 }, randomFrom(seed));
      expect(given.every(([, dots]) => dots >= 1 && dots <= 2)).toBe(true);
      expect(new Set(given.map(([item]) => item)).size).toBe(given.length);
    }
  });

  it('places what was dealt to their team, where it belongs', async () => {
    const { doc, pretend, doAll } = someone('place');
    const [privateDoc = '', others = ''] = cards(doc, 2);
    const teams = [
      { people: ['me', 'you'], items: [privateDoc] },
      { people: ['they'], items: [others] },
    ];
    writeSession(doc, { deal: { phase: 'p1', teams, turn: [] } });
    await doAll();
    const cells = new Map(readSnapshot(doc).factors.map(({ id, cell }) => [id, cell]));
    const wanted = THOUGHTS.find(({ wordings }) =>
      wordings.includes(readSnapshot(doc).factors.find(({ id }) => id === privateDoc)?.text ?? ''),
    );
    expect(cells.get(privateDoc)?.slice(0, 2)).toEqual([wanted?.row, wanted?.column]);
    expect(cells.get(others)).toBeNull();
    expect(pretend.id).toBe('me');
  });

  it('links only in their turn, and lets it go on', async () => {
    const { doc, told, doAll } = someone('link');
    const ids = cards(doc, 4);
    placeOnMap(
      doc,
      ids.map((id, at) => ({ id, pos: [at * 300, 0, 200] })),
    );
    const teams = [{ id: 't1', name: 'Team 1', people: ['you', 'me'], items: [] }];
    writeSession(doc, { deal: { phase: 'p1', teams, turn: [0] } });
    await doAll();
    expect(readSnapshot(doc).influences).toEqual([]);
    writeSession(doc, { deal: { phase: 'p1', teams, turn: [1] } });
    await doAll();
    expect(readSnapshot(doc).influences.map(({ room }) => room?.name)).toContain('Team 1');
    expect(told).toContain('passed');
  });

  it('does nothing while others talk', () => {
    for (const kind of ['lobby', 'reveal', 'walk', 'break', 'read', 'close', 'report-out'] as const) {
      const { pretend, done } = someone(kind);
      expect(actsNow({ material: MATERIAL, pretend, seed: 1, done })).toEqual([]);
    }
  });

  it('says all of what they brought along, and no more', async () => {
    const { pretend, doAll } = someone('write');
    const says = THOUGHTS.slice(3, 6);
    await doAll(1, { says });
    const said = readDrafts(pretend.privateDoc).map(({ text }) =>
      THOUGHTS.findIndex(({ wordings }) => wordings.includes(text)),
    );
    expect(said.toSorted()).toEqual([3, 4, 5]);
  });

  it('groups what says the same in the columns of their room, each person another theme', async () => {
    const { doc, doAll } = someone('group');
    const cell = { row: ROWS[0], column: COLUMNS[0] };
    const [plans, visits] = THOUGHTS;
    if (plans === undefined || visits === undefined) throw new Error('no thoughts');
    const texts = [...plans.wordings, ...visits.wordings];
    addFactors(doc, { texts, cell }, { unit: null });
    addFactors(doc, { texts, cell: { row: ROWS[0], column: COLUMNS[1] } }, { unit: null });
    await doAll();
    expect(readSnapshot(doc).groups).toEqual([]);
    const room = { id: 't1', name: 'Room 1', columns: [COLUMNS[0]], people: ['you', 'me'], items: [] };
    writeSession(doc, { deal: { phase: 'p1', teams: [room], turn: [] } });
    await doAll();
    const { factors, groups } = readSnapshot(doc);
    expect(groups).toHaveLength(1);
    const grouped = factors.filter(({ group }) => group !== null);
    expect(grouped.map(({ cell: at }) => at?.[1])).toEqual([COLUMNS[0], COLUMNS[0]]);
    expect(grouped.map(({ text }) => text).toSorted()).toEqual(visits.wordings.toSorted());
  });

  it('proposes what they brought along, and says of what there would be less', async () => {
    const { doc, doAll } = someone('options');
    await doAll();
    expect(readSnapshot(doc).strategies).toEqual([]);
    placeOnMap(
      doc,
      cards(doc, 2).map((id, at) => ({ id, pos: [at * 300, 0, 200] })),
    );
    await doAll(1, { proposal: 'One calendar' });
    const { strategies, influences } = readSnapshot(doc);
    expect(strategies.map(({ text }) => text)).toEqual(['One calendar']);
    expect(influences.map(({ from, polarity }) => [from, polarity])).toEqual([[strategies[0]?.id, '-']]);
  });

  it('votes whatever phase is on, and only while the vote is open', async () => {
    const { doc, pretend, doAll } = someone('read');
    const round = { ...ROUND, questions: [], method: 'dots' as const, items: [...cards(doc, 4)] };
    writeSession(doc, { round });
    await doAll();
    expect(Object.keys(readBallot(pretend.privateDoc, round)).length).toBeGreaterThan(0);
    writeSession(doc, { round: null });
    expect(actsNow({ material: MATERIAL, pretend, seed: 2, done: new Set() })).toEqual([]);
  });
});
