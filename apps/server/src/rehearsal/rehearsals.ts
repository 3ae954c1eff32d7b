import { sharedKey, storedBytes } from '../boards/board-reader.ts';
import { createFromUpdate } from '../boards/create.ts';
import type { Created } from '../boards/create.ts';
import { deleteWholeBoard } from '../boards/delete-board.ts';
import { ApiError, refusedFor } from '../errors.ts';
import type { RequestContext } from '../http/router.ts';
import type { Clock } from '../time/clock.ts';
import { finished } from '../files/finished.ts';
import type { Files } from '../files/file-thread.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import type { BoardRecord, ParticipantRecord, RehearsalRecord, Storage } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { placeFor } from './which-yields.ts';
import type { PlayedRehearsal } from './which-yields.ts';
import type { Band, BandJob, BandNews } from './band-thread.ts';

const DAY_MS = 86_400_000;
/** A rehearsal is removed after this, if no facilitator removes it before. */
export const KEPT_MS = 7 * DAY_MS;
/** Pretend participants leave a board on which no other person has been for so long. */
export const LEFT_MS = 30 * 60_000;
export const LOOK_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;
/** Rehearsals of one board with people in them, and all that are kept. */
export const PLAYED_MAX = 2;
export const COPIES_MAX = 5;

interface RehearsalParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
  readonly files: Pick<Files, 'copy'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly today: () => number;
  /** Where this server reaches itself. */
  readonly urlOf: () => string;
  readonly startBand: (job: BandJob, onNews: (news: BandNews) => void, onEnd: () => void) => Band;
}

interface RehearsalState {
  /** Pretend participants asked for, and how many have come. */
  readonly people: number;
  readonly joined: number;
  readonly running: boolean;
  /** When the board is removed, milliseconds since 1970. */
  readonly endsAt: number;
}

interface Running {
  readonly board: BoardRecord;
  readonly band: Band;
  readonly people: number;
  readonly joined: Set<string>;
  /** Where it was begun, as limits count it. */
  readonly address: string;
  lastSeen: number;
}

/** Copies of boards on which pretend participants play, until a person stops them or no person watches. */
export class Rehearsals {
  readonly #parts: RehearsalParts;
  readonly #running = new Map<string, Running>();
  /** Where those were begun whose board is still being copied. */
  readonly #starting: string[] = [];
  #cancels: (() => void)[] = [];

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  /** Begins to look after rehearsals; removes those whose time is over. */
  async open(): Promise<void> {
    this.#every(LOOK_EVERY_MS, () => this.#stopLeft());
    this.#every(SWEEP_EVERY_MS, () => this.sweep());
    await this.sweep();
  }

  /**
   * Copies a board and lets people play on the copy. A board's older copies make room for it, and who holds more places
   * than this address, or watches none. Throws `busy` when too many play, `not-allowed` on a copy, and as `finished`.
   */
  async start(
    source: BoardRecord,
    by: ParticipantRecord,
    job: Pick<BandJob, 'people' | 'seed' | 'speed'>,
    from: Pick<RequestContext, 'address' | 'language'>,
  ): Promise<Created> {
    const { address } = from;
    const { storage, startBand, urlOf, clock } = this.#parts;
    if ((await this.#recordOf(source.id)) !== null) throw new ApiError('not-allowed');
    await this.#makeRoom(source.id);
    this.#starting.push(address);
    try {
      await this.#makePlace(address);
      const created = await this.#copy(source, by, from);
      const board = await storage.board(created.id);
      if (board === null) throw new Error('the copy is gone');
      const joined = new Set<string>();
      const onNews = (news: BandNews): void => {
        if ('joined' in news) joined.add(news.joined);
        else this.#parts.log.warn('pretend-gone', { board: board.id, reason: news.gone });
      };
      const band = startBand({ ...job, url: urlOf(), code: created.code }, onNews, () =>
        this.#running.delete(board.id),
      );
      const { people } = job;
      this.#running.set(board.id, { board, band, people, joined, address, lastSeen: clock.now() });
      return created;
    } finally {
      this.#starting.splice(this.#starting.indexOf(address), 1);
    }
  }

  /** Null for a board that is no rehearsal. */
  async stateOf(board: string): Promise<RehearsalState | null> {
    const record = await this.#recordOf(board);
    if (record === null) return null;
    const running = this.#running.get(board);
    return {
      people: running?.people ?? 0,
      joined: running?.joined.size ?? 0,
      running: running !== undefined,
      endsAt: record.endsAt,
    };
  }

  /** The pretend participants leave; what they did stays. */
  async stop(board: string): Promise<void> {
    await this.#running.get(board)?.band.stop();
  }

  /** Removes a rehearsal with all that belongs to it. Throws `not-allowed` for any other board. */
  async remove(id: string): Promise<void> {
    if ((await this.#recordOf(id)) === null) throw new ApiError('not-allowed');
    await this.stop(id);
    await deleteWholeBoard(this.#parts, id);
  }

  /** Removes the rehearsals whose time is over. */
  async sweep(): Promise<void> {
    const { storage, today, log } = this.#parts;
    for (const { board, endsAt } of await storage.rehearsals()) {
      if (endsAt > today()) continue;
      await this.remove(board).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        log.error('rehearsal-not-removed', { board, reason });
      });
    }
  }

  async close(): Promise<void> {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    await Promise.all([...this.#running.keys()].map((board) => this.stop(board)));
  }

  /** A facilitator who lost the link to a copy could not stop it, so the oldest copy of a board yields. */
  async #makeRoom(source: string): Promise<void> {
    const copies = (await this.#parts.storage.rehearsals())
      .filter(({ of }) => of === source)
      .toSorted((a, b) => a.endsAt - b.endsAt)
      .map(({ board }) => board);
    const playing = copies.filter((board) => this.#running.has(board));
    for (const board of playing.slice(0, -PLAYED_MAX + 1)) await this.stop(board);
    for (const board of copies.slice(0, -COPIES_MAX + 1)) await this.remove(board);
  }

  /** Throws `busy` where no rehearsal yields. */
  async #makePlace(address: string): Promise<void> {
    const now = this.#parts.clock.now();
    const playing = [...this.#running].map(([board, one]): PlayedRehearsal => {
      if (this.#isWatched(one)) one.lastSeen = now;
      return { board, address: one.address, unwatchedMs: now - one.lastSeen };
    });
    // Beside this one, which waits for its place.
    const others = [...this.#starting];
    others.splice(others.indexOf(address), 1);
    const starting = others.map((from): PlayedRehearsal => ({ board: '', address: from, unwatchedMs: 0 }));
    const place = placeFor([...playing, ...starting], address);
    if (place === 'free') return;
    if (place === 'full' || place.yields === '') {
      throw refusedFor('rehearsals-full');
    }
    await this.stop(place.yields);
  }

  /** A person is there who is no pretend participant. */
  #isWatched({ board, joined }: Running): boolean {
    const seats = [...(this.#parts.boardHost(board.id).open(sharedKey(board))?.seats ?? [])];
    return seats.some(({ person }) => !joined.has(person.participant));
  }

  async #copy(
    source: BoardRecord,
    by: ParticipantRecord,
    { address, language }: Pick<RequestContext, 'address' | 'language'>,
  ): Promise<Created> {
    const { files, storage, today } = this.#parts;
    const asker = { address, board: source.id, person: by.id };
    const copied = await files.copy(asker, async () => ({
      kind: 'copy',
      language,
      stored: await storedBytes(this.#parts, source),
    }));
    const created = await createFromUpdate(storage, finished(copied), today());
    await storage.putRehearsal({ board: created.id, of: source.id, endsAt: today() + KEPT_MS });
    const person = await storage.participant(created.participantId);
    if (person !== null) await storage.putParticipant({ ...person, name: by.name, unit: by.unit });
    return created;
  }

  async #recordOf(board: string): Promise<RehearsalRecord | null> {
    return (await this.#parts.storage.rehearsals()).find((one) => one.board === board) ?? null;
  }

  async #stopLeft(): Promise<void> {
    const { clock } = this.#parts;
    for (const [id, running] of this.#running) {
      if (this.#isWatched(running)) running.lastSeen = clock.now();
      else if (clock.now() - running.lastSeen >= LEFT_MS) await this.stop(id);
    }
  }

  #every(ms: number, work: () => Promise<void>): void {
    const again = (): void => {
      const cancel = this.#parts.clock.after(ms, () => {
        this.#cancels = this.#cancels.filter((one) => one !== cancel);
        void work()
          .catch((error: unknown) => {
            const reason = error instanceof Error ? error.message : String(error);
            this.#parts.log.error('rehearsals-failed', { reason });
          })
          .finally(again);
      });
      this.#cancels.push(cancel);
    };
    again();
  }
}
