import { t } from '@coherence/words';
import { keyFor } from '../../live/device/identity.ts';
import { Link } from '../../frame/navigation.tsx';
import { NotJoined, Page, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { InviteSheet } from './invite-sheet.tsx';

/** Where making a board ends: how others get in, and on to the board. */
export function SheetScreen({ id }: { id: string }) {
  const key = keyFor(id);
  useTitle(t('shell.inviteTitle'));
  if (key === null) return <NotJoined />;
  return (
    <Page>
      <div>
        <h1 dir="auto">{key.title}</h1>
        <p className="page-hint">{t('share.ready')}</p>
      </div>
      <div className="page-actions">
        <Link className="button button-primary button-l" href={paths.board(id)}>
          {t('share.open')}
        </Link>
      </div>
      <InviteSheet id={id} token={key.token} />
    </Page>
  );
}
