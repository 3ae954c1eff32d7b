import { describe, expect, it } from 'vitest';
import { boardFromFile } from '../create.ts';
import { takeOut } from '../doc.ts';
import { boardFileSchema } from '../file/board-file.ts';
import { mergeIntoBoard } from '../file/from-file.ts';
import { toBoardFile } from '../file/to-file.ts';
import { REDACTED, renewBoard } from '../generation.ts';
import { mergeFactors, splitFactor } from '../operations/factors/merge.ts';
import { bringBack, parkFactor } from '../operations/factors/park.ts';
import { topOf, voteResult } from '../projections/vote-result.ts';
import { readSnapshot } from '../snapshot.ts';
import { roundOf } from '../testing/open-round.ts';
import { closeRound, tally } from './tally.ts';

const LONG = 'x'.repeat(400);

/** Four factors of which the first three were voted on, after `meanwhile` has happened during the vote. */
function closedAfter(meanwhile: (doc: ReturnType<typeof boardFromFile>) => void = () => {}) {
  const doc = boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'T',
      factors: [
        { id: 'a', text: 'Unclear roles', kind: 'factor', no: 1 },
        { id: 'b', text: 'Trust', kind: 'factor', no: 2 },
        { id: 'c', text: LONG, kind: 'factor', no: 3 },
        { id: 'x', text: 'Elsewhere', kind: 'factor', no: 4 },
      ],
    }),
  );
  meanwhile(doc);
  const round = roundOf({ identity: 'named' });
  const ballot = { a: [2], b: [1] };
  closeRound(doc, round, tally(round, [{ id: 'p', ballot, unit: '', name: '', own: true }]), new Date(0));
  return doc;
}
const itemsOf = (doc: ReturnType<typeof boardFromFile>, id = 'r1') =>
  (voteResult(readSnapshot(doc), id)?.items ?? []).map((item) => [
    item.id,
    item.text,
    item.gone,
    item.parts,
    item.votes,
  ]);

describe('[RESULT1] the result of a vote', () => {
  it('keeps the words of what was given anything, and of what had gone by then, cut where they are long', () => {
    const doc = closedAfter((board) => takeOut(board, 'factors', ['c']));
    const [round] = readSnapshot(doc).voteRounds;
    expect(round?.words).toEqual({ a: 'Unclear roles', b: 'Trust', c: `${'x'.repeat(299)}…` });
  });

  it('names what was parked or removed with its words, also in a new generation and another board', () => {
    for (const when of ['during', 'after'] as const) {
      const change = (board: ReturnType<typeof boardFromFile>) => {
        parkFactor(board, 'a', 0);
        takeOut(board, 'factors', ['b']);
      };
      const doc = closedAfter(when === 'during' ? change : () => {});
      if (when === 'after') change(doc);
      const said = [
        ['a', 'Unclear roles', 'parked', [], 2],
        ['b', 'Trust', 'removed', [], 1],
        ['c', LONG, null, [], 0],
      ];
      expect(itemsOf(doc)).toEqual(said);
      expect(topOf(voteResult(readSnapshot(doc), 'r1') ?? { items: [] }, 3).ids).toEqual([]);
      expect(itemsOf(renewBoard(doc)).map(([id, text]) => [id, text])).toEqual(
        said.map(([id, text]) => [id, text]),
      );
      const other = boardFromFile(boardFileSchema.parse({ schema: 'coherence-board/1', title: 'U' }));
      mergeIntoBoard(other, toBoardFile(readSnapshot(doc)), 0);
      const id = readSnapshot(other).voteRounds[0]?.id ?? '';
      expect(itemsOf(other, id).map(([, text]) => text)).toEqual(['Unclear roles', 'Trust', LONG]);
    }
  });

  it('[BALLOT7] says what was merged with what, counts it once, and gives it back when it is split off or put back', () => {
    const doc = closedAfter((board) => mergeFactors(board, 'b', ['a']));
    expect(itemsOf(doc)[0]).toEqual(['b', 'Trust', null, ['Unclear roles'], 3]);
    splitFactor(doc, 'b', 'a');
    expect(itemsOf(doc).slice(0, 2)).toEqual([
      ['a', 'Unclear roles', null, [], 2],
      ['b', 'Trust', null, [], 1],
    ]);
    const noted = parkFactor(doc, 'a', 0);
    expect(itemsOf(doc)[0]?.[2]).toBe('parked');
    bringBack(doc, noted.ok ? noted.value : '');
    expect(itemsOf(doc)[0]).toEqual(['a', 'Unclear roles', null, [], 2]);
    mergeFactors(doc, 'x', ['a']);
    expect(itemsOf(doc)[0]).toEqual(['x', 'Elsewhere', null, ['Unclear roles'], 2]);
  });

  it('[RENEW2] has no words that were redacted', () => {
    const doc = closedAfter((board) => parkFactor(board, 'a', 0));
    const renewed = renewBoard(doc, new Set(['a']));
    expect(readSnapshot(renewed).voteRounds[0]?.words).toMatchObject({ a: REDACTED, b: 'Trust' });
    expect(JSON.stringify(toBoardFile(readSnapshot(renewed)))).not.toContain('Unclear roles');
  });
});
