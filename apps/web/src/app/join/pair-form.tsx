import { t } from '@coherence/words';
import { useState, type SubmitEvent } from 'react';
import { join, type Door } from '../../live/server/api.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { enterBoard, joinFailure } from './enter-board.ts';

type PairFormProps = { door: Door; onBack: () => void };

/** A second device of a person who is on the board: six digits from the first one. */
export function PairForm({ door, onBack }: PairFormProps) {
  const [pair, setPair] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const enter = async () => {
    setBusy(true);
    const answer = await join({ ...door, pair: pair.replaceAll(/\D/g, '') });
    setBusy(false);
    if (answer.ok) await enterBoard(answer.value);
    else
      setError(answer.error.code === 'too-many-tries' ? t('join.tooManyPairs') : joinFailure(answer.error));
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) void enter();
  };

  return (
    <form className="page-form" onSubmit={submit} noValidate>
      <Field label={t('join.pair')} hint={t('join.hereHint')} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            className="input code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={pair}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
            autoFocus
            onChange={(event) => {
              setPair(event.target.value);
              setError(null);
            }}
          />
        )}
      </Field>
      <div className="page-actions">
        <Button type="submit" variant="primary" size="l" aria-disabled={busy}>
          {t('join.pairSubmit')}
        </Button>
        <Button size="l" onClick={onBack}>
          {t('join.newPerson')}
        </Button>
      </div>
    </form>
  );
}
