import {
  breakoutsNaming,
  voicesOf,
  type BoardMap,
  type Drawing,
  type MapLink,
  type MapNode,
} from '@coherence/board';
import type { CardShape, LinkShape, MapShape, StrokeShape, WritingShape } from './map-shapes.ts';

/** The shapes of a map by record id (links by `from>to`): what the canvas has to show, and nothing else. */
export function shapesOf(map: BoardMap): ReadonlyMap<string, MapShape> {
  const shapes = new Map<string, MapShape>();
  for (const link of map.links) shapes.set(link.id, linkShape(link));
  for (const node of map.nodes) shapes.set(node.id, cardShape(node));
  for (const drawing of map.drawings) shapes.set(drawing.id, drawingShape(drawing));
  return shapes;
}

function cardShape(node: MapNode): CardShape {
  const { id, root, label, kind, votes, group } = node;
  const [x, y, w] = node.pos;
  return {
    id,
    type: 'factor',
    x,
    y,
    props: { root, text: label, kind, votes: votes ?? 0, group: group ?? '', w },
  };
}

function linkShape({ id, from, to, polarity, strength, delay, records }: MapLink): LinkShape {
  const [sources, rooms] = [voicesOf(records), breakoutsNaming(records).length];
  const props = { from, to, polarity, strength, delay, sources, rooms };
  return { id, type: 'influence', x: 0, y: 0, props };
}

function drawingShape({ id, kind, pos: [x, y, w], ink, text, points }: Drawing): StrokeShape | WritingShape {
  if (kind === 'pen') return { id, type: 'stroke', x, y, props: { ink, points, w } };
  return { id, type: 'writing', x, y, props: { kind, ink, text, w } };
}
