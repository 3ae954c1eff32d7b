import {
  createShapeId,
  isShapeId,
  type IndexKey,
  type TLBaseShape,
  type TLPageId,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import type { CardShape, LinkShape, MapShape, StrokeShape, WritingShape } from './model/shapes/map-shapes.ts';

export type FactorRecord = TLBaseShape<'factor', CardShape['props']>;
export type InfluenceRecord = TLBaseShape<'influence', LinkShape['props']>;
export type StrokeRecord = TLBaseShape<'stroke', StrokeShape['props']>;
export type WritingRecord = TLBaseShape<'writing', WritingShape['props']>;
type MapRecord = FactorRecord | InfluenceRecord | StrokeRecord | WritingRecord;

/** Links lie under cards, drawings over them. */
const LAYERS = { influence: 'a1', factor: 'a2', stroke: 'a3', writing: 'a4' } as const;

export function shapeIdOf(recordId: string): TLShapeId {
  return createShapeId(recordId);
}

export function recordIdOf(shapeId: string): string {
  return isShapeId(shapeId) ? shapeId.slice('shape:'.length) : shapeId;
}

/** A shape of ours as a record of the editor's store. */
export function toStoreRecord(shape: MapShape, page: TLPageId): TLShape {
  return {
    typeName: 'shape',
    id: shapeIdOf(shape.id),
    type: shape.type,
    parentId: page,
    index: LAYERS[shape.type] as IndexKey,
    x: shape.x,
    y: shape.y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: shape.props,
  };
}

/** A record of the store as a shape of ours; null for what we did not put there. */
export function fromStoreRecord(record: TLShape): MapShape | null {
  if (!(record.type in LAYERS)) return null;
  const { type, x, y, props } = record as unknown as MapRecord;
  return { id: recordIdOf(record.id), type, x, y, props } as MapShape;
}
