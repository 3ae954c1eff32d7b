import type { Influence } from '@coherence/board';
import { signGlyphs } from '@coherence/picture';
import { unitMarks } from '../../factors/unit-marks.ts';
import { t } from '../../i18n/with-map.ts';
import { useProjection } from '../../live/use-projection.ts';
import { UnitChip } from '../../ui/chip.tsx';
import { Glyph } from '../../ui/glyph.tsx';

/** Who named a link, each with the sign they gave it. Nobody in particular: nothing. */
export function LinkSources({ records }: { records: readonly Influence[] }) {
  const marks = useProjection(unitMarks);
  const named = records.flatMap(({ id, source, polarity }) => {
    const mark = source?.kind === 'unit' ? marks.get(source.id) : undefined;
    return mark === undefined ? [] : [{ id, mark, polarity }];
  });
  if (named.length === 0) return null;
  return (
    <p className="map-sources">
      {t('map.namedBy')}
      {named.map(({ id, mark, polarity }) => (
        <span key={id} className="map-source">
          <UnitChip {...mark} />
          <Glyph glyph={signGlyphs[polarity]} size={12} />
        </span>
      ))}
    </p>
  );
}
