import { directedLines, inkColors, palette, writingMetrics } from '@coherence/picture';
import { t } from '@coherence/words';
import {
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  T,
  useIsEditing,
  type Geometry2d,
  type RecordProps,
  type TLResizeInfo,
} from '@tldraw/tldraw';
import { INKS } from '../model/shapes/map-shapes.ts';
import { resizedWidth, sizeOfWriting } from '../model/shapes/shape-size.ts';
import { CardWords } from './card-words.tsx';
import type { WritingRecord } from '../shape-records.ts';

/** A note or a text beside the model, in plain words. */
export class WritingUtil extends ShapeUtil<WritingRecord> {
  static override type = 'writing' as const;
  static override props: RecordProps<WritingRecord> = {
    kind: T.literalEnum('note', 'text'),
    ink: T.literalEnum(...INKS),
    text: T.string,
    w: T.number,
  };

  override canEdit = () => true;
  override canBind = () => false;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsBg = () => true;

  override getDefaultProps(): WritingRecord['props'] {
    return { kind: 'note', ink: 'yellow', text: '', w: 200 };
  }

  override getGeometry(shape: WritingRecord): Geometry2d {
    const { w, h } = sizeOfWriting(shape.props);
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }

  override onBeforeUpdate = (_before: WritingRecord, next: WritingRecord): WritingRecord => ({
    ...next,
    x: Math.round(next.x),
    y: Math.round(next.y),
    rotation: 0,
  });

  override onResize = (
    shape: WritingRecord,
    { initialShape, scaleX, handle }: TLResizeInfo<WritingRecord>,
  ) => {
    const w = resizedWidth(initialShape.props.w, scaleX);
    const x = handle.includes('left') ? initialShape.x + initialShape.props.w - w : initialShape.x;
    return { x, y: initialShape.y, props: { ...shape.props, w } };
  };

  override getText(shape: WritingRecord): string {
    return shape.props.text;
  }

  override getAriaDescriptor(shape: WritingRecord): string {
    return t('map.noteSays', { text: shape.props.text });
  }

  override component(shape: WritingRecord) {
    return (
      <HTMLContainer>
        <Writing shape={shape} />
      </HTMLContainer>
    );
  }

  override indicator(shape: WritingRecord) {
    const { w, h } = sizeOfWriting(shape.props);
    return <rect width={w} height={h} rx={4} />;
  }
}

function Writing({ shape }: { shape: WritingRecord }) {
  const isEditing = useIsEditing(shape.id);
  const { kind, ink } = shape.props;
  const { w, h, inset, lines } = sizeOfWriting(shape.props);
  const { textSize, lineHeight, firstBaseline } = writingMetrics;
  const color = inkColors[ink];
  const isNote = kind === 'note';
  return (
    <>
      <svg className="map-card" width={w} height={h} aria-hidden>
        {isNote ? (
          <>
            <rect width={w} height={h} rx={4} fill={palette.white} />
            <rect
              x={0.6}
              y={0.6}
              width={w - 1.2}
              height={h - 1.2}
              rx={4}
              fill={color}
              fillOpacity={0.14}
              stroke={color}
              strokeWidth={1.2}
            />
          </>
        ) : null}
        {isEditing ? (
          <rect className="map-card-open" x={-3} y={-3} width={w + 6} height={h + 6} rx={6} />
        ) : null}
        {isEditing
          ? null
          : directedLines(lines, inset, w - inset).map(({ text, x, anchor }, index) => (
              <text
                key={index}
                x={x}
                y={inset + firstBaseline + index * lineHeight}
                fontSize={textSize}
                fill={isNote ? palette.ink : color}
                textAnchor={anchor}
              >
                {text}
              </text>
            ))}
      </svg>
      {isEditing ? <CardWords shape={shape} left={inset} top={inset} /> : null}
    </>
  );
}
