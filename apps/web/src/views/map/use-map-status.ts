import { useSyncExternalStore } from 'react';
import type { MapHandle, MapStatus } from '../../canvas/map-handle.ts';

/** Tool, zoom and selection of the canvas, as they are now. */
export function useMapStatus(handle: MapHandle): MapStatus {
  return useSyncExternalStore(handle.subscribe, handle.status);
}
