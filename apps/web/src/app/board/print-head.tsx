import { t, writing } from '@coherence/words';
import { serverClock } from '../../live/server/server-clock.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { usePrinting } from '../../ui/use-printing.ts';

/** On paper, above whatever view was open: the board and the day. */
export function PrintHead() {
  const { title } = useMeta();
  if (!usePrinting()) return null;
  return (
    <header className="print-head">
      <h1 dir="auto">{title}</h1>
      <p>
        {writing().time(serverClock.now(), { dateStyle: 'long' })} · {t('shell.belief')}
      </p>
    </header>
  );
}
