import { t } from '@coherence/words';
import { Suspense, type ReactNode } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLive } from '../../live/live-context.tsx';

const PeoplePanel = lazyPart(() => import('../../lead/people/people-panel.tsx'), 'PeoplePanel', [
  'attention',
  'people',
  'units',
]);
const RejectedPanel = lazyPart(() => import('../rejected/rejected-panel.tsx'), 'RejectedPanel', [
  'map',
  'notSent',
]);
const ImportDialog = lazyPart(() => import('../../export/import-dialog.tsx'), 'ImportDialog', ['imports']);
const DetailsForm = lazyPart(() => import('./details-form.tsx'), 'DetailsForm', ['create']);
const VersionsPanel = lazyPart(() => import('../../lead/versions/versions-panel.tsx'), 'VersionsPanel', [
  'versions',
]);
const InviteSheet = lazyPart(() => import('../invite/invite-sheet.tsx'), 'InviteSheet', ['share']);

export type DialogName = 'people' | 'invite' | 'import' | 'details' | 'rejected' | 'versions';

type BoardDialogsProps = {
  open: DialogName | null;
  /** A file that was dropped or pasted: the import begins with it. */
  brought: File | null;
  onClose: () => void;
};

/** Everything that opens over the board, one at a time. */
export function BoardDialogs({ open, brought, onClose }: BoardDialogsProps) {
  const board = useLive();
  const frame = { closeLabel: t('shell.close'), onClose };
  return (
    <>
      <Dialog
        {...frame}
        open={open === 'people'}
        title={t('shell.people')}
        wide={board.role === 'facilitator'}
      >
        <Wait>
          <PeoplePanel />
        </Wait>
      </Dialog>
      <Dialog {...frame} open={open === 'rejected'} title={t('shell.notSentTitle')}>
        <Wait>
          <RejectedPanel />
        </Wait>
      </Dialog>
      <Dialog {...frame} open={open === 'invite'} title={t('shell.inviteTitle')} wide>
        <Wait>
          <InviteSheet id={board.id} token={board.me.token} />
        </Wait>
      </Dialog>
      <Dialog {...frame} open={open === 'versions'} title={t('shell.versions')} wide>
        <Wait>
          <VersionsPanel />
        </Wait>
      </Dialog>
      {open === 'import' ? (
        <Suspense fallback={null}>
          <ImportDialog key={brought?.name} open file={brought} onClose={onClose} />
        </Suspense>
      ) : null}
      <Dialog {...frame} open={open === 'details'} title={t('shell.detailsTitle')}>
        <Wait>
          <DetailsForm onDone={onClose} />
        </Wait>
      </Dialog>
    </>
  );
}

function Wait({ children }: { children: ReactNode }) {
  return <Suspense fallback={<p>{t('shell.loading')}</p>}>{children}</Suspense>;
}
