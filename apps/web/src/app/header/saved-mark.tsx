import { t } from '@coherence/words';
import { useSaved, useTransport, useRejected } from '../../live/live-context.tsx';
import { savedWords } from './saved-words.ts';
import { hint } from '../../ui/tips/tip.ts';
import { groupOf } from '../../live/outbox/rejected.ts';
import { Button } from '../../ui/button.tsx';
import { deviceKeeping, keptWhere } from '../../live/device/keeping.ts';
import { useValue } from '../../live/use-value.ts';

/** "Saved", "Saving", "Offline: kept on this device", "Not saved". Said aloud only when it is bad news. */
export function SavedMark() {
  useValue(deviceKeeping);
  const { tone, words, title } = savedWords(useSaved(), keptWhere());
  const way = useTransport() === 'streamed' ? ` ${t('shell.plainRequests')}` : '';
  return (
    <p dir="auto" className={`saved saved-${tone}`} {...hint(title + way)}>
      <span className="saved-dot" aria-hidden />
      {words}
    </p>
  );
}

/** There only while there is something that the board has not taken. */
export function RejectedButton({ onOpen }: { onOpen: () => void }) {
  const { size } = new Set(useRejected().map(groupOf));
  return size === 0 ? null : (
    <Button variant="quiet" className="rejected-button" aria-haspopup="dialog" onClick={onOpen}>
      {t('shell.notSentButton', { n: size })}
    </Button>
  );
}
