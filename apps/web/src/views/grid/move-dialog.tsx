import { COLUMNS, ROWS, type Grid } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { GridControl } from './control/use-grid-control.ts';
import { samePlace, whereIs, type Place } from '../../factors/place.ts';
import './move-dialog.css';

type MoveDialogProps = { ids: readonly string[]; grid: Grid; control: GridControl };

/** The eight cells and "Not placed yet" as buttons: a move without a drag. */
export function MoveDialog({ ids, grid, control }: MoveDialogProps) {
  const here = ids.length === 1 ? whereIs(grid, ids[0] ?? '') : null;
  const isHere = (place: Place): boolean => here !== null && samePlace(here.place, place);
  const go = (place: Place): void => {
    control.move(ids, place, null);
    control.stopAsking(ids);
  };
  return (
    <Dialog
      open
      title={t('grid.moveTitle', { n: ids.length })}
      closeLabel={t('grid.cancel')}
      onClose={() => control.stopAsking(ids)}
    >
      {ROWS.map((row) => (
        <fieldset key={row} className={`move-row move-row-${row}`}>
          <legend>{t(`framework.row_${row}`)}</legend>
          {COLUMNS.map((column) => (
            <Button
              key={column}
              disabled={isHere({ row, column })}
              className="move-cell"
              onClick={() => go({ row, column })}
            >
              {t(`framework.column_${column}`)}
            </Button>
          ))}
        </fieldset>
      ))}
      <Button className="move-cell" disabled={isHere(null)} onClick={() => go(null)}>
        {t('grid.unplaced')}
      </Button>
    </Dialog>
  );
}
