import { type Role, ROLES, spacedCode } from '@coherence/protocol';
import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { sayFailure } from '../../live/failure.ts';
import { command } from '../../live/server/api.ts';
import { Field } from '../../ui/field.tsx';
import { Link } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { typedAddress } from '../../invite/addresses.ts';
import { InviteLink, ReplaceButton } from './invite-link.tsx';
import { Qr } from '../../invite/qr.tsx';
import { useInvitation, type Invitation } from '../../invite/use-invitation.ts';
import './invite-sheet.css';

const Beforehand = lazyPart(() => import('../../lead/room-check/beforehand.tsx'), 'Beforehand', [
  'preflight',
  'rehearse',
]);

/** How others get in: address, code, QR, and for facilitators a link for each role. */
export function InviteSheet({ id, token }: { id: string; token: string }) {
  const state = useInvitation(id, token);
  switch (state.kind) {
    case 'loading':
      return <p>{t('shell.loading')}</p>;
    case 'failed':
      return (
        <p className="field-error" role="alert">
          {t('share.failed', { why: sayFailure(state.error) })}
        </p>
      );
    case 'ready':
      return <Sheet id={id} token={token} invitation={state.invitation} />;
  }
}

type SheetProps = { id: string; token: string; invitation: Invitation };

function Sheet({ id, token, invitation }: SheetProps) {
  const { addresses } = invitation;
  const [code, setCode] = useState(invitation.code);
  const [invites, setInvites] = useState(invitation.invites);
  const [chosen, setChosen] = useState(0);
  const address = addresses[chosen] ?? null;
  const newCode = async () => {
    const answer = await command(id, token, { type: 'rotate-code' });
    if (answer.ok) setCode(answer.value.code);
    return answer;
  };
  const newLink = async (role: Role) => {
    const answer = await command(id, token, { type: 'rotate-invite', role });
    if (answer.ok) setInvites((links) => (links === null ? null : { ...links, [role]: answer.value.invite }));
    return answer;
  };
  return (
    <div className="invite">
      <div className="invite-door">
        {address === null ? (
          <p className="invite-warning" role="alert">
            {t('share.onlyHere')}
          </p>
        ) : (
          <Qr
            text={address + paths.join(code)}
            label={t('share.qr', { address: address + paths.join(code) })}
          />
        )}
        <div className="invite-words">
          {address === null ? null : (
            <>
              <p className="invite-label">{t('share.goTo')}</p>
              <p className="invite-address">{typedAddress(address)}</p>
            </>
          )}
          <p className="invite-label">{address === null ? t('share.code') : t('share.typeCode')}</p>
          <p className="invite-code">{spacedCode(code)}</p>
          <Link href={paths.poster(id)}>{t('shell.poster')}</Link>
          {invites === null ? null : (
            <ReplaceButton label={t('share.newCode')} sure={t('share.newCodeSure')} onReplace={newCode} />
          )}
        </div>
      </div>
      {addresses.length < 2 ? null : (
        <Field label={t('share.address')} hint={t('share.addressHint')}>
          {(wiring) => (
            <select {...wiring} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
              {addresses.map((origin, index) => (
                <option key={origin} value={index}>
                  {origin}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {invites === null ? <p className="field-hint">{t('share.onlyFacilitators')}</p> : null}
      {invites === null || address === null ? null : (
        <section className="invite-links" aria-label={t('share.links')}>
          {ROLES.map((role) => (
            <div key={role}>
              <InviteLink role={role} link={address + paths.invited(id, invites[role])} />
              <ReplaceButton
                label={t('share.newLink')}
                name={t('share.newLinkName', { role: t(`share.role_${role}`) })}
                sure={t('share.newLinkSure')}
                onReplace={() => newLink(role)}
              />
            </div>
          ))}
        </section>
      )}
      {invites === null ? null : (
        <Suspense fallback={null}>
          <Beforehand id={id} token={token} />
        </Suspense>
      )}
    </div>
  );
}
