import { mapOf, NODE_KINDS, breakoutsNaming, type MapLink } from '@coherence/board';
import { kindLooks, linkDashes, markGlyphs, railWidths, ROOMS_AGREE } from '@coherence/picture';
import { t } from '@coherence/words';
import { KINDS, kindStyle } from '../../factors/kinds.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Glyph } from '../../ui/glyph.tsx';

const SIGNS = ['+', '-', '?', 'mixed'] as const satisfies readonly MapLink['polarity'][];
const SIGN_WORDS = {
  '+': 'map.legend_more',
  '-': 'map.legend_less',
  '?': 'map.legend_unsure',
  mixed: 'map.legend_mixed',
} as const;

/** What glyphs and lines mean, of those that this map shows. */
export function Legend() {
  const { nodes, links } = useProjection(mapOf);
  const kinds = NODE_KINDS.filter((kind) => nodes.some((node) => node.kind === kind));
  const signs = SIGNS.filter((sign) => links.some((link) => link.polarity === sign));
  const doRoomsAgree = links.some(({ records }) => breakoutsNaming(records).length >= ROOMS_AGREE);
  const hasDelay = links.some(({ delay }) => delay);
  if (kinds.length === 0) return null;
  return (
    <ul className="map-legend" data-map-legend aria-label={t('map.legend')}>
      {kinds.map((kind) => (
        <li key={kind} className="map-kind" style={kindStyle(kind)}>
          <Glyph glyph={kindLooks[kind].glyph} size={17} />
          {t(KINDS[kind].one)}
        </li>
      ))}
      {signs.map((sign) => (
        <li key={sign}>
          <svg width={26} height={8} aria-hidden>
            <path
              d="M1 4h24"
              stroke="currentColor"
              strokeWidth={1.8}
              strokeDasharray={linkDashes[sign]}
              strokeLinecap={sign === '?' ? 'round' : undefined}
            />
          </svg>
          {t(SIGN_WORDS[sign])}
        </li>
      ))}
      {doRoomsAgree ? (
        <li>
          <Rails />
          {t('map.legend_rooms')}
        </li>
      ) : null}
      {hasDelay ? (
        <li>
          <Glyph glyph={markGlyphs.delay} size={15} />
          {t('map.takesTime')}
        </li>
      ) : null}
    </ul>
  );
}

/** A short piece of a line between rails, as the map draws it. */
function Rails() {
  const [outer, gap] = railWidths(1.8);
  return (
    <svg width={26} height={12} aria-hidden>
      <path d="M1 6h24" stroke="currentColor" strokeWidth={outer} />
      <path d="M1 6h24" stroke="var(--surface)" strokeWidth={gap} />
      <path d="M1 6h24" stroke="currentColor" strokeWidth={1.8} />
    </svg>
  );
}
