/** What a room tells the log and the metrics. Never content, names or tokens. */
export interface RoomEvents {
  edits(count: number, bytes: number): void;
  committed(ms: number): void;
  commitFailed(board: string, reason: string): void;
  saving(board: string, works: boolean): void;
  delivered(frames: number, bytes: number): void;
  /** The board's rules failed while completing a tick. */
  incomplete(board: string, reason: string): void;
  refused(code: string): void;
  lagging(): void;
  compactionFailed(board: string, reason: string): void;
  broken(board: string, reason: string): void;
}

/**
 * The events of a private document: that something was written, and not how much. An operator who reads the figures
 * while watching a person write could otherwise recognise the note by its length when it is shown.
 */
export function withoutSizes(events: RoomEvents): RoomEvents {
  return {
    ...events,
    edits: (count) => events.edits(count, 0),
    delivered: (frames) => events.delivered(frames, 0),
  };
}

export const silentEvents: RoomEvents = {
  edits() {},
  committed() {},
  commitFailed() {},
  saving() {},
  delivered() {},
  incomplete() {},
  refused() {},
  lagging() {},
  compactionFailed() {},
  broken() {},
};
