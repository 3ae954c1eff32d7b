import { t } from '@coherence/words';
import { groupOf } from '../../live/not-sent/not-sent.ts';
import { useNotSent } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';

/** There only while there is something that the board has not taken. */
export function NotSentButton({ onOpen }: { onOpen: () => void }) {
  const { size } = new Set(useNotSent().map(groupOf));
  return size === 0 ? null : (
    <Button variant="quiet" className="not-sent-button" aria-haspopup="dialog" onClick={onOpen}>
      {t('shell.notSentButton', { n: size })}
    </Button>
  );
}
