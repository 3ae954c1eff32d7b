import { inkColors, penWidth, strokePath, strokePoints } from '@coherence/picture';
import {
  Polyline2d,
  ShapeUtil,
  SVGContainer,
  T,
  Vec,
  type Geometry2d,
  type RecordProps,
} from '@tldraw/tldraw';
import { INKS } from '../model/shapes/map-shapes.ts';
import { t } from '@coherence/words';
import type { StrokeRecord } from '../shape-records.ts';

/** A pen stroke beside the model. It can be moved and removed, not bent. */
export class StrokeUtil extends ShapeUtil<StrokeRecord> {
  static override type = 'stroke' as const;
  static override props: RecordProps<StrokeRecord> = {
    ink: T.literalEnum(...INKS),
    points: T.arrayOf(T.number),
    w: T.number,
  };

  override canBind = () => false;
  override canResize = () => false;
  override canTabTo = () => false;
  override hideResizeHandles = () => true;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsBg = () => true;

  override getDefaultProps(): StrokeRecord['props'] {
    return { ink: 'ink', points: [], w: 40 };
  }

  override getGeometry(shape: StrokeRecord): Geometry2d {
    const points = strokePoints(shape.props.points).map(({ x, y }) => new Vec(x, y));
    const first = points[0] ?? new Vec(0, 0);
    return new Polyline2d({ points: points.length > 1 ? points : [first, first.clone().addXY(0.5, 0.5)] });
  }

  override onBeforeUpdate = (_before: StrokeRecord, next: StrokeRecord): StrokeRecord => ({
    ...next,
    x: Math.round(next.x),
    y: Math.round(next.y),
    rotation: 0,
  });

  override getAriaDescriptor(): string {
    return t('map.stroke');
  }

  override component({ props }: StrokeRecord) {
    return (
      <SVGContainer>
        <path
          d={strokePath(strokePoints(props.points))}
          fill="none"
          stroke={inkColors[props.ink]}
          strokeWidth={penWidth}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </SVGContainer>
    );
  }

  override indicator({ props }: StrokeRecord) {
    return <path d={strokePath(strokePoints(props.points))} />;
  }
}
