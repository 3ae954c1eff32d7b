import { placeOnMap, removeDrawings, removeInfluences, takeOffMap, type Pos } from '@coherence/board';
import type { LiveBoard } from '../../../live/open-board.ts';
import { isSameShape, type MapShape } from '../shapes/map-shapes.ts';

/** What a person did to the shapes of a map, in the words of the board. */
export type CanvasEdits = {
  readonly place: readonly { readonly id: string; readonly pos: Pos }[];
  readonly takeOff: readonly string[];
  readonly removeDrawings: readonly string[];
  /** Links as `from>to`. */
  readonly unlink: readonly string[];
};

type Shapes = ReadonlyMap<string, MapShape>;

/** Places one operation may carry; see `placeOnMap`. */
const PLACES_MAX = 2000;

/**
 * The edits that lead from one state of the canvas to another. A card that went is taken off the map, never
 * removed; its links go with it and are not unlinked. Shapes are never created here: records are operations of the tools.
 */
export function editsBetween(before: Shapes, after: Shapes): CanvasEdits {
  const edits = { place: [] as { id: string; pos: Pos }[], takeOff: [] as string[] };
  const gone = { drawings: [] as string[], links: [] as string[] };
  for (const [id, shape] of before) {
    if (after.has(id)) continue;
    if (shape.type === 'factor') edits.takeOff.push(id);
    else if (shape.type !== 'influence') gone.drawings.push(id);
    else if (after.has(shape.props.from) && after.has(shape.props.to)) gone.links.push(id);
  }
  for (const [id, shape] of after) {
    const known = before.get(id);
    if (shape.type === 'influence' || (known !== undefined && isSameShape(known, shape))) continue;
    if (known === undefined && shape.type !== 'factor') continue;
    edits.place.push({ id, pos: [shape.x, shape.y, shape.props.w] });
  }
  return { ...edits, removeDrawings: gone.drawings, unlink: gone.links };
}

/**
 * Writes edits into the board. `recordsOf` names the influence records that a removed link stands for: one's own, or
 * all of them for a facilitator.
 */
export function applyEdits(
  doc: LiveBoard['doc'],
  edits: CanvasEdits,
  recordsOf: (link: string) => readonly string[],
): void {
  for (let from = 0; from < edits.place.length; from += PLACES_MAX) {
    placeOnMap(
      doc,
      edits.place.slice(from, from + PLACES_MAX).map(({ id, pos }) => ({ id, pos: [...pos] })),
    );
  }
  if (edits.takeOff.length > 0) takeOffMap(doc, edits.takeOff);
  if (edits.removeDrawings.length > 0) removeDrawings(doc, edits.removeDrawings);
  const records = edits.unlink.flatMap(recordsOf);
  if (records.length > 0) removeInfluences(doc, records);
}
