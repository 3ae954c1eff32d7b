import { PLACES } from './share-limits.ts';
import type { PlaceLimits } from './share-limits.ts';

/** Of the files a process may open; requests that are no WebSockets have half, the store and files the rest. */
const SHARE_OF_ORDINARY = 0.32;
const SHARE_OF_KEPT = 0.04;
const SHARE_OF_ENTERING = 0.08;

/** As many places as the operator says, else the default, but never more than the system lets this process open. */
export function placesFor(
  openFiles: number,
  asked: { readonly connectionsPerAddress: number | null; readonly maxConnections: number | null },
): PlaceLimits {
  const server = Math.min(asked.maxConnections ?? PLACES.server, Math.floor(openFiles * SHARE_OF_ORDINARY));
  return {
    ...PLACES,
    address: asked.connectionsPerAddress ?? PLACES.address,
    server: Math.max(1, server),
    kept: Math.max(1, Math.min(PLACES.kept, Math.floor(openFiles * SHARE_OF_KEPT))),
    entering: Math.max(1, Math.min(PLACES.entering, Math.floor(openFiles * SHARE_OF_ENTERING))),
  };
}
