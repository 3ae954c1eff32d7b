import { t } from '../../i18n/translate.ts';
import { useNotSent } from '../../live/not-sent/use-not-sent.ts';
import { Button } from '../../ui/button.tsx';

/** There only while there are words that the board has not taken. */
export function NotSentButton({ onOpen }: { onOpen: () => void }) {
  const { length } = useNotSent();
  return length === 0 ? null : (
    <Button variant="quiet" className="not-sent-button" aria-haspopup="dialog" onClick={onOpen}>
      {t('notSent.button', { n: length })}
    </Button>
  );
}
