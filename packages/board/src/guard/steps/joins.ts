import * as Y from 'yjs';
import type { Overlay } from './overlay.ts';
import { isSame, type Piece } from './piece.ts';

/**
 * Counts what Yjs moves when it joins pieces after the transaction: each splice moves all structs of that client
 * behind it. A run of pieces that all join is one splice, except for those that Yjs takes one by one.
 */
export function countJoins(overlay: Overlay, gone: readonly Piece[]): void {
  const touched = new Map<number, Piece[]>();
  for (const piece of [...gone, ...overlay.cut]) {
    if (piece.clock >= overlay.column(piece.client).liveEnd) continue;
    const list = touched.get(piece.client);
    if (list === undefined) touched.set(piece.client, [piece]);
    else list.push(piece);
  }
  for (const client of overlay.columns.keys()) {
    const pieces = (touched.get(client) ?? []).toSorted((a, b) => a.clock - b.clock);
    countColumn(overlay, client, pieces);
    if (overlay.tally.isOver) return;
  }
}

/** `pieces`: those of the live structs of one client that may join now, in clock order. */
function countColumn(overlay: Overlay, client: number, pieces: readonly Piece[]): void {
  const { fresh, liveEnd } = overlay.column(client);
  let last: Piece | null = null;
  let isRun = false;
  const pair = (left: Piece, right: Piece): void => {
    const joins = join(overlay, left, right);
    if (joins && (left.joinsAlone || right.joinsAlone || !isRun)) {
      // Among new structs Yjs joins what is deleted and then the rest: twice.
      const times = right.clock >= liveEnd ? 2 : 1;
      overlay.tally.movedByJoins += times * (overlay.behind(right) + 1);
    }
    isRun = joins;
  };
  for (const list of [pieces, fresh]) {
    for (const piece of list) {
      if (piece === last) continue;
      if (last !== null && last.end !== piece.clock) {
        pair(last, overlay.find({ client, clock: last.end }));
        last = null;
        isRun = false;
      }
      if (last === null && piece.clock > 0) last = overlay.find({ client, clock: piece.clock - 1 });
      if (last !== null) pair(last, piece);
      if (overlay.tally.isOver) return;
      last = piece;
    }
  }
  if (last !== null && last.end < overlay.state(client)) {
    pair(last, overlay.find({ client, clock: last.end }));
  }
}

/** `Item.mergeWith` and `GC.mergeWith`, once what was deleted has given up its content. */
function join(overlay: Overlay, left: Piece, right: Piece): boolean {
  const [leftIsItem, rightIsItem] = [left.isItem && !left.collected, right.isItem && !right.collected];
  if (!leftIsItem || !rightIsItem) return leftIsItem === rightIsItem;
  if (left.deleted !== right.deleted) return false;
  if (!left.deleted && (left.content?.constructor !== right.content?.constructor || isType(left)))
    return false;
  return (
    left.endsWith(right.origin) &&
    isSame(left.rightOrigin, right.rightOrigin) &&
    overlay.rightOf(left) === right
  );
}

function isType(piece: Piece): boolean {
  return piece.content instanceof Y.ContentType;
}
