import type { Grid } from '@coherence/board';
import type { UnitMark } from '../../factors/unit-marks.ts';
import { t } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { GridControl } from './control/use-grid-control.ts';
import { hasVotes, OPEN_LENS, type Lens } from './places/grid-lens.ts';
import { cardsInOrder } from './places/place.ts';
import type { Selection } from './places/selection.ts';

type GridToolbarProps = {
  /** The whole grid, not what the lens leaves. */
  grid: Grid;
  shown: number;
  lens: Lens;
  onLens: (lens: Lens) => void;
  marks: ReadonlyMap<string, UnitMark>;
  unitWord: string;
  selection: Selection;
  control: GridControl;
  canEdit: boolean;
};

/** How to look at the grid; while cards are selected, what to do with them. */
export function GridToolbar(props: GridToolbarProps) {
  return props.selection.size > 0 ? <SelectionTools {...props} /> : <LensTools {...props} />;
}

function LensTools({ grid, shown, lens, onLens, marks, unitWord, control, canEdit }: GridToolbarProps) {
  const unit = lens.unit === null ? undefined : marks.get(lens.unit);
  const all = t('grid.allUnits', { word: unitWord });
  const offMap = cardsInOrder(grid).filter((card) => !card.onMap);
  const isNarrowed = lens.unit !== null || lens.find.trim() !== '';
  return (
    <div className="grid-tools">
      {isNarrowed ? (
        <output className="grid-shown">
          {t('grid.shown', { shown, all: grid.count })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => onLens({ ...OPEN_LENS, byVotes: lens.byVotes })}
          >
            {t('grid.showAll')}
          </button>
        </output>
      ) : null}
      <input
        type="search"
        className="grid-find"
        aria-label={t('grid.findLabel')}
        placeholder={t('grid.find')}
        value={lens.find}
        onChange={(event) => onLens({ ...lens, find: event.target.value })}
      />
      {marks.size === 0 ? null : (
        <Menu
          label={unit?.name ?? all}
          align="end"
          className="grid-unit-lens"
          items={[
            { heading: t('grid.lensUnit') },
            {
              label: all,
              checked: lens.unit === null,
              oneOf: true,
              onSelect: () => onLens({ ...lens, unit: null }),
            },
            ...[...marks.values()].map(({ id, name }) => ({
              label: name,
              checked: lens.unit === id,
              oneOf: true,
              onSelect: () => onLens({ ...lens, unit: id }),
            })),
          ]}
        />
      )}
      {hasVotes(grid) ? (
        <Button aria-pressed={lens.byVotes} onClick={() => onLens({ ...lens, byVotes: !lens.byVotes })}>
          {t('grid.sortByVotes')}
        </Button>
      ) : null}
      {canEdit ? (
        <Button
          disabled={offMap.length === 0}
          onClick={() => control.putOnMap(offMap.map((card) => card.id))}
        >
          {t('grid.putAllOnMap')}
        </Button>
      ) : null}
    </div>
  );
}

function SelectionTools({ grid, selection, control }: GridToolbarProps) {
  const ids = cardsInOrder(grid)
    .map((card) => card.id)
    .filter((id) => selection.has(id));
  return (
    <div className="grid-tools">
      <output className="grid-shown">{t('grid.selection', { n: ids.length })}</output>
      <Button onClick={() => control.askWhere(ids)}>{t('grid.moveTo')}</Button>
      <Button onClick={() => control.putOnMap(ids)}>{t('grid.putOnMap')}</Button>
      <Button onClick={() => control.takeOffMap(ids)}>{t('grid.takeOffMap')}</Button>
      <Button onClick={() => control.remove(ids)}>{t('grid.remove')}</Button>
      <Button variant="quiet" onClick={control.clearSelection}>
        {t('grid.clearSelection')}
      </Button>
    </div>
  );
}
