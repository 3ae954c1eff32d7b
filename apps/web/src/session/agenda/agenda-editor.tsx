import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';

/** Where facilitators plan a session. */
export function AgendaEditor({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open wide title={t('console.edit')} closeLabel={t('shell.close')} onClose={onClose}>
      {null}
    </Dialog>
  );
}
