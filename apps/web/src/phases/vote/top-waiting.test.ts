import {
  addFactors,
  agendaFrom,
  createBoard,
  placeOnMap,
  readSnapshot,
  sessionSchema,
  type BoardSnapshot,
} from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { topWaiting } from './top-waiting.ts';

const AGENDA = agendaFrom('half-day');
const vote = AGENDA.find(({ kind }) => kind === 'vote');

/** Three factors, of which two got votes, in a vote that was closed after 1 ms. */
function voted(onMap: readonly number[] = []) {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.message);
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
