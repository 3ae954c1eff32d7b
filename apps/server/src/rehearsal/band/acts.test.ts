import {
  addFactors,
  createBoard,
  numberNewFactors,
  placeOnMap,
  readBallot,
  readDrafts,
  readSnapshot,
  ballotProblem,
  phaseSchema,
  writeSession,
} from '@coherence/board';
import type { PhaseInput, Session } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { actsNow, dotsFor } from './acts.ts';
import { luckFor, luckOf } from './luck.ts';
import type { Pretend } from './pretend.ts';
import { pretendName, THOUGHTS } from './thoughts.ts';

function someone(kind: PhaseInput['kind'], session: Partial<Session> = {}, over: Partial<PhaseInput> = {}) {
  const made = createBoard({ title: 'T', units: [{ name: 'Finance', id: 'fin' }] });
  if (!made.ok) throw new Error(made.error.message);
  const doc = made.value;
  const phase = phaseSchema.parse({ id: 'p1', kind, title: 'Now', ...over });
  writeSession(doc, { agenda: [phase], phase: { id: 'p1', startedAt: 1, endsAt: null }, ...session });
  const told: string[] = [];
  const pretend: Pretend = {
    id: 'me',
    unit: 'fin',
    doc,
    mine: new Doc(),
    isGone: false,
    sayDone: async () => void told.push('done'),
    passTurn: async () => void told.push('passed'),
    leave: () => undefined,
  };
  const done = new Set<string>();
  const doAll = async (seed = 1) => {
    for (;;) {
      const [next] = actsNow({ pretend, seed, done });
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
} as const;

describe('[FLOOR3] asked whether their notes may be shown', () => {
  it('a pretend participant answers once, for what they wrote without a name', async () => {
    const { doc, pretend, doAll } = someone('write', {}, { identity: 'anonymous' });
    await doAll();
    writeSession(doc, { asked: { phase: 'p1', at: 7 } });
    await doAll();
    const answers = readDrafts(pretend.mine).map(({ answer }) => answer?.[0]);
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers)).toEqual(new Set([7]));
  });
});

describe('a pretend participant', () => {
  it('writes some notes alone, in their private document only, and says when done', async () => {
    const { doc, pretend, told, doAll } = someone('write');
    await doAll();
    const drafts = readDrafts(pretend.mine);
    expect(drafts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(drafts.map(({ text }) => text)).size).toBe(drafts.length);
    expect(drafts.every(({ phase }) => phase === 'p1')).toBe(true);
    expect(told).toEqual(['done']);
    expect(readSnapshot(doc).factors).toEqual([]);
  });

  it('names row and column where the phase asks for them', async () => {
    const { pretend, doAll } = someone('write', {}, { cellRequired: true });
    await doAll();
    expect(readDrafts(pretend.mine).every(({ row, column }) => row !== null && column !== null)).toBe(true);
  });

  it('decides the same again for the same seed, and otherwise for another', async () => {
    const words = async (seed: number) => {
      const { pretend, doAll } = someone('write');
      await doAll(seed);
      return readDrafts(pretend.mine)
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
    const ballot = readBallot(pretend.mine, round);
    expect(Object.keys(ballot).length).toBeGreaterThan(0);
    expect(ballotProblem(round, ballot)).toBeNull();
    if (method === 'dots') {
      const spent = Object.values(ballot).reduce((sum, [dots = 0]) => sum + dots, 0);
      expect(spent).toBe(5);
    }
  });

  it('spends no more than there is to vote on', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const given = dotsFor({ items: ['a', 'b'], budget: 9, perItem: 2 }, luckOf(seed));
      expect(given.every(([, dots]) => dots >= 1 && dots <= 2)).toBe(true);
      expect(new Set(given.map(([item]) => item)).size).toBe(given.length);
    }
  });

  it('places what was dealt to their team, where it belongs', async () => {
    const { doc, pretend, doAll } = someone('place');
    const [mine = '', others = ''] = cards(doc, 2);
    const teams = [
      { people: ['me', 'you'], items: [mine] },
      { people: ['they'], items: [others] },
    ];
    writeSession(doc, { deal: { phase: 'p1', teams, turn: [] } });
    await doAll();
    const cells = new Map(readSnapshot(doc).factors.map(({ id, cell }) => [id, cell]));
    const wanted = THOUGHTS.find(({ wordings }) =>
      wordings.includes(readSnapshot(doc).factors.find(({ id }) => id === mine)?.text ?? ''),
    );
    expect(cells.get(mine)?.slice(0, 2)).toEqual([wanted?.row, wanted?.column]);
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
      expect(actsNow({ pretend, seed: 1, done })).toEqual([]);
    }
  });

  it('is never taken for a person', () => {
    const names = Array.from({ length: 45 }, (_, at) => pretendName(at));
    expect(new Set(names).size).toBe(45);
    expect(names.every((name) => name.endsWith('(pretend)'))).toBe(true);
    expect(luckFor(1, 'a').next()).not.toBe(luckFor(1, 'b').next());
  });
});
