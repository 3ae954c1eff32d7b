import { t } from '@coherence/words';
import { useState } from 'react';
import { useInvitation } from '../../invite/use-invitation.ts';
import { Link } from '../../frame/navigation.tsx';
import { NotJoined } from '../../frame/not-joined.tsx';
import { Page } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { useTitle } from '../../frame/use-title.ts';
import { sayFailure } from '../../live/failure.ts';
import { keyFor } from '../../live/device/identity.ts';
import { Button } from '../../ui/button.tsx';
import { addressesFinding, diskFinding, projectorFinding, WAITING, type Finding } from './findings.ts';
import { FindingLine } from './finding-line.tsx';
import { PhoneCheck } from './phone-check.tsx';
import { CHECK_NAMES } from './run-checks.ts';
import { useCheck, useFindings } from './use-findings.ts';
import './preflight.css';

const SHOWN_MS = 1_200;

/** Before people come: whether phones get here, and whether this computer, network and server do what a session needs. */
export function CheckScreen({ id }: { id: string }) {
  const key = keyFor(id);
  useTitle(t('preflight.title'));
  return key === null ? <NotJoined /> : <Checks id={id} token={key.token} />;
}

function Checks({ id, token }: { id: string; token: string }) {
  const { findings, again } = useFindings(id, token);
  const told = useCheck(id, token);
  const state = useInvitation(id, token);
  const [projector, setProjector] = useState<Finding | null>(null);
  const invitation = state.kind === 'ready' ? state.invitation : null;

  const tryProjector = () => {
    const opened = window.open('', '', 'popup,width=480,height=270');
    // Long enough to be seen: then one knows on which screen it opens.
    setTimeout(() => opened?.close(), SHOWN_MS);
    setProjector(projectorFinding(opened !== null));
  };
  return (
    <Page>
      <div>
        <h1>{t('preflight.title')}</h1>
        <p className="page-hint">{t('preflight.hint')}</p>
      </div>
      {state.kind === 'failed' ? (
        <p className="field-error" role="alert">
          {sayFailure(state.error)}
        </p>
      ) : null}
      <div className="preflight">
        {invitation === null ? null : (
          <PhoneCheck code={invitation.code} addresses={invitation.addresses} heard={told?.heard ?? []} />
        )}
        <ul className="preflight-list">
          {CHECK_NAMES.map((name) => (
            <FindingLine key={name} name={t(`preflight.check_${name}`)} finding={findings[name]} />
          ))}
          <FindingLine
            name={t('preflight.disk')}
            finding={told === null ? WAITING : diskFinding(told.disk)}
          />
          <FindingLine
            name={t('preflight.addresses')}
            finding={invitation === null ? WAITING : addressesFinding(invitation.addresses)}
          />
          <FindingLine name={t('preflight.projector')} finding={projector}>
            <p>{t('preflight.projectorWait')}</p>
            <Button onClick={tryProjector}>{t('preflight.try')}</Button>
          </FindingLine>
        </ul>
      </div>
      <div className="page-actions">
        <Link className="button button-primary button-l" href={paths.board(id)}>
          {t('preflight.toBoard')}
        </Link>
        <Button size="l" onClick={again}>
          {t('preflight.again')}
        </Button>
      </div>
    </Page>
  );
}
