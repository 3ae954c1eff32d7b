import { spacedCode } from '@coherence/protocol';
import { t } from '@coherence/words';
import { sayFailure } from '../../live/failure.ts';
import { keyFor } from '../../live/device/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../frame/navigation.tsx';
import { NotJoined, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { typedAddress } from '../../invite/addresses.ts';
import { Qr } from '../../invite/qr.tsx';
import { useInvitation } from '../../invite/use-invitation.ts';
import './poster-screen.css';

/** One page for the wall, in large print: address, code, QR. */
export function PosterScreen({ id }: { id: string }) {
  const key = keyFor(id);
  const state = useInvitation(id, key?.token ?? null);
  useTitle(key?.title ?? t('shell.poster'));
  if (key === null) return <NotJoined />;
  const invitation = state.kind === 'ready' ? state.invitation : null;
  const address = invitation?.addresses[0] ?? null;
  return (
    <main className="poster">
      <div className="poster-tools">
        <Button variant="primary" disabled={address === null} onClick={() => window.print()}>
          {t('share.print')}
        </Button>
        <Link className="button" href={paths.board(id)}>
          {t('share.back')}
        </Link>
      </div>
      <h1 dir="auto">{key.title}</h1>
      {state.kind === 'failed' ? (
        <p role="alert">{t('share.failed', { why: sayFailure(state.error) })}</p>
      ) : null}
      {invitation !== null && address === null ? <p role="alert">{t('share.onlyHere')}</p> : null}
      {invitation === null || address === null ? null : (
        <>
          <div className="poster-ways">
            <div>
              <p>{t('share.goTo')}</p>
              <p className="poster-large">{typedAddress(address)}</p>
              <p>{t('share.typeCode')}</p>
              <p className="poster-code">{spacedCode(invitation.code)}</p>
            </div>
            <div>
              <p>{t('share.orScan')}</p>
              <Qr
                text={address + paths.join(invitation.code)}
                label={t('share.qr', { address: address + paths.join(invitation.code) })}
              />
            </div>
          </div>
          <p>{t('share.posterNote')}</p>
        </>
      )}
    </main>
  );
}
