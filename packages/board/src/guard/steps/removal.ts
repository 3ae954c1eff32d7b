import type { Decoded } from '../decoded.ts';
import type { Overlay } from './overlay.ts';
import type { Host, Piece } from './piece.ts';

/**
 * Deletes a piece and all that stands in it (`Item.delete`). Added to `gone`: what that deletes, and what was deleted
 * before in it.
 */
export function remove(overlay: Overlay, start: Piece, gone: Piece[]): void {
  const open = [start];
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    if (piece.deleted) continue;
    piece.deleted = true;
    gone.push(piece);
    const host = overlay.lanes.in(piece);
    if (host === null) continue;
    for (const { inside, isCurrent } of insideOf(overlay, host)) {
      overlay.tally.emptied += 1;
      if (overlay.tally.isOver) return;
      inside.collected = true;
      if (inside.deleted) {
        inside.joinsAlone = true;
        gone.push(inside);
      } else (isCurrent ? open : overlay.loose).push(inside);
    }
  }
}

/** The words of a text, and all that was ever written to each key, of which only the last is still there. */
function* insideOf(overlay: Overlay, host: Host): Generator<{ inside: Piece; isCurrent: boolean }> {
  for (let at = overlay.lanes.lane(host, null).head; at !== null; at = overlay.rightOf(at)) {
    yield { inside: at, isCurrent: true };
  }
  const keys = new Set([...(host.type?._map.keys() ?? []), ...host.keys.keys()]);
  for (const key of keys) {
    const last = overlay.lanes.lane(host, key).head;
    for (let at = last; at !== null; at = overlay.leftOf(at)) yield { inside: at, isCurrent: at === last };
  }
}

/** Applies the deletions of an update as `readAndApplyDeleteSet` does. */
export function removeNamed(overlay: Overlay, { clients }: Decoded['ds'], gone: Piece[]): void {
  for (const [client, ranges] of clients) {
    const state = overlay.state(client);
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, state);
      for (let at = clock; at < end;) {
        if (overlay.tally.isOver) return;
        const live = overlay.untouched({ client, clock: at });
        if (live?.deleted === true) {
          at = live.id.clock + live.length;
          continue;
        }
        let piece = overlay.find({ client, clock: at });
        if (!piece.deleted) {
          if (piece.clock < at) piece = overlay.split(piece, at - piece.clock);
          if (clock + len < piece.end) overlay.split(piece, clock + len - piece.clock);
          remove(overlay, piece, gone);
        }
        at = piece.end;
      }
    }
  }
}
