import {
  glyphSize,
  glyphStroke,
  linkMetrics,
  palette,
  railWidths,
  ROOMS_AGREE,
  signGlyphs,
  type SignBadge,
} from '@coherence/picture';
import { useEditor, useValue } from '@tldraw/tldraw';
import { recordIdOf, type InfluenceRecord } from '../shape-records.ts';
import { DIMMED_OPACITY, useHighlight } from '../highlight.ts';
import { routesOf } from './link-routes.ts';

const SIGN_SIZE = linkMetrics.badgeRadius * 1.6;

/** A link as the exported picture draws it; in the accent colour and a little wider while it is chosen. */
export function MapLinkLine({ shape }: { shape: InfluenceRecord }) {
  const editor = useEditor();
  const path = useValue('link path', () => routesOf(editor).pathOf(recordIdOf(shape.id)), [editor, shape.id]);
  const isChosen = useValue('link is chosen', () => editor.getSelectedShapeIds().includes(shape.id), [
    editor,
    shape.id,
  ]);
  const highlight = useHighlight(shape.id);
  if (path === null) return null;
  const standsOut = isChosen || highlight === 'highlighted';
  const color = standsOut ? palette.accent : palette.link;
  const width = path.width + (standsOut ? 1.4 : 0);
  const [outer, gap] = railWidths(width);
  const agree = shape.props.rooms >= ROOMS_AGREE;
  return (
    <g
      fill="none"
      stroke={color}
      strokeWidth={width}
      data-rooms-agree={agree || undefined}
      opacity={highlight === 'dimmed' ? DIMMED_OPACITY : 1}
    >
      <path d={path.d} className="map-link-rim" strokeWidth={(agree ? outer : path.width) + 4} />
      {agree ? (
        <>
          <path d={path.d} strokeWidth={outer} strokeLinecap="butt" />
          <path d={path.d} className="map-link-gap" strokeWidth={gap} strokeLinecap="butt" />
        </>
      ) : null}
      <path
        d={path.d}
        strokeDasharray={path.dash === '' ? undefined : path.dash}
        strokeLinecap={shape.props.polarity === '?' ? 'round' : undefined}
      />
      <path d={path.head} fill={color} strokeWidth={1} strokeLinejoin="round" />
      {path.delay === null ? null : <path d={path.delay} strokeWidth={1.9} strokeLinecap="round" />}
      {path.badges.map((badge) => (
        <Sign key={badge.sign} badge={badge} color={color} />
      ))}
    </g>
  );
}

function Sign({ badge: { x, y, sign }, color }: { badge: SignBadge; color: string }) {
  const glyph = signGlyphs[sign];
  return (
    <>
      <circle cx={x} cy={y} r={linkMetrics.badgeRadius} fill={palette.white} strokeWidth={1.4} />
      <g
        transform={`translate(${x - SIGN_SIZE / 2} ${y - SIGN_SIZE / 2}) scale(${SIGN_SIZE / glyphSize})`}
        strokeWidth={glyphStroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={glyph.stroke} />
        {glyph.fill === '' ? null : <path d={glyph.fill} fill={color} stroke="none" />}
      </g>
    </>
  );
}
