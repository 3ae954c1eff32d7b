import type { Clock } from '../../time/clock.ts';
import { greediest } from './greediest.ts';
import type { Line, LineSocket } from './line.ts';

/** A connection that has not sent the first words of a request. Browsers open some ahead of need. */
const SILENT_MS = 15_000;
/** Between two looks a body or an answer must have moved by this much: 0.8 KB a second, less than any phone's. */
const LOOK_EVERY_MS = 20_000;
const MOVES_BYTES = 16 * 1024;
const SWEEP_MS = 5_000;
/** A line that is younger is only let go where there are far too many. */
const YOUNG_MS = 1_000;
const FAR_TOO_MANY = 1.4;

interface LineWatchParts {
  readonly clock: Clock;
  readonly addressOf: (socket: LineSocket) => string;
  /** So many connections may be open that are not handed over, as WebSockets and streamed answers are. */
  readonly linesMax: number;
}

/**
 * Lets go of connections on which a request does not get on, and, when there are too many, of those that wait or have
 * brought least, from the address that has most. However slowly a person sends, the next person is answered. A slow
 * upload that moves is left alone.
 */
export class LineWatch {
  readonly #parts: LineWatchParts;
  readonly #lines = new Map<LineSocket, Line>();
  readonly #byAddress = new Map<string, Set<Line>>();
  #cancel: () => void = () => {};

  constructor(parts: LineWatchParts) {
    this.#parts = parts;
    this.#sweepLater();
  }

  get size(): number {
    return this.#lines.size;
  }

  /** A connection has come, or one that was handed over is a line again. */
  add(socket: LineSocket, isKept = false): void {
    const now = this.#parts.clock.now();
    const address = this.#parts.addressOf(socket);
    const [state, moved] = ['waiting', 0] as const;
    const isWhole = (): boolean => false;
    const line: Line = { socket, address, state, isWhole, since: now, isKept, moved, lookedAt: now };
    this.#lines.set(socket, line);
    const here = this.#byAddress.get(address) ?? new Set();
    this.#byAddress.set(address, here.add(line));
    this.#makeRoom();
  }

  /** The head of a request is here, or its answer has been sent. `isWhole`: whether its body is here, too. */
  sets(socket: LineSocket, state: 'waiting' | 'arriving', isWhole = (): boolean => false): void {
    const line = this.#lines.get(socket);
    if (line === undefined) return;
    const now = this.#parts.clock.now();
    line.isKept ||= state === 'waiting';
    Object.assign(line, { state, isWhole, since: now, lookedAt: now, moved: movedOn(line) });
  }

  /** It has ended, or is no line of requests any more. */
  remove(socket: LineSocket): void {
    const line = this.#lines.get(socket);
    if (line === undefined) return;
    this.#lines.delete(socket);
    const here = this.#byAddress.get(line.address);
    here?.delete(line);
    if (here?.size === 0) this.#byAddress.delete(line.address);
  }

  stop(): void {
    this.#cancel();
  }

  #makeRoom(): void {
    const { clock, linesMax } = this.#parts;
    if (this.#lines.size <= linesMax) return;
    const mayBeYoung = this.#lines.size > linesMax * FAR_TOO_MANY;
    const before = mayBeYoung ? Infinity : clock.now() - YOUNG_MS;
    const gone = greediest(this.#byAddress).find(({ since }) => since <= before);
    if (gone !== undefined) this.#letGo(gone);
  }

  #sweep(): void {
    const now = this.#parts.clock.now();
    for (const line of this.#lines.values()) {
      if (line.state === 'waiting') {
        if (!line.isKept && now - line.since >= SILENT_MS) this.#letGo(line);
        continue;
      }
      // What the server itself still works on is no fault of who waits for it.
      const isTheirTurn = !line.isWhole() || line.socket.writableLength > 0;
      if (now - line.lookedAt < LOOK_EVERY_MS) continue;
      const moved = movedOn(line);
      if (isTheirTurn && moved - line.moved < MOVES_BYTES) this.#letGo(line);
      else Object.assign(line, { moved, lookedAt: now });
    }
  }

  #letGo(line: Line): void {
    this.remove(line.socket);
    line.socket.destroy();
  }

  #sweepLater(): void {
    this.#cancel = this.#parts.clock.after(SWEEP_MS, () => {
      this.#sweep();
      this.#sweepLater();
    });
  }
}

/** Bytes that have come in and gone out. */
function movedOn({ socket }: Pick<Line, 'socket'>): number {
  return socket.bytesRead + socket.bytesWritten - socket.writableLength;
}
