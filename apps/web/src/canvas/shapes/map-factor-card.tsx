import {
  cardBaseline,
  cardMetrics,
  cardPadding,
  cardRadius,
  directedLines,
  glyphSize,
  glyphStroke,
  kindLooks,
  palette,
} from '@coherence/picture';
import { t } from '@coherence/words';
import { useEditor, useIsEditing, useValue } from '@tldraw/tldraw';
import { KINDS } from '../../factors/kinds.ts';
import { useLive } from '../../live/live-context.tsx';
import { DIMMED_OPACITY, useHighlight } from '../highlight.ts';
import { openSizeOfCard, sizeOfCard } from '../model/shapes/shape-size.ts';
import { CardWords } from './card-words.tsx';
import type { FactorRecord } from '../shape-records.ts';

/** Below this zoom words are too small to read and are left out, so that a big map stays quick. */
const WORDS_FROM_ZOOM = 0.28;

/** Nothing on the wall is set smaller, in px. */
const WALL_TEXT = 18;

function wallReads(zoom: number): boolean {
  return cardMetrics.headSize * zoom >= WALL_TEXT;
}

export function MapFactorCard({ shape }: { shape: FactorRecord }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const isFar = useValue('card is far', () => editor.getZoomLevel() < WORDS_FROM_ZOOM, [editor]);
  const isWall = useLive().role === 'display';
  // On the wall the legend names the kinds where the word on the card would be too small to read.
  const hasHead = useValue('card says its kind', () => !isWall || wallReads(editor.getZoomLevel()), [
    editor,
    isWall,
  ]);
  const highlight = useHighlight(shape.id);
  const { kind, votes } = shape.props;
  const { w, h, lines, isFolded } = (isEditing ? openSizeOfCard : sizeOfCard)(shape.props);
  const { ink, ground, glyph } = kindLooks[kind];
  const left = cardPadding(kind);
  const { headBaseline, glyph: size, headSize, textSize } = cardMetrics;

  return (
    <>
      <svg
        className="map-card"
        width={w}
        height={h}
        opacity={highlight === 'dimmed' ? DIMMED_OPACITY : 1}
        aria-hidden
      >
        <rect
          x={0.65}
          y={0.65}
          width={w - 1.3}
          height={h - 1.3}
          rx={cardRadius(kind, h)}
          fill={ground}
          stroke={ink}
          strokeWidth={1.3}
        />
        {isEditing ? (
          <rect
            className="map-card-open"
            x={-2}
            y={-2}
            width={w + 4}
            height={h + 4}
            rx={cardRadius(kind, h) + 2}
          />
        ) : null}
        <g
          transform={`translate(${left} ${headBaseline - 12}) scale(${size / glyphSize})`}
          fill="none"
          stroke={ink}
          strokeWidth={glyphStroke}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={glyph.stroke} />
          {glyph.fill === '' ? null : <path d={glyph.fill} fill={ink} stroke="none" />}
        </g>
        {isFar ? null : (
          <>
            {hasHead ? (
              <text x={left + size + 6} y={headBaseline} fontSize={headSize} fontWeight={700} fill={ink}>
                {t(KINDS[kind].one)}
              </text>
            ) : null}
            {hasHead && votes > 0 ? (
              <text
                x={w - left}
                y={headBaseline}
                fontSize={headSize}
                fontWeight={700}
                fill={palette.ink}
                textAnchor="end"
              >
                {t('map.votes', { n: votes })}
              </text>
            ) : null}
            {isEditing
              ? null
              : directedLines(lines, left, w - left).map(({ text, x, anchor }, index) => (
                  <text
                    key={index}
                    x={x}
                    y={cardBaseline(index)}
                    fontSize={textSize}
                    fill={palette.ink}
                    textAnchor={anchor}
                  >
                    {text}
                  </text>
                ))}
            {isFolded ? (
              <text x={left} y={cardBaseline(lines.length)} fontSize={textSize} fontWeight={600} fill={ink}>
                {t('map.moreWords')}
              </text>
            ) : null}
          </>
        )}
      </svg>
      {isEditing ? <CardWords shape={shape} left={left} /> : null}
    </>
  );
}
