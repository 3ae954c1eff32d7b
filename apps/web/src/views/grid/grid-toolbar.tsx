import type { Grid } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import type { LensChoices, UnitLens } from '../../factors/units/unit-lens.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { GridControl } from './control/use-grid-control.ts';
import { hasVotes, OPEN_LENS, type Lens } from './places/grid-lens.ts';
import { cardsInOrder } from '../../factors/place.ts';
import type { Selection } from './places/selection.ts';
import { UnitLensMenu } from '../../factors/units/unit-lens-menu.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type GridToolbarProps = {
  /** The whole grid, not what the lens leaves. */
  grid: Grid;
  shown: number;
  lens: Lens;
  onLens: (lens: Lens) => void;
  choices: LensChoices;
  unitWord: string;
  selection: Selection;
  control: GridControl;
  canEdit: boolean;
};

const GroupMenu = lazyPart(() => import('./groups/group-menu.tsx'), 'GroupMenu', ['map']);

/** How to look at the grid; while cards are selected, what to do with them. */
export function GridToolbar(props: GridToolbarProps) {
  return props.selection.size > 0 ? <SelectionTools {...props} /> : <LensTools {...props} />;
}

function LensTools({ grid, shown, lens, onLens, choices, unitWord, control, canEdit }: GridToolbarProps) {
  const offMap = cardsInOrder(grid).filter((card) => !card.onMap);
  const isNarrowed = lens.through !== null || lens.find.trim() !== '';
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
        dir="auto"
        type="search"
        className="grid-find"
        aria-label={t('grid.findLabel')}
        placeholder={t('grid.find')}
        value={lens.find}
        onChange={(event) => onLens({ ...lens, find: event.target.value })}
      />
      <GridLensMenu
        lens={lens.through}
        onLens={(through) => onLens({ ...lens, through })}
        choices={choices}
        word={unitWord}
      />
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
  const cards = cardsInOrder(grid).filter((card) => selection.has(card.id));
  const ids = cards.map((card) => card.id);
  return (
    <div className="grid-tools">
      <output className="grid-shown">{t('grid.selection', { n: ids.length })}</output>
      <Button onClick={() => control.askWhere(ids)}>{t('grid.moveTo')}</Button>
      <Suspense fallback={<Button aria-disabled>{t('grid.group')}</Button>}>
        <GroupMenu ids={ids} cards={cards} />
      </Suspense>
      {/* One button for both: a second line of tools would push the grid down while people look at it. */}
      <Menu
        label={t('grid.mapMenu')}
        items={[
          { label: t('grid.putOnMap'), onSelect: () => control.putOnMap(ids) },
          { label: t('grid.takeOffMap'), onSelect: () => control.takeOffMap(ids) },
        ]}
      />
      <Button onClick={() => control.remove(ids)}>{t('grid.remove')}</Button>
      <Button variant="quiet" onClick={control.clearSelection}>
        {t('grid.clearSelection')}
      </Button>
    </div>
  );
}

const HeatPanel = lazyPart(() => import('./heat/heat-panel.tsx'), 'HeatPanel', ['heat']);

type GridLensMenuProps = {
  lens: UnitLens;
  onLens: (lens: UnitLens) => void;
  choices: LensChoices;
  word: string;
};

/** The grid through the eyes of a unit or tier, and all of them beside each other: who is silent where. */
function GridLensMenu(props: GridLensMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { word } = props;
  return (
    <>
      <UnitLensMenu
        {...props}
        className="grid-unit-lens"
        more={[
          { heading: t('grid.heatBeside', { word }) },
          { label: t('grid.heatOpen'), onSelect: () => setOpen(true) },
        ]}
      />
      <Dialog
        open={isOpen}
        title={t('grid.heat')}
        closeLabel={t('shell.close')}
        onClose={() => setOpen(false)}
        wide
      >
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <HeatPanel />
        </Suspense>
      </Dialog>
    </>
  );
}
