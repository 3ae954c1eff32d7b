import type { RoomEvents } from '../rooms/tick/room-events.ts';

/** Longer than a room waits before it tries again. */
const LATELY_MS = 10_000;

/** Room events that also tell whether commits fail now: a test write may still fit where what people wrote does not. */
export function watchCommits(events: RoomEvents, now: () => number) {
  let failedAt = -Infinity;
  const watched: RoomEvents = {
    ...events,
    committed(ms) {
      failedAt = -Infinity;
      events.committed(ms);
    },
    commitFailed(board, reason) {
      failedAt = now();
      events.commitFailed(board, reason);
    },
  };
  return { events: watched, failLately: () => now() - failedAt < LATELY_MS };
}
