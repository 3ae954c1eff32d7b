import type { RoomEvents } from '../rooms/tick/room-events.ts';
import type { Log } from './log.ts';
import { Counter, Gauge, Histogram } from './metrics.ts';

/** Everything the server counts, by the name Prometheus sees. */
export function createServerMetrics(look: {
  rooms(): number;
  sessions(): number;
  memoryBytes(): number;
  waitingBytes(): number;
  unfinishedBytes(): number;
}) {
  return {
    coherence_rooms: new Gauge('Boards in memory.', look.rooms),
    coherence_sessions: new Gauge('Connected tabs.', look.sessions),
    coherence_memory_bytes: new Gauge('Resident memory of the process.', look.memoryBytes),
    coherence_waiting_bytes: new Gauge(
      'Bytes on their way to tabs that have not taken them.',
      look.waitingBytes,
    ),
    coherence_unfinished_bytes: new Gauge(
      'Bytes of messages from tabs that have not come whole.',
      look.unfinishedBytes,
    ),
    coherence_edits_total: new Counter('Edit messages taken in.'),
    coherence_log_bytes_total: new Counter('Bytes appended to board logs.'),
    coherence_commit_ms: new Histogram('Milliseconds from a tick to its commit.'),
    coherence_commit_failures_total: new Counter('Commits that failed and will be tried again.'),
    coherence_frames_sent_total: new Counter('Frames delivered to tabs by fan-out.'),
    coherence_bytes_sent_total: new Counter('Bytes delivered to tabs by fan-out.'),
    coherence_refused_total: new Counter('Edit messages refused, by reason.', 'code'),
    coherence_lagging_total: new Counter('Times a slow tab was skipped.'),
    coherence_broken_total: new Counter('Boards that could not be loaded.'),
    coherence_closed_total: new Counter('Connections closed by the server, by reason.', 'reason'),
    coherence_http_requests_total: new Counter('HTTP answers, by status.', 'status'),
  };
}
export type ServerMetrics = ReturnType<typeof createServerMetrics>;

/** Turns what rooms report into figures and log lines. */
export function roomEvents(metrics: ServerMetrics, log: Log): RoomEvents {
  return {
    edits(count, bytes) {
      metrics.coherence_edits_total.add(count);
      metrics.coherence_log_bytes_total.add(bytes);
    },
    committed: (ms) => metrics.coherence_commit_ms.observe(ms),
    commitFailed(board, reason) {
      metrics.coherence_commit_failures_total.add(1);
      log.error('commit-failed', { board, reason });
    },
    saving: (board, works) =>
      (works ? log.info : log.error)(works ? 'saving-again' : 'not-saving', { board }),
    delivered(frames, bytes) {
      metrics.coherence_frames_sent_total.add(frames);
      metrics.coherence_bytes_sent_total.add(bytes);
    },
    incomplete: (board, reason) => log.error('tick-incomplete', { board, reason }),
    refused: (code) => metrics.coherence_refused_total.add(1, code),
    lagging: () => metrics.coherence_lagging_total.add(1),
    compactionFailed: (board, reason) => log.warn('compaction-failed', { board, reason }),
    broken(board, reason) {
      metrics.coherence_broken_total.add(1);
      log.error('board-broken', { board, reason });
    },
  };
}
