import {
  addFactors,
  agendaFrom,
  boardFileSchema,
  boardFromFile,
  createBoard,
  placeOnMap,
  readSnapshot,
  sessionSchema,
  voteResult,
  type BoardSnapshot,
} from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { topOnMap, topWaiting } from './top-on-map.ts';

const AGENDA = agendaFrom('half-day', (text) => text);
const vote = AGENDA.find(({ kind }) => kind === 'vote');

/** Three factors, of which two got votes, in a vote that was closed after 1 ms. */
function voted(onMap: readonly number[] = []) {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const added = addFactors(made.value, { texts: ['a', 'b', 'c'] }, { unit: null });
  const ids = added.ok ? added.value : [];
  placeOnMap(
    made.value,
    onMap.map((index) => ({ id: ids[index] ?? '', pos: [0, 0, 200] as const })),
  );
  const [a = '', b = '', c = ''] = ids;
  const round = {
    id: 'r',
    text: 'Q',
    method: 'dots',
    recorded: [],
    second: null,
    closedAt: new Date(1).toISOString(),
    questions: [],
    results: { [a]: 3, [b]: 1, [c]: 0 },
    words: {},
    voters: { [a]: 2, [b]: 1 },
    byUnit: {},
    votersByUnit: {},
  };
  return { ...readSnapshot(made.value), voteRounds: [round] } as unknown as BoardSnapshot;
}

const during = (over: object = {}) =>
  sessionSchema.parse({
    agenda: AGENDA,
    phase: { id: vote?.id, startedAt: 0 },
    went: [{ phase: vote?.id, at: 0 }],
    ...over,
  });

describe('the top of a vote', () => {
  it('waits to be put on the map, without what nobody chose', () => {
    expect(topWaiting(during(), voted(), 15)?.n).toBe(2);
  });

  it.each([
    ['when some of it is there', during(), voted([1])],
    ['when no map follows', during({ agenda: AGENDA.slice(0, 7) }), voted()],
    ['in another phase', during({ phase: { id: AGENDA[6]?.id, startedAt: 2 } }), voted()],
    ['while a vote is open', during({ round: { id: 's', openedAt: 2 } }), voted()],
    ['before the vote', during(), { ...voted(), voteRounds: [] }],
  ])('does not wait %s', (_name, session, snapshot) => {
    expect(topWaiting(session, snapshot, 15)).toBeNull();
  });

  it('waits also when something nobody chose is on the map', () => {
    expect(topWaiting(during(), voted([2]), 15)?.n).toBe(2);
  });
});

const SNAPSHOT = readSnapshot(
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'T',
      factors: [
        { id: 'a', text: 'A', kind: 'factor', group: 'g' },
        { id: 'b', text: 'B', kind: 'factor' },
        { id: 'c', text: 'C', kind: 'factor', group: 'g' },
      ],
      groups: [{ id: 'g', text: 'G' }],
      voteRounds: [
        { id: 'r', text: 'First?', results: { a: 1, b: 3, c: 1 } },
        { id: 'q', text: 'Which?', results: { g: 4 } },
      ],
    }),
  ),
);
const resultOf = (id: string) => {
  const result = voteResult(SNAPSHOT, id);
  if (result === null) throw new Error('no such round');
  return result;
};

describe('the top on the map', () => {
  it('takes in who share the last rank', () => {
    expect(topOnMap(SNAPSHOT, resultOf('r'), 2)).toEqual({
      ids: ['b', 'a', 'c'],
      records: ['b', 'a', 'c'],
      tie: { rank: 2, sharing: 2 },
    });
  });

  it('is the group itself until a factor says its name', () => {
    expect(topOnMap(SNAPSHOT, resultOf('q'), 15).records).toEqual(['g']);
    const factors = SNAPSHOT.factors.map((one) => (one.id === 'c' ? { ...one, text: ' g' } : one));
    expect(topOnMap({ ...SNAPSHOT, factors }, resultOf('q'), 15).records).toEqual(['c']);
  });
});
