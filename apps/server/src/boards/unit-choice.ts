import { addUnits, nameKey, unitNow, UNITS_MAX } from '@coherence/board';
import { ApiError, refusedFor } from '../errors.ts';
import { keptSnapshot } from '../rooms/document/kept-snapshot.ts';
import type { BoardHostOf } from './board-host.ts';
import type { BoardRecord, ParticipantRecord } from '../storage/storage.ts';
import { withBoard } from './board-reader.ts';

/** Whose choice it is: facilitators add units as they like, others one each while the list is open. */
export type ChosenBy = 'facilitator' | 'newcomer' | 'somebody with a unit';

/** Places on the list that only facilitators fill: they can always add the unit that is missing. */
const KEPT_FOR_FACILITATORS = 10;

/** Units a person can have been in before they need a facilitator to move them. */
const LEFT_MAX = 2;

/**
 * Throws where a person moves by themselves to a third unit after their first: who was in a unit may speak for it, and
 * no person is to collect them all. Back to one they were in they may go.
 */
export function checkMove(
  { unit, unitsBefore = [] }: Pick<ParticipantRecord, 'unit' | 'unitsBefore'>,
  to: string,
): void {
  const isNew = to !== '' && to !== unit && !unitsBefore.includes(to);
  const left = new Set([...unitsBefore, unit].filter((one) => one !== ''));
  if (isNew && left.size > LEFT_MAX) throw refusedFor('unit-changed-twice');
}

/**
 * The id of a unit chosen by id or by name, '' for none; a new name becomes a unit of the board. Throws `units-closed`
 * where no new one may be added, `no-such-unit` where it cannot be.
 * `mayAdd` throws where too many were added from one address.
 */
export function unitIdFor(
  boardHost: BoardHostOf,
  board: BoardRecord,
  given: string,
  by: ChosenBy,
  mayAdd: () => void = () => {},
): Promise<string> {
  if (given === '') return Promise.resolve('');
  return withBoard(boardHost, board, async (room) => {
    const { known, isOpen } = await room.read((doc) => {
      const { meta, units } = keptSnapshot(doc);
      const named = units.find(({ name }) => nameKey(name) === nameKey(given))?.id;
      return { known: unitNow(doc, given) ?? named ?? null, isOpen: meta.unitsOpen };
    });
    if (known !== null) return known;
    if (by !== 'facilitator' && !isOpen) throw new ApiError('units-closed');
    if (by === 'somebody with a unit') {
      throw refusedFor('has-unit');
    }
    if (by !== 'facilitator') mayAdd();
    const max = by === 'facilitator' ? UNITS_MAX : UNITS_MAX - KEPT_FOR_FACILITATORS;
    const added = await room.edit((doc) => addUnits(doc, [{ name: given }], max));
    if (!added.ok && by !== 'facilitator' && added.error.code === 'too-many-units') {
      throw refusedFor('units-nearly-full');
    }
    if (!added.ok) throw new ApiError('no-such-unit', { kind: 'board', failure: added.error });
    const [id] = added.value;
    if (id === undefined) throw new ApiError('no-such-unit');
    return id;
  });
}
