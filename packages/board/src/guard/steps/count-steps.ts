import * as Y from 'yjs';
import type { Decoded } from '../decoded.ts';
import type { Struct } from '../ancestry.ts';
import { takeInOrder } from './arrival.ts';
import { countJoins } from './joins.ts';
import { Overlay } from './overlay.ts';
import { Piece, type Lane } from './piece.ts';
import { place } from './place.ts';
import { remove, removeNamed } from './removal.ts';
import { Tally } from './tally.ts';

/**
 * `done`: all of it can be merged, in that many steps. `over`: it takes more than the limit. `missing`: it builds on
 * what is neither in it nor in the document. `unwritten`: no client writes such an update.
 */
export type Count = {
  readonly outcome: 'done' | 'over' | 'missing' | 'unwritten';
  readonly steps: number;
};

/** Counts the steps of merging a decoded update into a document, and changes neither. STEPS1 to STEPS4 in SPEC.md. */
export function countSteps(decoded: Decoded, doc: Y.Doc, limit: number): Count {
  const { outcome, overlay } = mergeOnOverlay(decoded, doc, limit);
  return { outcome, steps: overlay.tally.steps };
}

/** The same, with the overlay, for tests of its order and its kinds of work. */
export function mergeOnOverlay(
  decoded: Decoded,
  doc: Y.Doc,
  limit: number,
): { outcome: Count['outcome']; overlay: Overlay } {
  const tally = new Tally(limit);
  const overlay = new Overlay(doc, tally);
  const gone: Piece[] = [];
  let isUnwritten = false;
  const end = takeInOrder(decoded.structs as readonly Struct[], overlay, (struct) => {
    isUnwritten = !take(overlay, struct, gone);
    return !isUnwritten && !tally.isOver;
  });
  const answer = (outcome: Count['outcome']) => ({ outcome, overlay });
  if (isUnwritten || end === 'twice') return answer('unwritten');
  if (tally.isOver) return answer('over');
  if (end === 'missing') return answer('missing');
  removeNamed(overlay, decoded.ds, gone);
  if (tally.isOver) return answer('over');
  // Yjs stops half way through a transaction that meets one of these.
  if (overlay.loose.some(({ deleted }) => !deleted)) return answer('unwritten');
  countJoins(overlay, gone);
  return answer(tally.isOver ? 'over' : 'done');
}

/** Takes in one struct as `getMissing` and `integrate` do. False: no client writes it. */
function take(overlay: Overlay, struct: Y.Item | Y.GC, gone: Piece[]): boolean {
  const { client } = struct.id;
  const column = overlay.column(client);
  const state = overlay.state(client);
  const offset = state - struct.id.clock;
  const isKnown = offset >= struct.length;
  if (struct.length < 1) return false;
  const id = { client, clock: state };
  const rest = struct.length - offset;
  if (!(struct instanceof Y.Item)) {
    if (!isKnown) column.fresh.push(collected(id, rest));
    return true;
  }
  if (buildsOnItself(struct, state)) return false;
  const { origin, rightOrigin } = struct;
  let left = origin === null ? null : overlay.endingAt(origin);
  const right = rightOrigin === null ? null : overlay.startingAt(rightOrigin);
  const lane = laneFor(overlay, struct, left, right);
  if (isKnown) return true;
  if (offset > 0) left = overlay.endingAt({ client, clock: state - 1 });
  if (lane === null) {
    column.fresh.push(collected(id, rest));
    return true;
  }
  // What is to its left and right stands where it stands itself.
  if ([left, right].some((beside) => beside !== null && overlay.laneOf(beside) !== lane)) return false;
  if (lane.key !== null && isBehindOwn(overlay, lane, left, client)) return false;
  // A text has words; a value of many parts in it would be copied by every split.
  if (lane.key === null && struct.content instanceof Y.ContentAny) return false;
  const piece = new Piece(id, rest, {
    origin: offset > 0 ? { client, clock: state - 1 } : origin,
    rightOrigin: right === null ? null : { client: right.client, clock: right.clock },
    content: struct.content,
    deleted: false,
    live: null,
  });
  if (!place(overlay, piece, { lane, left, right })) return true;
  column.fresh.push(piece);
  if (lane.key !== null && piece.right === null && piece.left) remove(overlay, piece.left, gone);
  if (struct.content instanceof Y.ContentDeleted) piece.deleted = true;
  const isOverwritten = lane.key !== null && piece.right !== null;
  piece.collected = lane.host.owner?.deleted === true;
  if (isOverwritten || piece.collected) remove(overlay, piece, gone);
  return true;
}

function collected(id: { client: number; clock: number }, length: number): Piece {
  const none = { origin: null, rightOrigin: null, content: null, live: null };
  return new Piece(id, length, { ...none, deleted: true });
}

/** Where an item stands; null where that is gone, and the item with it. */
function laneFor(overlay: Overlay, struct: Y.Item, left: Piece | null, right: Piece | null): Lane | null {
  if (left?.isItem === false || right?.isItem === false) return null;
  const { parent, parentSub } = struct;
  if (typeof parent === 'string') return overlay.lanes.lane(overlay.lanes.root(parent), parentSub);
  if (parent instanceof Y.ID) {
    const host = overlay.lanes.in(overlay.find(parent));
    return host === null ? null : overlay.lanes.lane(host, parentSub);
  }
  const neighbour = left ?? right;
  return neighbour === null ? null : overlay.laneOf(neighbour);
}

function buildsOnItself({ id, origin, rightOrigin, parent }: Y.Item, state: number): boolean {
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].some(
    (needed) => needed !== null && needed.client === id.client && needed.clock >= state,
  );
}

/**
 * Whether a client would write a key behind its own last word on it: what stands right of its origin has an item of
 * its own. Each client sees what it wrote, and writes to the right of all it sees (STEPS3).
 */
function isBehindOwn(overlay: Overlay, lane: Lane, left: Piece | null, client: number): boolean {
  for (let at = lane.head; at !== null && at !== left; at = overlay.leftOf(at)) {
    if (at.client === client) return true;
    overlay.tally.checked += 1;
    if (overlay.tally.isOver) return false;
  }
  return false;
}
