import {
  addDrawing,
  addFactors,
  addNote,
  addStrategy,
  boardFileSchema,
  createBoard,
  addInfluence,
  mergeIntoBoard,
  moveFactors,
  readSnapshot,
  removeFactors,
  setFactorTraits,
  setFactorUnit,
  writeText,
} from '@coherence/board';
import { splitUpdate } from '@coherence/protocol';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { candidatesOf } from './candidates.ts';
import {
  assumeMissing,
  groupOf,
  findMissing,
  stillMissing,
  whyRefused,
  type RejectionReason,
} from './rejected.ts';
import { watchPendingEdits } from './pending.ts';

const actor = { unit: null };

/** A server's board with one factor, and this device's copy of it with everything written since watched. */
function stage() {
  const server = new Doc();
  const added = addFactors(server, { texts: ['Old words'] }, actor);
  const id = (added.ok ? added.value[0] : undefined) ?? '';
  const local = new Doc();
  applyUpdate(local, encodeStateAsUpdate(server));
  const pending = watchPendingEdits(local, 'b/1/p', null);
  const candidates = (why: RejectionReason) => candidatesOf(pending.records(), readSnapshot(local), why);
  return { server, local, id, candidates };
}

test('a refused new factor comes with its place', () => {
  const { server, local, candidates } = stage();
  addFactors(local, { texts: ['Silos'], cell: { row: 'interfering', column: 'purposes' } }, actor);
  expect(findMissing(candidates('schema'), readSnapshot(server))).toMatchObject([
    { root: 'factors', text: 'Silos', before: null, cell: ['interfering', 'purposes'], why: 'schema' },
  ]);
});

test('a refused change comes with what the board says', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'New words');
  expect(findMissing(candidates('schema'), readSnapshot(server))).toMatchObject([
    { id, text: 'New words', before: 'Old words' },
  ]);
});

test('what the server has after all is not rejected, nor is what was emptied or taken off again', () => {
  const { server, local, candidates } = stage();
  const added = addFactors(local, { texts: ['Taken', 'Withdrawn', '  '] }, actor);
  removeFactors(local, added.ok ? added.value.slice(1, 2) : []);
  addNote(local, { kind: 'parked', text: 'Later', at: 1 });
  const kept = candidates('schema');
  expect(kept.map(({ text }) => text).sort()).toEqual(['Later', 'Taken']);
  applyUpdate(server, encodeStateAsUpdate(local));
  expect(findMissing(kept, readSnapshot(server))).toEqual([]);
});

test("others' later words are not taken for one's own", () => {
  const { server, candidates, id } = stage();
  writeText(server, 'factors', id, 'Changed by Dana');
  expect(findMissing(candidates('schema'), readSnapshot(server))).toEqual([]);
});

test('after a renewal redacted words do not return: only what this person added does', () => {
  const { local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old words, and mine');
  const renewed = new Doc();
  applyUpdate(renewed, encodeStateAsUpdate(stage().server));
  expect(findMissing(candidates('renewed'), readSnapshot(renewed))).toMatchObject([
    { text: ', and mine', before: null },
  ]);
});

test('after a renewal that left the record as it was, the whole change is given back', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old words, and mine');
  expect(findMissing(candidates('renewed'), readSnapshot(server))).toMatchObject([
    { text: 'Old words, and mine', before: 'Old words' },
  ]);
});

test('after a renewal, only having deleted words gives nothing back', () => {
  const { local, id, candidates } = stage();
  writeText(local, 'factors', id, 'Old');
  expect(findMissing(candidates('renewed'), readSnapshot(new Doc()))).toEqual([]);
});

test('without a board all is kept; what is on the board by now is let go', () => {
  const { server, local, id, candidates } = stage();
  writeText(local, 'factors', id, 'New words');
  const items = assumeMissing(candidates('schema'));
  expect(items).toMatchObject([{ text: 'New words', before: 'Old words' }]);
  expect(stillMissing(items, readSnapshot(server))).toEqual(items);
  writeText(server, 'factors', id, 'New words');
  expect(stillMissing(items, readSnapshot(server))).toEqual([]);
});

test('only a refusal that concerns words is one', () => {
  expect(whyRefused({ by: 'edit', n: 1, code: 'size', reason: '' })).toBe('size');
  expect(whyRefused({ by: 'connection', code: 4409, reason: 'new-generation' })).toBe('renewed');
  expect(whyRefused({ by: 'connection', code: 4403, reason: 'not-allowed' })).toBe('removed');
  expect(whyRefused({ by: 'connection', code: 4404, reason: 'no-such-board' })).toBeNull();
});

/** Draws a link from the factor of the stage to a new one. */
function linkedToNew(local: Doc, from: string): string {
  const added = addFactors(local, { texts: ['Tired staff'] }, actor);
  const to = (added.ok ? added.value[0] : undefined) ?? '';
  addInfluence(local, { from, to, polarity: '-', note: 'since March' }, actor);
  return to;
}

test('a refused link comes with all that was said and what its ends are called', () => {
  const { server, local, id, candidates } = stage();
  const to = linkedToNew(local, id);
  const items = findMissing(candidates('schema'), readSnapshot(server));
  expect(items).toMatchObject([
    { text: 'Tired staff' },
    {
      root: 'influences',
      link: { from: id, to, polarity: '-', note: 'since March' },
      about: [
        { id, words: 'Old words' },
        { id: to, words: 'Tired staff' },
      ],
    },
  ]);
  applyUpdate(server, encodeStateAsUpdate(local));
  expect(stillMissing(items, readSnapshot(server))).toEqual([]);
});

test('after a renewal a link names its ends as the board does, or in one’s own words', () => {
  const { server, local, id, candidates } = stage();
  linkedToNew(local, id);
  setFactorUnit(local, id, 'fp', true);
  const kept = candidates('renewed');
  expect(JSON.stringify(kept)).not.toContain('Old words');
  writeText(server, 'factors', id, '[redacted]');
  const drawn = findMissing(kept, readSnapshot(server)).find(({ root }) => root === 'influences');
  expect(drawn?.about?.map(({ words }) => words)).toEqual(['[redacted]', 'Tired staff']);
});

test('a refused stroke comes as it was drawn, a very long one with fewer points', () => {
  const { server, local, candidates } = stage();
  const points = Array.from({ length: 1000 }, (_, index) => index);
  addDrawing(local, { kind: 'pen', pos: [1, 2, 200], ink: 'red', points: [0, 0, 5, 6] });
  addDrawing(local, { kind: 'pen', pos: [3, 4, 200], points });
  const [short, long] = findMissing(candidates('schema'), readSnapshot(server)).toSorted(
    (one, other) => (one.pos?.[0] ?? 0) - (other.pos?.[0] ?? 0),
  );
  expect(short).toMatchObject({ pos: [1, 2, 200], stroke: { ink: 'red', points: [0, 0, 5, 6] } });
  expect(long?.stroke?.points.slice(0, 6)).toEqual([0, 1, 4, 5, 8, 9]);
  expect([short, long].map((one) => one && groupOf(one))).toEqual(['strokes', 'strokes']);
});

test('what was moved or taken off is named, unless the board agrees', () => {
  const { server, local, id, candidates } = stage();
  moveFactors(local, { ids: [id], row: 'interfering', column: null });
  const moved = candidates('schema');
  expect(findMissing(moved, readSnapshot(server))).toMatchObject([
    { key: 'cell', text: '', about: [{ words: 'Old words' }] },
  ]);
  removeFactors(local, [id]);
  const items = findMissing(candidates('schema'), readSnapshot(server));
  expect(items.map(({ key, about }) => [key, about?.[0]?.words])).toEqual([['in', 'Old words']]);
  expect(assumeMissing(candidates('removed'))).toEqual([]);
  moveFactors(server, { ids: [id], row: 'interfering', column: null });
  expect(findMissing(moved, readSnapshot(server))).toEqual([]);
  removeFactors(server, [id]);
  expect(stillMissing(items, readSnapshot(server))).toEqual([]);
});

test('words beside the text are kept, and say what they belong to', () => {
  const { server, local, id, candidates } = stage();
  setFactorTraits(local, id, { note: 'Ask the board' });
  addStrategy(local, { text: 'One calendar' });
  expect(findMissing(candidates('schema'), readSnapshot(server))).toMatchObject([
    { key: 'note', text: 'Ask the board', before: null, about: [{ words: 'Old words' }] },
    { root: 'strategies', text: 'One calendar' },
  ]);
});

test('a new factor says for which units it was said', () => {
  const made = createBoard({ title: 'T', units: [{ id: 'fp', name: 'Finance' }] });
  const local = made.ok ? made.value : new Doc();
  const pending = watchPendingEdits(local, 'b/1/p', null);
  addFactors(local, { texts: ['Late money'] }, { unit: 'fp' });
  const kept = candidatesOf(pending.records(), readSnapshot(local), 'role');
  expect(kept).toMatchObject([{ text: 'Late money', units: ['Finance'] }]);
});

test('[PIECE2] of a large change that was refused in the middle only what is missing is not sent', () => {
  const { server, local, candidates } = stage();
  const sent: Uint8Array[] = [];
  local.on('update', (update: Uint8Array) => sent.push(...splitUpdate(update)));
  const factors = Array.from({ length: 200 }, (_, at) => ({
    id: `i${at}`,
    kind: 'factor' as const,
    text: `${at} ${'words '.repeat(150)}`,
  }));
  mergeIntoBoard(local, boardFileSchema.parse({ schema: 'coherence-board/1', title: 'T', factors }), 1);
  expect(sent.length).toBeGreaterThan(2);
  // Records are put on the board after all of their words: what came of them before is not shown.
  const counts = [1, Math.ceil(sent.length / 2), sent.length - 1, sent.length].map((taken) => {
    const there = new Doc();
    for (const update of [encodeStateAsUpdate(server), ...sent.slice(0, taken)]) applyUpdate(there, update);
    const shown = new Set(readSnapshot(there).factors.map(({ text }) => text));
    const lost = factors
      .map(({ text }) => text.trim())
      .filter((text) => !shown.has(text) && !shown.has(`${text} `));
    const missing = findMissing(candidates('schema'), readSnapshot(there))
      .filter(({ root }) => root === 'factors')
      .map(({ text }) => text.trim());
    expect(missing.toSorted()).toEqual(lost.toSorted());
    return lost.length;
  });
  expect([counts[0], counts.at(-1)]).toEqual([200, 0]);
});
