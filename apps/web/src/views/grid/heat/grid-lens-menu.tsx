import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../../frame/lazy.ts';
import type { LensChoices, UnitLens } from '../../../factors/units/unit-lens.ts';
import { UnitLensMenu } from '../../../factors/units/unit-lens-menu.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

const HeatPanel = lazyPart(() => import('./heat-panel.tsx'), 'HeatPanel');

type GridLensMenuProps = {
  lens: UnitLens;
  onLens: (lens: UnitLens) => void;
  choices: LensChoices;
  word: string;
};

/** The grid through the eyes of a unit or tier, and all of them beside each other: who is silent where. */
export function GridLensMenu(props: GridLensMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { word } = props;
  return (
    <>
      <UnitLensMenu
        {...props}
        className="grid-unit-lens"
        more={[
          { heading: t('units.heatBeside', { word }) },
          { label: t('units.heatOpen'), onSelect: () => setOpen(true) },
        ]}
      />
      <Dialog
        open={isOpen}
        title={t('units.heat')}
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
