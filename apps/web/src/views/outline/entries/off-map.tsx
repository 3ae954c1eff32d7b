import type { Factor } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../../ui/button.tsx';
import type { OutlineFrame } from '../outline-frame.ts';

type OffMapProps = { factors: readonly Factor[]; frame: OutlineFrame };

/** Factors that have no place on the map yet. */
export function OffMap({ factors, frame: { control, canEdit } }: OffMapProps) {
  if (factors.length === 0) return null;
  const sorted = factors.toSorted((a, b) => (a.no ?? Infinity) - (b.no ?? Infinity));
  return (
    <details className="off-map" data-after-list>
      <summary>
        {t('outline.offMap')} <span className="outline-count">{factors.length}</span>
      </summary>
      {canEdit ? (
        <Button onClick={() => control.putOnMap(sorted.map(({ id }) => id))}>
          {t('outline.putAllOnMap')}
        </Button>
      ) : null}
      <ul>
        {sorted.map(({ id, text, no }) => (
          <li key={id} className="off-map-line">
            <span>
              {no === null ? null : <span className="picker-number">{t('outline.number', { n: no })}</span>}
              <bdi>{text}</bdi>
            </span>
            {canEdit ? (
              <Button aria-label={t('outline.putThisOnMap', { text })} onClick={() => control.putOnMap([id])}>
                {t('outline.putOnMap')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
