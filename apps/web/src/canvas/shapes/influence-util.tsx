import {
  Circle2d,
  Group2d,
  Polyline2d,
  Rectangle2d,
  ShapeUtil,
  SVGContainer,
  T,
  Vec,
  type Geometry2d,
  type RecordProps,
} from '@tldraw/tldraw';
import { MapLinkLine } from '../links/map-link-line.tsx';
import { routesOf } from '../links/link-routes.ts';
import { linkSentenceWithDelay } from '../../factors/link-sentence.ts';
import { recordIdOf, shapeIdOf, type FactorRecord, type InfluenceRecord } from '../shape-records.ts';

/** A sign is small; a finger is not. Radius of the place around it that takes a tap, in px. */
const SIGN_TARGET = 16;

/** A link. It stands where its cards stand: its own x and y stay 0, so that its points are page points. */
export class InfluenceUtil extends ShapeUtil<InfluenceRecord> {
  static override type = 'influence' as const;
  static override props: RecordProps<InfluenceRecord> = {
    from: T.string,
    to: T.string,
    polarity: T.literalEnum('+', '-', '?', 'mixed'),
    strength: T.literalEnum(1, 2, 3),
    delay: T.boolean,
    sources: T.number,
    rooms: T.number,
  };

  override canBind = () => false;
  override canResize = () => false;
  override canSnap = () => false;
  override canBeLaidOut = () => false;
  override hideResizeHandles = () => true;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsBg = () => true;
  override hideSelectionBoundsFg = () => true;

  override getDefaultProps(): InfluenceRecord['props'] {
    return { from: '', to: '', polarity: '?', strength: 2, delay: false, sources: 1, rooms: 0 };
  }

  override getGeometry(shape: InfluenceRecord): Geometry2d {
    const path = routesOf(this.editor).pathOf(recordIdOf(shape.id));
    if (path === null || path.points.length < 2)
      return new Rectangle2d({ width: 1, height: 1, isFilled: false });
    const line = new Polyline2d({ points: path.points.map(({ x, y }) => new Vec(x, y)) });
    const signs = path.badges.map(
      ({ x, y }) =>
        new Circle2d({ x: x - SIGN_TARGET, y: y - SIGN_TARGET, radius: SIGN_TARGET, isFilled: true }),
    );
    return new Group2d({ children: [line, ...signs] });
  }

  override onBeforeUpdate = (_before: InfluenceRecord, next: InfluenceRecord): InfluenceRecord => ({
    ...next,
    x: 0,
    y: 0,
    rotation: 0,
  });

  override getAriaDescriptor({ props }: InfluenceRecord): string {
    const words = (id: string): string => this.editor.getShape<FactorRecord>(shapeIdOf(id))?.props.text ?? '';
    return linkSentenceWithDelay(props, words(props.from), words(props.to));
  }

  override component(shape: InfluenceRecord) {
    return (
      <SVGContainer>
        <MapLinkLine shape={shape} />
      </SVGContainer>
    );
  }

  override indicator(shape: InfluenceRecord) {
    const path = routesOf(this.editor).pathOf(recordIdOf(shape.id));
    return path === null ? null : <path d={path.d} />;
  }
}
