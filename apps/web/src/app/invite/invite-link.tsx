import type { Role } from '@coherence/protocol';
import { t } from '@coherence/words';
import { sayFailure } from '../../live/failure.ts';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../frame/notices.ts';
import { copyField } from '../../invite/copy-text.ts';
import type { Answer } from '../../live/server/api.ts';

const HINTS = {
  facilitator: 'share.facilitatorHint',
  participant: 'share.participantHint',
  observer: 'share.observerHint',
  display: 'share.displayHint',
} as const satisfies Record<Role, string>;

/** The link of one role, to copy. */
export function InviteLink({ role, link }: { role: Role; link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (field.current === null) return;
    const outcome = await copyField(field.current, `${role}.txt`);
    setCopied(outcome === 'copied');
    if (outcome === 'downloaded') notify(t('share.copyFailed'));
  };
  return (
    <Field label={t(`share.role_${role}`)} hint={t(HINTS[role])}>
      {(wiring) => (
        <div className="invite-link">
          <input {...wiring} ref={field} readOnly value={link} onFocus={(event) => event.target.select()} />
          <Button
            aria-label={t('share.copyName', { role: t(`share.role_${role}`) })}
            onClick={() => void copy()}
          >
            <span aria-live="polite">{copied ? t('share.copied') : t('share.copy')}</span>
          </Button>
        </div>
      )}
    </Field>
  );
}

type ReplaceButtonProps = {
  label: string;
  /** The accessible name, where several buttons say the same. */
  name?: string;
  /** What it will do to those who have the old one. */
  sure: string;
  onReplace: () => Promise<Answer<unknown>>;
};

/** Makes a code or link anew, after asking: the old one may be on a wall. */
export function ReplaceButton({ label, name, sure, onReplace }: ReplaceButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const replace = async () => {
    const answer = await onReplace();
    setAsking(false);
    setError(answer.ok ? null : t('share.renewFailed', { why: sayFailure(answer.error) }));
  };
  return (
    <div className="invite-replace" aria-live="polite">
      {isAsking ? (
        <>
          <p>{sure}</p>
          <Button onClick={() => void replace()}>{t('share.renew')}</Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t('share.keep')}
          </Button>
        </>
      ) : (
        <Button variant="quiet" aria-label={name} onClick={() => setAsking(true)}>
          <bdi>{label}</bdi>
        </Button>
      )}
      {error === null ? null : <p className="field-error">{error}</p>}
    </div>
  );
}
