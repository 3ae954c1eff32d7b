import { t } from '@coherence/words';
import { useState } from 'react';
import { sayFailure } from '../../live/failure.ts';
import type { Answer } from '../../live/server/api.ts';
import { Button } from '../../ui/button.tsx';

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
          {label}
        </Button>
      )}
      {error === null ? null : <p className="field-error">{error}</p>}
    </div>
  );
}
