import type { BoardSnapshot } from '@coherence/board';
import { useCallback, useSyncExternalStore } from 'react';
import { frameScheduler } from './frame-scheduler.ts';
import { useLive } from '../live-context.tsx';

type Project<T> = (snapshot: BoardSnapshot) => T;

const projected = new WeakMap<BoardSnapshot, Map<Project<unknown>, unknown>>();

/** The projection of one snapshot, computed once however many components ask. */
export function projectionOf<T>(snapshot: BoardSnapshot, project: Project<T>): T {
  const known = projected.get(snapshot) ?? new Map<Project<unknown>, unknown>();
  projected.set(snapshot, known);
  if (!known.has(project)) known.set(project, project(snapshot));
  return known.get(project) as T;
}

/** The board as it is now; renders at most once a frame however fast edits arrive. */
export function useSnapshot(): BoardSnapshot {
  const { snapshots } = useLive();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const scheduler = frameScheduler(onChange);
      const stop = snapshots.subscribe(scheduler.request);
      return () => {
        stop();
        scheduler.cancel();
      };
    },
    [snapshots],
  );
  return useSyncExternalStore(subscribe, snapshots.get);
}

/** What one view shows. `project` must be a stable, pure function. */
export function useProjection<T>(project: Project<T>): T {
  return projectionOf(useSnapshot(), project);
}
