import { useSyncExternalStore } from 'react';
import { useLive } from '../live-context.tsx';

/** This person's own undo and redo, with whether there is anything to take back. */
export function useUndo(): { canUndo: boolean; canRedo: boolean; undo(): void; redo(): void } {
  const { undo } = useLive();
  const canUndo = useSyncExternalStore(undo.subscribe, () => undo.canUndo);
  const canRedo = useSyncExternalStore(undo.subscribe, () => undo.canRedo);
  return { canUndo, canRedo, undo: () => void undo.undo(), redo: () => void undo.redo() };
}
