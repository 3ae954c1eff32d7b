import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useState } from 'react';
import { KINDS, kindStyle } from '../../../factors/kinds.ts';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { chosenStill, matching, type OffMapCard } from './off-map-list.ts';

/** From this many on, a list needs a way to find something in it. */
const FILTER_FROM = 8;

/** "Not on the map yet": put one, several or all of them on it. */
export function OffMap({
  cards,
  onPut,
}: {
  cards: readonly OffMapCard[];
  onPut: (ids: readonly string[]) => void;
}) {
  const { canEdit } = useLive();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const shown = matching(cards, words);
  const chosen = chosenStill(cards, ticked);

  const put = (ids: readonly string[]): void => {
    onPut(ids);
    setTicked(new Set());
  };
  const tick = (id: string, on: boolean): void =>
    setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((other) => other !== id)));

  return (
    <>
      <h3 className="map-panel-title">{t('map.offMap')}</h3>
      {cards.length === 0 ? (
        <p className="map-quiet">{t('map.offMapEmpty')}</p>
      ) : (
        <>
          <p className="map-quiet">{t('map.offMapCount', { n: cards.length })}</p>
          {cards.length < FILTER_FROM ? null : (
            <input
              dir="auto"
              className="input"
              type="search"
              aria-label={t('map.offMapFilter')}
              placeholder={t('map.offMapFilter')}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <ul className="map-off">
            {shown.map(({ id, text, kind }) => {
              const name = text.trim() === '' ? t('map.noWords') : text;
              return (
                <li key={id} className="map-off-card map-kind" style={kindStyle(kind)}>
                  <label>
                    {canEdit ? (
                      <input
                        type="checkbox"
                        checked={ticked.has(id)}
                        onChange={({ target }) => tick(id, target.checked)}
                      />
                    ) : null}
                    <span>
                      <span className="map-off-kind">
                        <Glyph glyph={kindLooks[kind].glyph} size={14} />
                        {t(KINDS[kind].one)}
                      </span>
                      <span dir="auto" className="map-off-words">
                        {name}
                      </span>
                    </span>
                  </label>
                  {canEdit ? (
                    <Button aria-label={t('map.putName', { text: name })} onClick={() => put([id])}>
                      {t('map.put')}
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
          {shown.length === 0 ? <p className="map-quiet">{t('map.offMapNone')}</p> : null}
          {canEdit ? (
            <p className="map-panel-foot">
              {chosen.length > 0 ? (
                <Button variant="primary" onClick={() => put(chosen)}>
                  {t('map.putChosen', { n: chosen.length })}
                </Button>
              ) : (
                <Button onClick={() => put(cards.map(({ id }) => id))}>
                  {t('map.putAll', { n: cards.length })}
                </Button>
              )}
            </p>
          ) : null}
        </>
      )}
    </>
  );
}
