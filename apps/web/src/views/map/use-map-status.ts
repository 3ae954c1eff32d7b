import { useSyncExternalStore } from 'react';
import type { MapHandle, MapSelection, MapStatus } from '../../canvas/map-handle.ts';

const NOTHING: MapSelection = { nodes: [], links: [], drawings: [] };
const silent = (): (() => void) => () => undefined;

/** Tool, zoom and selection of the canvas, as they are now. */
export function useMapStatus(handle: MapHandle): MapStatus {
  return useSyncExternalStore(handle.subscribe, handle.status);
}

/** What is chosen; nothing while the canvas is not there yet. */
export function useMapSelection(handle: MapHandle | null): MapSelection {
  return useSyncExternalStore(handle?.subscribe ?? silent, () => handle?.status().selection ?? NOTHING);
}
