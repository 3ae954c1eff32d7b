import type { CloseReason } from '@coherence/protocol';
import type { DocKey, LoadError, LogStore, StoredDoc } from '../storage/storage.ts';
import type { Rules } from './tick/apply-inbox.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkLedger } from './charge/work-ledger.ts';
import { AwakeDocuments } from './document/awake-documents.ts';
import { compactStored } from './document/compaction/compactor.ts';
import type { Folder } from './document/compaction/compactor.ts';
import { wakeLarge } from './document/hydrate-in-pieces.ts';
import type { Renewing } from './document/renewal.ts';
import { farewellDelays } from './presence/farewell.ts';
import { withoutSizes } from './tick/room-events.ts';
import type { RoomEvents } from './tick/room-events.ts';
import {
  AWAKE_LIMITS,
  COMPACT_ON_EVICT_ROWS,
  COMPACT_RETRY_MS,
  EVICT_IDLE_MS,
  RETIRE_WAIT_MS,
} from './limits/room-limits.ts';
import type { Opener } from './opener.ts';
import { Room } from './room.ts';

interface RegistryParts {
  readonly log: LogStore;
  readonly clock: Clock;
  /** Who has used how much of the server. */
  readonly ledger: WorkLedger;
  readonly rulesFor: (key: DocKey) => Rules;
  readonly events: RoomEvents;
  readonly folder: Folder;
  readonly opener: Opener;
  /** A change of a document has been stored. */
  readonly onStored?: (key: DocKey) => void;
  /** A private document has little room left, or none. */
  readonly onNearlyFull?: (key: DocKey) => void;
}

export type OpenResult = { ok: true; room: Room } | { ok: false; error: LoadError; reason: string };
type Opening = OpenResult | { ok: false; error: 'renewed'; next: DocKey };

const STOPPING: OpenResult = { ok: false, error: 'failed', reason: 'the server is stopping' };

interface Entry {
  readonly opening: Promise<Opening>;
  room: Room | null;
  compacting: boolean;
  /** After a compaction that failed: not again before this. */
  compactAfter: number;
  /** Callers that hold the room without being a seat in it. */
  holds: number;
  cancelEviction: (() => void) | null;
}

/**
 * The rooms in memory: each document is loaded once, however many ask at the same time, and forgotten
 * when no person has needed it for a while. A room that failed to load is not kept, so the next one asks again.
 */
export class Registry {
  readonly #parts: RegistryParts;
  readonly #entries = new Map<string, Entry>();
  readonly #awake = new AwakeDocuments(AWAKE_LIMITS);
  /** What documents go on as that began a new generation while they were opened, for those who ask by the old key. */
  readonly #renewed = new Map<string, DocKey>();
  #closing = false;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  *rooms(): Iterable<Room> {
    for (const { room } of this.#entries.values()) if (room !== null) yield room;
  }

  /** The room if it is in memory. */
  peek(key: DocKey): Room | null {
    return this.#entries.get(nameOf(this.#nowOf(key)))?.room ?? null;
  }

  /**
   * Lends the room to `visit`; it stays in memory until that is done, and then as long as it has seats. Where opening
   * a document begins a new generation, it is the room of that one: `room.key` says which.
   */
  async withRoom<T>(asked: DocKey, visit: (opened: OpenResult) => T | Promise<T>): Promise<T> {
    const key = this.#nowOf(asked);
    const name = nameOf(key);
    const known = this.#entries.get(name);
    if (known === undefined && this.#closing) return await visit(STOPPING);
    const entry = known ?? this.#open(name, key);
    entry.holds += 1;
    entry.cancelEviction?.();
    entry.cancelEviction = null;
    try {
      const opened = await entry.opening;
      if (!opened.ok && opened.error === 'renewed') return await this.withRoom(opened.next, visit);
      return await visit(opened);
    } finally {
      entry.holds -= 1;
      this.released(key);
    }
  }

  /** A seat has left, or a loan ended: starts the wait for eviction if no person is there any more. */
  released(asked: DocKey): void {
    const key = this.#nowOf(asked);
    const name = nameOf(key);
    const entry = this.#entries.get(name);
    if (entry === undefined || this.#closing || !isFree(entry) || entry.cancelEviction !== null) return;
    entry.cancelEviction = this.#parts.clock.after(EVICT_IDLE_MS, () => {
      entry.cancelEviction = null;
      this.#evict(name, key, entry);
    });
  }

  /** As `Opener.renew`. */
  renew(stored: StoredDoc, how: Renewing): ReturnType<Opener['renew']> {
    return this.#parts.opener.renew(stored, how);
  }

  /**
   * Ends a document for good: stores and acknowledges what has arrived, tells its seats that a new generation
   * begins, and runs `work` on it while it cannot be opened. Clients that ask meanwhile are told to come back.
   */
  async retire<T>(asked: DocKey, work: (key: DocKey) => Promise<T>): Promise<T> {
    const key = this.#nowOf(asked);
    const name = nameOf(key);
    const ending = this.#entries.get(name);
    const { promise: opening, resolve } = Promise.withResolvers<OpenResult>();
    const gate = newEntry(opening);
    gate.holds += 1;
    this.#entries.set(name, gate);
    ending?.cancelEviction?.();
    try {
      const ended = await ending?.opening;
      if (ended?.ok === true) await ended.room.close('new-generation', RETIRE_WAIT_MS);
      if (ended?.ok === false && ended.error === 'renewed') return await this.retire(ended.next, work);
      return await work(key);
    } finally {
      if (this.#entries.get(name) === gate) this.#entries.delete(name);
      resolve({ ok: false, error: 'failed', reason: 'a new generation begins' });
    }
  }

  /**
   * Stores what is under way everywhere, then ends all seats, not all at once. Waits at most `waitMs` for a
   * failing store and `FAREWELL_MS` for the goodbyes. From now on no document is opened: one that is still being stored
   * would be read too early, and have two rooms.
   */
  async closeAll(reason: CloseReason, waitMs: number): Promise<void> {
    this.#closing = true;
    const entries = [...this.#entries.values()];
    for (const entry of entries) entry.cancelEviction?.();
    const delay = farewellDelays(entries.reduce((sum, { room }) => sum + (room?.seats.size ?? 0), 0));
    const close = async (entry: Entry) => {
      await entry.opening;
      await entry.room?.close(reason, waitMs, delay);
    };
    await Promise.all(entries.map(close));
    this.#entries.clear();
  }

  #open(name: string, key: DocKey): Entry {
    const entry = newEntry(this.#load(name, key));
    this.#entries.set(name, entry);
    void entry.opening.then((result) => {
      if (result.ok) entry.room = result.room;
      else this.#forget(name, entry);
      if (!result.ok && result.error === 'renewed') this.#renewed.set(name, result.next);
    });
    return entry;
  }

  async #load(name: string, key: DocKey): Promise<Opening> {
    const { log, clock, ledger, rulesFor, events } = this.#parts;
    let loaded: Awaited<ReturnType<LogStore['load']>>;
    try {
      loaded = await log.load(key);
    } catch (error) {
      return { ok: false, error: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
    if (!loaded.ok) {
      if (loaded.error !== 'missing') events.broken(key.board, loaded.reason);
      return loaded;
    }
    const prepared = await this.#parts.opener.prepare(key, loaded.value);
    if (!prepared.ok) {
      if (prepared.error === 'damaged') events.broken(key.board, prepared.reason);
      return prepared;
    }
    const room = new Room({
      key,
      stored: loaded.value,
      doc: await wakeLarge(loaded.value, clock, prepared.pieces),
      log,
      clock,
      ledger,
      awake: this.#awake,
      rules: rulesFor(key),
      events: key.owner === '' ? events : withoutSizes(events),
      onStored: () => this.#parts.onStored?.(key),
      onNearlyFull: () => this.#parts.onNearlyFull?.(key),
      onCompactionDue: () => void this.#compact(name, key),
      onBroken: () => this.#forget(name, this.#entries.get(name)),
    });
    return { ok: true, room };
  }

  #evict(name: string, key: DocKey, entry: Entry): void {
    const { room } = entry;
    if (room === null || !isFree(entry) || this.#entries.get(name) !== entry) return;
    if (!room.isSettled) return this.released(key);
    this.#forget(name, entry);
    if (room.rowsSinceSnapshot >= COMPACT_ON_EVICT_ROWS) {
      void compactStored(key, this.#parts.log, this.#parts.folder);
    }
    room.destroy();
  }

  async #compact(name: string, key: DocKey): Promise<void> {
    const entry = this.#entries.get(name);
    const { clock, events, folder, log } = this.#parts;
    if (entry === undefined || entry.compacting || clock.now() < entry.compactAfter) return;
    entry.compacting = true;
    try {
      const done = await compactStored(key, log, folder);
      if (done.ok) return entry.room?.compacted(done.seq, done.snapshot);
      entry.compactAfter = clock.now() + COMPACT_RETRY_MS;
      events.compactionFailed(key.board, done.reason);
    } finally {
      entry.compacting = false;
    }
  }

  #nowOf(key: DocKey): DocKey {
    return this.#renewed.get(nameOf(key)) ?? key;
  }

  #forget(name: string, entry: Entry | undefined): void {
    entry?.cancelEviction?.();
    if (this.#entries.get(name) === entry) this.#entries.delete(name);
  }
}

function newEntry(opening: Promise<Opening>): Entry {
  const [compacting, compactAfter, holds, cancelEviction] = [false, -Infinity, 0, null];
  return { opening, room: null, compacting, compactAfter, holds, cancelEviction };
}

function isFree(entry: Entry): boolean {
  return entry.holds === 0 && (entry.room === null || entry.room.seats.size === 0);
}

function nameOf(key: DocKey): string {
  return `${key.board}/${key.generation}/${key.owner}`;
}
