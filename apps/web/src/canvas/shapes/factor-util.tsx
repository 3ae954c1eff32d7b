import { NODE_KINDS, NODE_ROOTS } from '@coherence/board';
import { t } from '@coherence/words';
import {
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  T,
  type Geometry2d,
  type RecordProps,
  type TLResizeInfo,
} from '@tldraw/tldraw';
import { KINDS, PLAIN_KIND } from '../../factors/kinds.ts';
import { boxOfCard, sizeOfCard, resizedWidth } from '../model/shapes/shape-size.ts';
import { MapFactorCard } from './map-factor-card.tsx';
import type { FactorRecord } from '../shape-records.ts';

/** A factor, outcome, issue or strategy as a card: as high as its words need, as wide as people make it. */
export class FactorUtil extends ShapeUtil<FactorRecord> {
  static override type = 'factor' as const;
  static override props: RecordProps<FactorRecord> = {
    root: T.literalEnum(...NODE_ROOTS),
    text: T.string,
    kind: T.literalEnum(...NODE_KINDS),
    votes: T.number,
    group: T.string,
    w: T.number,
  };

  override canEdit = () => true;
  override canBind = () => false;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsBg = () => true;

  override getDefaultProps(): FactorRecord['props'] {
    return { root: 'factors', text: '', kind: PLAIN_KIND, votes: 0, group: '', w: 206 };
  }

  override getGeometry(shape: FactorRecord): Geometry2d {
    const { w, h } = sizeOfCard(shape.props);
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }

  override onBeforeUpdate = (_before: FactorRecord, next: FactorRecord): FactorRecord => ({
    ...next,
    x: Math.round(next.x),
    y: Math.round(next.y),
    rotation: 0,
  });

  override onResize = (shape: FactorRecord, { initialShape, scaleX, handle }: TLResizeInfo<FactorRecord>) => {
    const w = resizedWidth(initialShape.props.w, scaleX);
    const x = handle.includes('left') ? initialShape.x + initialShape.props.w - w : initialShape.x;
    return { x, y: initialShape.y, props: { ...shape.props, w } };
  };

  override getText(shape: FactorRecord): string {
    return shape.props.text;
  }

  override getAriaDescriptor(shape: FactorRecord): string {
    return `${t(KINDS[shape.props.kind].one)}: ${shape.props.text}`;
  }

  override component(shape: FactorRecord) {
    return (
      <HTMLContainer>
        <MapFactorCard shape={shape} />
      </HTMLContainer>
    );
  }

  override indicator(shape: FactorRecord) {
    const { w, h, radius = 0 } = boxOfCard(shape);
    return <rect width={w} height={h} rx={radius} />;
  }
}
