import { gridOf, type BoardSnapshot, type GridCard } from '@coherence/board';
import { UnitChips } from '../../factors/unit-chips.tsx';
import { unitMarks } from '../../factors/unit-marks.ts';
import { useProjection } from '../../live/use-projection.ts';
import { sizeOf } from './wall-state.ts';

const cardsById = (snapshot: BoardSnapshot): ReadonlyMap<string, GridCard> => {
  const { cells, unplaced } = gridOf(snapshot);
  const all = [...Object.values(cells).flatMap((row) => Object.values(row).flat()), ...unplaced];
  return new Map(all.map((card) => [card.id, card]));
};

/** The note that is read aloud, as large as it goes. */
export function NoteWall({ id, withUnits }: { id: string; withUnits: boolean }) {
  const card = useProjection(cardsById).get(id);
  const marks = useProjection(unitMarks);
  if (card === undefined) return null;
  return (
    <div className="wall-words">
      <h2 className={`wall-${sizeOf(card.text)}`}>{card.text}</h2>
      {withUnits && card.units.length > 0 ? (
        <p className="wall-chips">
          <UnitChips units={card.units} marks={marks} />
        </p>
      ) : null}
    </div>
  );
}
