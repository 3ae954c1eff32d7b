import { t, writing } from '@coherence/words';
import { useState, type ReactNode } from 'react';
import { useInvitation } from '../../invite/use-invitation.ts';
import { Link } from '../../frame/navigation.tsx';
import { NotJoined, Page, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { sayFailure } from '../../live/failure.ts';
import { keyFor } from '../../live/device/identity.ts';
import { Button } from '../../ui/button.tsx';
import { addressesFinding, diskFinding, projectorFinding, WAITING, type Finding } from './findings.ts';
import { CHECK_NAMES } from './run-checks.ts';
import { useCheck, useFindings } from './use-findings.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Qr } from '../../invite/qr.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { CheckAnswer } from './room-check-api.ts';
import './room-check.css';

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
      <div className="room-check">
        {invitation === null ? null : (
          <PhoneCheck code={invitation.code} addresses={invitation.addresses} heard={told?.heard ?? []} />
        )}
        <ul className="room-check-list">
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

const SIGN = {
  works: { stroke: 'M3 8.5 6.5 12 13 4.5', fill: '' },
  look: { stroke: 'M8 3v6M8 12.6v.2', fill: '' },
  waiting: { stroke: 'M3.5 8h.2M8 8h.2M12.5 8h.2', fill: '' },
} as const;

type LineProps = {
  name: string;
  /** Null: not tried yet; what there is to try is below. */
  finding: Finding | null;
  children?: ReactNode;
};

/** One check: a sign, the word for it, and what was found or is to be done. */
function FindingLine({ name, finding, children }: LineProps) {
  const state = finding?.state ?? 'waiting';
  return (
    <li className={`finding finding-${state}`}>
      <Glyph glyph={SIGN[state]} size={20} className="finding-sign" />
      <div>
        <p>
          <strong dir="auto">{name}</strong>{' '}
          {finding === null ? null : <span className="finding-state">{t(`preflight.state_${state}`)}</span>}
        </p>
        <div aria-live="polite">{finding === null ? null : <p dir="auto">{finding.words}</p>}</div>
        {finding === null || finding.state === 'look' ? children : null}
      </div>
    </li>
  );
}

const TICK = { stroke: 'M3 8.5 6.5 12 13 4.5', fill: '' };

type PhoneCheckProps = {
  code: string;
  addresses: readonly string[];
  heard: CheckAnswer['heard'];
};

/** The one check a computer cannot do alone: whether a phone in the room gets here. */
function PhoneCheck({ code, addresses, heard }: PhoneCheckProps) {
  const [chosen, setChosen] = useState(0);
  const origin = addresses[chosen];
  const [last] = heard;
  if (origin === undefined) return <p className="room-check-phone">{t('preflight.noAddress')}</p>;
  const address = origin + paths.reached(code);
  return (
    <section className={last === undefined ? 'room-check-phone' : 'room-check-phone room-check-heard'}>
      <h2>{t('preflight.scan')}</h2>
      <Qr text={address} label={t('preflight.qr', { address })} />
      <p className="room-check-address">{t('preflight.scanHint', { address })}</p>
      <div className="room-check-told" aria-live="polite">
        {last === undefined ? (
          <>
            <p>{t('preflight.notHeard')}</p>
            <p className="field-hint">{t('preflight.notHeardDo')}</p>
          </>
        ) : (
          heard.slice(0, SHOWN_MAX).map(({ device, at }) => (
            <p key={at}>
              <Glyph glyph={TICK} size={18} />{' '}
              {t(`preflight.heard_${device}`, { time: writing().time(at, { timeStyle: 'medium' }) })}
            </p>
          ))
        )}
      </div>
      {addresses.length < 2 ? null : (
        <Choices
          legend={t('preflight.addresses')}
          choices={addresses.map((one, index) => ({ value: index, label: one }))}
          value={chosen}
          onChoose={setChosen}
        />
      )}
    </section>
  );
}

const SHOWN_MAX = 4;
