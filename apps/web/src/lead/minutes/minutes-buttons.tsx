import { NOTE_KINDS, type BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { keysFor, shortcutFor } from './minutes-keys.ts';
import { useKeysWanted } from '../../together/keys-wanted.ts';
import { shortWords } from './minutes-notes.ts';
import { useMinutesDraft, useOpenMinutesField } from './use-minutes-draft.ts';
import { hint } from '../../ui/tips/tip.ts';
import './minutes.css';

const countOf = (snapshot: BoardSnapshot) => snapshot.notes.length;

/** Decision, Parked, Disagreement, Note: each opens the field; above, what has been kept. For facilitators. */
export function MinutesButtons() {
  const { draft, state } = useMinutesDraft();
  const open = useOpenMinutesField();
  const [keys] = useKeysWanted();
  const count = useProjection(countOf);
  const waiting = state.open ? '' : shortWords(state.waiting.text);
  return (
    <section className="minutes-buttons" aria-label={t('keep.heading')}>
      <div className="minutes-head">
        {waiting === '' ? (
          <h3>{t('keep.heading')}</h3>
        ) : (
          <Button variant="quiet" className="minutes-waiting" onClick={() => open(state.waiting.kind)}>
            <span>{t('keep.waiting', { words: waiting })}</span>
          </Button>
        )}
        <Button
          variant="quiet"
          className="minutes-see"
          aria-label={t('keep.see', { n: count })}
          onClick={() => draft.showList(true)}
        >
          {t('keep.count', { n: count })}
        </Button>
      </div>
      <div className="minutes-row">
        {NOTE_KINDS.map((kind) => (
          <Button
            key={kind}
            {...hint(keys ? t('keep.key', { kind: t(`keep.kind_${kind}`), keys: keysFor(kind) }) : undefined)}
            aria-keyshortcuts={keys ? shortcutFor(kind) : undefined}
            // The focus stays where somebody types, so that it can go back there.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(kind)}
          >
            {t(`keep.kind_${kind}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
