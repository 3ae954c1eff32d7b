import { t } from '@coherence/words';
import { useState } from 'react';
import { sayFailure } from '../../live/failure.ts';
import { pairingCode } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';

/** Six digits that let another device join as the same person. */
export function SecondDevice() {
  const board = useLive();
  const [pair, setPair] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ask = async () => {
    const answer = await pairingCode(board.id, board.me.token);
    if (answer.ok) setPair(answer.value.pair);
    setError(answer.ok ? null : t('people.secondFailed', { why: sayFailure(answer.error) }));
  };
  return (
    <section className="people-second" aria-live="polite">
      {pair === null ? (
        <Button onClick={() => void ask()}>{t('people.second')}</Button>
      ) : (
        <>
          <p>{t('people.secondHint')}</p>
          <p className="people-pair">{`${pair.slice(0, 3)} ${pair.slice(3)}`}</p>
          <p className="field-hint">{t('people.secondLasts')}</p>
        </>
      )}
      {error === null ? null : <p className="field-error">{error}</p>}
    </section>
  );
}
