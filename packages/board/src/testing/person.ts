import type * as Y from 'yjs';
import { addDrawing, appendStroke } from '../operations/map/drawing.ts';
import {
  addFactors,
  moveFactors,
  removeFactors,
  setFactorTraits,
  unplaceFactors,
} from '../operations/factors/factor.ts';
import { addGroup } from '../operations/map/group.ts';
import { editInfluence, addInfluence, removeInfluences } from '../operations/map/influence.ts';
import { placeOnMap, setGroup, takeOffMap } from '../operations/map/map.ts';
import { mergeFactors, rewordFactor, splitFactor } from '../operations/factors/merge.ts';
import { bringBack, parkFactor } from '../operations/factors/park.ts';
import { placeFactor, settlePlace } from '../operations/factors/placing.ts';
import { editText } from '../writing/text.ts';
import { readSnapshot } from '../snapshot.ts';
import { COLUMNS, ROWS } from '../schema/coherence-grid.ts';
import { FACTOR_KINDS } from '../schema/node-kind.ts';
import type { Random } from './replicas.ts';

/** Everything people do on a board, for fuzzing: one random action on one replica. */
export function actOnce(doc: Y.Doc, random: Random, word: () => string): void {
  const board = readSnapshot(doc);
  const factor = random.pick(board.factors)?.id;
  const other = random.pick(board.factors)?.id;
  const room = random.pick([null, { id: 'r1', name: 'Room 1' }, { id: 'r2', name: 'Room 2' }]) ?? null;
  const actor = { unit: random.pick(board.units)?.id ?? null, room };
  const row = random.pick(ROWS) ?? 'interfering';
  const column = random.pick(COLUMNS) ?? 'roles';
  const pos = [random.below(2000), random.below(1200), 206] as [number, number, number];
  const actions: (() => unknown)[] = [
    () => addFactors(doc, { texts: [word()], cell: { row, column, before: factor ?? null } }, actor),
    () => addFactors(doc, { texts: [word()], pos: [pos] }, actor),
    () => addDrawing(doc, { kind: 'pen', pos, points: [0, 0, random.below(50), random.below(50)] }),
  ];
  if (factor !== undefined) {
    actions.push(
      () => typeInto(doc, factor, random, word()),
      () => typeInto(doc, factor, random, word()),
      () => moveFactors(doc, { ids: [factor], row, column, before: other ?? null }),
      () => unplaceFactors(doc, [factor]),
      () => placeOnMap(doc, [{ id: factor, pos }]),
      () => takeOffMap(doc, [factor]),
      () => removeFactors(doc, [factor]),
      () => setFactorTraits(doc, factor, { kind: random.pick(FACTOR_KINDS) ?? 'factor' }),
      () => setGroup(doc, { ids: [factor], group: random.pick(board.groups)?.id ?? null }),
      () => addGroup(doc, word(), [factor]),
    );
    actions.push(
      () => rewordFactor(doc, factor, word()),
      () => parkFactor(doc, factor, random.below(1000)),
      () => placeFactor(doc, { id: factor, row, column, phase: 'p', by: `someone${random.below(3)}` }),
      () => settlePlace(doc, { id: factor, row, column }),
    );
    if (other !== undefined) {
      actions.push(() => mergeFactors(doc, factor, [other]));
      actions.push(() =>
        addInfluence(
          doc,
          { from: factor, to: other, polarity: random.pick(['+', '-', '?'] as const) ?? '?' },
          actor,
        ),
      );
    }
  }
  const parked = random.pick(board.notes)?.id;
  if (parked !== undefined) actions.push(() => bringBack(doc, parked));
  const part = random.pick(board.merged);
  if (part !== undefined) actions.push(() => splitFactor(doc, part.into ?? '', part.id));
  const influence = random.pick(board.influences)?.id;
  if (influence !== undefined) {
    actions.push(
      () => editInfluence(doc, influence, { delay: random.below(2) === 0 }),
      () => removeInfluences(doc, [influence]),
    );
  }
  const stroke = random.pick(board.drawings)?.id;
  if (stroke !== undefined) actions.push(() => appendStroke(doc, stroke, [1, 1, 2, 2]));
  random.pick(actions)?.();
}

function typeInto(doc: Y.Doc, id: string, random: Random, word: string): void {
  const length = readSnapshot(doc).factors.find((factor) => factor.id === id)?.text.length ?? 0;
  editText(doc, 'factors', id, { at: random.below(length + 1), remove: 0, insert: word });
}
