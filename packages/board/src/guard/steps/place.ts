import { isSame, type Lane, type Piece } from './piece.ts';
import type { Overlay } from './overlay.ts';

/**
 * After so many items of one conflict the sets of Yjs outgrow the caches: an item takes three times as long. It is
 * charged twice only: honest work with many items is far from its neighbours, too.
 */
const NEAR = 1_000;
const FAR_STEPS = 1;

let placings = 0;

/**
 * Puts an item where Yjs would (`Item.integrate`), counting every item it looks at. `left` and `right` are the pieces
 * its origins end and begin. False when the limit was passed on the way.
 */
export function place(
  overlay: Overlay,
  piece: Piece,
  { lane, left, right }: { lane: Lane; left: Piece | null; right: Piece | null },
): boolean {
  const isInConflict =
    left === null ? right === null || overlay.leftOf(right) !== null : overlay.rightOf(left) !== right;
  const found = isInConflict ? leftAmongOthers(overlay, piece, { lane, left, right }) : left;
  if (found === undefined) return false;
  piece.lane = lane;
  piece.left = found;
  if (found !== null) {
    piece.right = overlay.rightOf(found);
    found.right = piece;
  } else {
    piece.right = firstOf(overlay, lane);
    if (lane.key === null) lane.head = piece;
  }
  if (piece.right !== null) piece.right.left = piece;
  else if (lane.key !== null) lane.head = piece;
  return !overlay.tally.isOver;
}

/** The piece it comes to stand behind; undefined when the limit was passed. */
function leftAmongOthers(
  overlay: Overlay,
  piece: Piece,
  between: { lane: Lane; left: Piece | null; right: Piece | null },
): Piece | null | undefined {
  const { tally } = overlay;
  let { left } = between;
  let other = left === null ? firstOf(overlay, between.lane) : overlay.rightOf(left);
  placings += 1;
  const met = placings;
  const nearUntil = tally.looked + NEAR;
  let conflict = placings;
  while (other !== null && other !== between.right) {
    tally.looked += 1;
    if (tally.looked > nearUntil) tally.far += FAR_STEPS;
    if (tally.isOver) return undefined;
    other.metBy = met;
    other.conflictsIn = conflict;
    if (isSame(piece.origin, other.origin)) {
      if (other.client < piece.client) {
        left = other;
        conflict = placings += 1;
      } else if (isSame(piece.rightOrigin, other.rightOrigin)) break;
    } else {
      const origin = originOf(overlay, other);
      if (origin === null || origin.metBy !== met) break;
      if (origin.conflictsIn !== conflict) {
        left = other;
        conflict = placings += 1;
      }
    }
    other = overlay.rightOf(other);
  }
  return left;
}

/** The first item of a sequence. Of a key Yjs has the last one and walks. */
function firstOf(overlay: Overlay, lane: Lane): Piece | null {
  let first = lane.head;
  if (lane.key === null || first === null) return first;
  for (let left = overlay.leftOf(first); left !== null; left = overlay.leftOf(first)) {
    overlay.tally.walked += 1;
    if (overlay.tally.isOver) return first;
    first = left;
  }
  return first;
}

function originOf(overlay: Overlay, piece: Piece): Piece | null {
  const { origin, originPiece } = piece;
  if (origin === null) return null;
  // A split leaves the first part where it was, so that only a later part can hold the origin by then.
  if (originPiece !== null && originPiece.holds(origin)) return originPiece;
  piece.originPiece = overlay.find(origin);
  return piece.originPiece;
}
