import { breakoutsNaming, type Influence, type MapLink } from '@coherence/board';
import { signGlyphs } from '@coherence/picture';
import { t } from '@coherence/words';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { UnitChip } from '../../ui/chip.tsx';
import { Glyph } from '../../ui/glyph.tsx';

/** Who named a link, rooms first, each with the sign they gave it. Nobody in particular: nothing. */
export function LinkSources({ records }: { records: readonly Influence[] }) {
  const marks = useProjection(unitMarks);
  const rooms = breakoutsNaming(records);
  const units = records.flatMap(({ id, source, room, polarity }) => {
    const mark = room === null && source?.kind === 'unit' ? marks.get(source.id) : undefined;
    return mark === undefined ? [] : [{ id, mark, polarity }];
  });
  if (rooms.length + units.length === 0) return null;
  return (
    <p className="map-sources">
      {t('map.namedBy')}
      {rooms.map(({ id, name, polarity }) => (
        <span key={id} className="map-source">
          <b dir="auto">{name || t('outline.room')}</b>
          <Signs polarity={polarity} />
        </span>
      ))}
      {units.map(({ id, mark, polarity }) => (
        <span key={id} className="map-source">
          <UnitChip {...mark} />
          <Signs polarity={polarity} />
        </span>
      ))}
    </p>
  );
}

/** The sign of a source; both where two of a room said different things. */
function Signs({ polarity }: Pick<MapLink, 'polarity'>) {
  const signs = polarity === 'mixed' ? (['+', '-'] as const) : [polarity];
  return signs.map((sign) => <Glyph key={sign} glyph={signGlyphs[sign]} size={12} />);
}
