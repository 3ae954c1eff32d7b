import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { addFactors, removeFactors, setFactorUnit } from '../operations/factors/factor.ts';
import { mergeFactors, splitFactor } from '../operations/factors/merge.ts';
import { numberNewFactors } from '../operations/factors/number.ts';
import { bringBack, parkFactor } from '../operations/factors/park.ts';
import { placeFactor } from '../operations/factors/placing.ts';
import {
  editInfluence,
  addInfluence,
  removeInfluences,
  reverseInfluence,
} from '../operations/map/influence.ts';
import { editText } from '../writing/text.ts';
import { mergeUnits } from '../operations/units/merge-units.ts';
import { readSnapshot } from '../snapshot.ts';
import { randomFrom, type Random } from '../testing/replicas.ts';
import { openUndo } from '../undo.ts';
import { guardUpdate } from './guard.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const UNITS = ['si', 'fp', 'hr', 'it'];

/** What a participant's screens offer that touches who said something. */
function act(doc: Y.Doc, random: Random, participant: string, unit: string): void {
  const board = readSnapshot(doc);
  const room = random.pick([null, { id: 'r1', name: 'Room 1' }]) ?? null;
  const actor = { unit, room };
  const [one = '', two = ''] = [random.pick(board.factors)?.id, random.pick(board.factors)?.id];
  const influence = random.pick(board.influences)?.id ?? '';
  const part = random.pick(board.merged);
  const place = { row: 'interfering', column: 'roles', phase: 'p', by: participant } as const;
  random.pick<() => unknown>([
    () => addFactors(doc, { texts: ['a', 'b'] }, actor),
    () => setFactorUnit(doc, one, unit, random.below(2) === 0),
    () => setFactorUnit(doc, one, unit, random.below(2) === 0),
    () => addInfluence(doc, { from: one, to: two, polarity: random.pick(['+', '-'] as const) ?? '?' }, actor),
    () => editInfluence(doc, influence, { delay: random.below(2) === 0 }),
    () => reverseInfluence(doc, influence),
    () => removeInfluences(doc, [influence]),
    () => mergeFactors(doc, one, [two]),
    () => splitFactor(doc, part?.into ?? '', part?.id ?? ''),
    () => parkFactor(doc, one, 1),
    () => bringBack(doc, random.pick(board.notes)?.id ?? ''),
    () => placeFactor(doc, { ...place, id: one }),
    () => removeFactors(doc, [one]),
    () => editText(doc, 'factors', one, { at: 0, remove: 0, insert: 'w' }),
  ])?.();
}

describe('people who write for their own unit, undo, are offline, move and see units merged', () => {
  it.each(SEEDS)('[GUARD12] are never refused, seed %i', (seed) => {
    const random = randomFrom(seed);
    const made = createBoard({ title: 'T', units: UNITS.map((id) => ({ id, name: id })) });
    if (!made.ok) throw new Error(made.error.code);
    const server = made.value;
    const people = ['ann', 'ben', 'cleo'].map((participant) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      return { participant, doc, undo: openUndo(doc), units: [random.pick(UNITS) ?? ''] };
    });
    for (let step = 0; step < 120; step += 1) {
      const person = random.pick(people);
      if (person === undefined) throw new Error('nobody');
      const { participant, doc, undo, units } = person;
      const dice = random.next();
      if (dice < 0.55) undo.step(() => act(doc, random, participant, units.at(-1) ?? ''));
      else if (dice < 0.7) undo.undo();
      else if (dice < 0.78) undo.redo();
      else if (dice < 0.82) units.push(random.pick(UNITS) ?? '');
      else if (dice < 0.84) mergeUnits(server, random.pick(UNITS) ?? '', random.pick(UNITS) ?? '');
      else {
        const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
        const speaker = { participant, name: '', units };
        expect(
          guardUpdate(Y.decodeUpdate(update), server, {
            role: 'participant',
            locked: false,
            step: 'sync-step-2',
            speaker,
          }),
        ).toMatchObject({ ok: true });
        Y.applyUpdate(server, update);
        numberNewFactors(server);
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      }
    }
  });
});
