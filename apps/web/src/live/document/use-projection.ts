import { shownBoard, type BoardSnapshot, type DrawnBoard } from '@coherence/board';
import { useCallback, useSyncExternalStore } from 'react';
import { t } from '@coherence/words';
import { frameScheduler } from '../frame-scheduler.ts';
import { useLive } from '../live-context.tsx';

type Project<T> = (snapshot: BoardSnapshot) => T;

const projected = new WeakMap<BoardSnapshot, Map<Project<unknown>, unknown>>();

const shownBy = new WeakMap<BoardSnapshot, BoardSnapshot>();

/** A snapshot as screens show it: with texts that are too long cut, and said to be. */
export function shownOf(snapshot: BoardSnapshot): BoardSnapshot {
  const shown = shownBy.get(snapshot) ?? shownBoard(snapshot, sayTooLong);
  shownBy.set(snapshot, shown);
  shownBy.set(shown, shown);
  return shown;
}

/** The projection of one snapshot as it is shown, computed once however many components ask. */
export function projectionOf<T>(snapshot: BoardSnapshot, project: Project<T>): T {
  const known = projected.get(snapshot) ?? new Map<Project<unknown>, unknown>();
  projected.set(snapshot, known);
  if (!known.has(project)) known.set(project, project(shownOf(snapshot)));
  return known.get(project) as T;
}

/** The board as it is drawn now; renders at most once a frame however fast edits arrive. */
export function useSnapshot(): BoardSnapshot {
  return shownOf(useLatest(useLive().drawn));
}

/** The board as it is now, with every word: for files and comparisons, not for screens. */
export function useWholeSnapshot(): BoardSnapshot {
  return useLatest(useLive().snapshots);
}

function useLatest(snapshots: DrawnBoard): BoardSnapshot {
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

/** What is said of the board as a whole: its title, question, and how it speaks of units. */
export function useMeta(): BoardSnapshot['meta'] {
  return useSnapshot().meta;
}

/** What one view shows. `project` must be a stable, pure function. */
export function useProjection<T>(project: Project<T>): T {
  return projectionOf(useSnapshot(), project);
}

/** What stands above a text that is cut because it is too long. */
export const sayTooLong = (count: number, most: number): string => t('live.tooLong', { count, most });
