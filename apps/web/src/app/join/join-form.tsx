import type { Role } from '@coherence/protocol';
import { NAME_MAX, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { join, type Door, type JoinPreview } from '../../live/server/api.ts';
import { deviceKeeping, keptWhere } from '../../live/device/keeping.ts';
import { useValue } from '../../live/use-value.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Page, useTitle } from '../../frame/page.tsx';
import { warmBoard } from '../warm-board.ts';
import { newAttempt } from './attempt.ts';
import { enterBoard, joinFailure } from './enter-board.ts';
import { whatWasMissed, type MissedParts } from './missed.ts';
import { PairForm } from './pair-form.tsx';
import { UnitChoice, type ChosenUnit } from './unit-choice.tsx';
import './join-form.css';

const ROLE_WORDS = {
  facilitator: 'join.asFacilitator',
  participant: 'join.asParticipant',
  observer: 'join.asObserver',
  display: 'join.asDisplay',
} as const satisfies Record<Role, string>;

/** Name and unit, asked for as far as the phase needs them, and in. */
export function JoinForm({ door, preview }: { door: Door; preview: JoinPreview }) {
  useTitle(preview.title);
  const [attempt] = useState(newAttempt);
  const { small: isKept } = useValue(deviceKeeping);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<ChosenUnit>({ id: null, added: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [needsName, setNeedsName] = useState(false);
  const [isHere, setIsHere] = useState(false);
  const errorId = useId();
  const { identity } = preview;
  const missed = whatWasMissed(preview);
  const missing = nameMissing(name, identity.name === 'asked');
  useEffect(warmBoard, []);

  const enter = async () => {
    setBusy(true);
    const added = plainName(unit.added);
    const wanted = unit.id ?? (added === '' ? null : added);
    const answer = await join({
      ...door,
      attempt,
      ...(plainName(name) === '' ? {} : { name: plainName(name) }),
      ...(wanted === null ? {} : { unit: wanted }),
    });
    setBusy(false);
    if (answer.ok) await enterBoard(answer.value);
    else setError(joinFailure(answer.error));
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setNeedsName(true);
    if (!busy && missing === null) void enter();
  };

  return (
    <Page narrow>
      <div>
        <h1 dir="auto">{preview.title}</h1>
        {preview.question === undefined || preview.question === '' ? null : (
          <p dir="auto" className="page-hint">
            {preview.question}
          </p>
        )}
      </div>
      {missed === null ? null : <Late missed={missed} />}
      {isKept ? null : (
        <p className="join-late" role="note">
          {t('shell.keepsNothing')}
        </p>
      )}
      {isHere ? (
        <PairForm door={door} onBack={() => setIsHere(false)} />
      ) : (
        <form className="page-form" onSubmit={submit} noValidate>
          <Field
            label={t('join.name')}
            hint={t(identity.name === 'asked' ? 'join.nameAsked' : 'join.nameHint')}
            error={needsName ? missing : null}
          >
            {(wiring) => (
              <input
                {...wiring}
                value={name}
                maxLength={NAME_MAX}
                autoComplete="name"
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <UnitChoice
            units={preview.units}
            word={identity.unitWord}
            mayAdd={identity.newUnits}
            chosen={unit}
            onChoose={setUnit}
          />
          {error === null ? null : (
            <p id={errorId} className="field-error" role="alert">
              {error}
            </p>
          )}
          <div className="page-actions">
            <Button type="submit" variant="primary" size="l" aria-disabled={busy}>
              {busy ? t('join.joining') : t('join.submit')}
            </Button>
            <Button size="l" onClick={() => setIsHere(true)}>
              {t('join.here')}
            </Button>
          </div>
          <div className="join-notes">
            <p>{t(ROLE_WORDS[preview.role])}</p>
            <p>{t('join.stored', { word: identity.unitWord, place: keptWhere('small') })}</p>
          </div>
        </form>
      )}
    </Page>
  );
}

/** Why a name is none, in words; null where it is one, or none is needed. */
function nameMissing(name: string, isAsked: boolean): string | null {
  if (plainName(name) !== '') return null;
  if (name.trim() !== '') return t('join.unseenName');
  return isAsked ? t('join.needName') : null;
}

/** For a person who comes late: where the room is, and what has been. */
function Late({ missed }: { missed: MissedParts }) {
  const { number, title, earlier, more, factors } = missed;
  return (
    <section className="join-late" aria-label={t('join.missed')}>
      <p className="join-late-now">{t('join.late', { number, title })}</p>
      <p>{t('join.missed')}</p>
      <ul>
        {more === 0 ? null : <li>{t('join.missedMore', { n: more })}</li>}
        {earlier.map((one, index) => (
          <li key={index}>{one}</li>
        ))}
      </ul>
      {factors === 0 ? null : <p>{t('join.missedFactors', { n: factors })}</p>}
    </section>
  );
}
