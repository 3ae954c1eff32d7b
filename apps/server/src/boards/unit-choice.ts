import { addUnits, nameKey, readSnapshot, unitNow } from '@coherence/board';
import { ApiError } from '../errors.ts';
import type { Registry } from '../rooms/registry.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { withBoard } from './board-reader.ts';

/** Whose choice it is: facilitators add units as they like, others one each while the list is open. */
export type ChosenBy = 'facilitator' | 'newcomer' | 'somebody with a unit';

/**
 * The id of a unit chosen by id or by name, '' for none; a new name becomes a unit of the board. Throws `units-closed`
 * where no new one may be added, `no-such-unit` where it cannot be.
 */
export function unitIdFor(
  registry: Registry,
  board: BoardRecord,
  given: string,
  by: ChosenBy,
): Promise<string> {
  if (given === '') return Promise.resolve('');
  return withBoard(registry, board, async (room) => {
    const { known, isOpen } = await room.read((doc) => {
      const { meta, units } = readSnapshot(doc);
      const named = units.find(({ name }) => nameKey(name) === nameKey(given))?.id;
      return { known: unitNow(doc, given) ?? named ?? null, isOpen: meta.unitsOpen };
    });
    if (known !== null) return known;
    if (by !== 'facilitator' && !isOpen) throw new ApiError('units-closed');
    if (by === 'somebody with a unit') {
      throw new ApiError(
        'units-closed',
        'You have a unit already. Choose one of the list, or ask the facilitator.',
      );
    }
    const added = await room.edit((doc) => addUnits(doc, [{ name: given }]));
    if (!added.ok) throw new ApiError('no-such-unit', added.error.message);
    const [id] = added.value;
    if (id === undefined) throw new ApiError('no-such-unit');
    return id;
  });
}
