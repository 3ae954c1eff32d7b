import { lazy, Suspense } from 'react';
import { ImportDialog } from '../../export/import-dialog.tsx';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLive } from '../../live/live-context.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';

const InviteSheet = lazy(async () => ({ default: (await import('../invite/invite-sheet.tsx')).InviteSheet }));

export type DialogName = 'people' | 'invite' | 'import' | 'details';

type BoardDialogsProps = { open: DialogName | null; onClose: () => void };

/** Everything that opens over the board, one at a time. */
export function BoardDialogs({ open, onClose }: BoardDialogsProps) {
  const board = useLive();
  const frame = { closeLabel: t('shell.close'), onClose };
  return (
    <>
      <Dialog {...frame} open={open === 'people'} title={t('people.title')}>
        <PeoplePanel />
      </Dialog>
      <Dialog {...frame} open={open === 'invite'} title={t('share.title')} wide>
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <InviteSheet id={board.id} token={board.me.token} />
        </Suspense>
      </Dialog>
      <ImportDialog open={open === 'import'} onClose={onClose} />
      <DetailsDialog open={open === 'details'} onClose={onClose} />
    </>
  );
}
