import { lazy, Suspense, useState } from 'react';
import { t } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

const HeatPanel = lazy(async () => ({ default: (await import('./heat-panel.tsx')).HeatPanel }));

/** Opens the table of who is silent where. */
export function HeatButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('units.heat')}
      </Button>
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
