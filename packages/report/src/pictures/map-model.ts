import {
  mapOf,
  breakoutsNaming,
  voicesOf,
  type BoardSnapshot,
  type Drawing,
  type MapNode as BoardNode,
} from '@coherence/board';
import {
  inkColors,
  penWidth,
  strokePoints,
  type MapDrawing,
  type MapModel,
  type MapNode,
  type PictureHead,
} from '@coherence/picture';
import { marksOf, unitMarks, writtenNumber, type UnitMarks } from './unit-marks.ts';

/** The map of a board as the picture wants it. */
export function mapModelOf(snapshot: BoardSnapshot, head: PictureHead): MapModel {
  const map = mapOf(snapshot);
  const marks = unitMarks(snapshot);
  return {
    ...head,
    nodes: map.nodes.map((node) => pictureNode(node, marks)),
    links: map.links.map(({ records, ...link }) => ({
      ...link,
      count: voicesOf(records),
      rooms: breakoutsNaming(records).length,
    })),
    groups: map.groups.map(({ id, name }) => ({ id, name })),
    drawings: map.drawings.map(pictureDrawing),
  };
}

function pictureNode(node: BoardNode, marks: UnitMarks): MapNode {
  const [x, y, w] = node.pos;
  return {
    id: node.id,
    text: node.label,
    kind: node.kind,
    x,
    y,
    w,
    group: node.group,
    votes: node.votes ?? undefined,
    units: marksOf(marks, node.units),
    number: writtenNumber(node.no),
  };
}

function pictureDrawing({ kind, pos, ink, text, points }: Drawing): MapDrawing {
  const [x, y, w] = pos;
  const color = inkColors[ink];
  if (kind !== 'pen') return { type: kind, x, y, w, text, color };
  const placed = strokePoints(points).map((point) => ({ x: x + point.x, y: y + point.y }));
  return { type: 'pen', points: placed, color, width: penWidth };
}
