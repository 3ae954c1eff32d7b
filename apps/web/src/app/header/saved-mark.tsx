import { t } from '@coherence/words';
import { useSaved, useTransport } from '../../live/live-context.tsx';
import { savedWords } from './saved-words.ts';
import { hint } from '../../ui/tips/tip.ts';

/** "Saved", "Saving", "Offline: kept on this device", "Not saved". Said aloud only when it is bad news. */
export function SavedMark() {
  const { tone, words, title } = savedWords(useSaved());
  const way = useTransport() === 'streamed' ? ` ${t('shell.plainRequests')}` : '';
  return (
    <p className={`saved saved-${tone}`} {...hint(title + way)}>
      <span className="saved-dot" aria-hidden />
      {words}
    </p>
  );
}
