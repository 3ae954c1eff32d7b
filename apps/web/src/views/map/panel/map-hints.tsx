import { t } from '@coherence/words';

const HINTS = ['add', 'write', 'link', 'sign', 'group', 'paste', 'keys'] as const;

/** How to work on the map, in a few lines: there is no tour. */
export function MapHints() {
  return (
    <section className="map-panel-part map-hints">
      <h4>{t('map.hints')}</h4>
      <dl>
        {HINTS.map((hint) => (
          <div key={hint}>
            <dt>{t(`map.hint_${hint}`)}</dt>
            <dd>{t(`map.how_${hint}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
