import type { Role } from '@coherence/protocol';
import { t } from '@coherence/words';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../frame/notices.ts';
import { copyField } from '../../invite/copy-text.ts';

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
