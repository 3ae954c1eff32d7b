import {
  decodeFrame,
  encodeHello,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  PROTOCOL_VERSION,
  type Role,
} from '@coherence/protocol';
import type { CloseReason, Message } from '@coherence/protocol';
import * as Y from 'yjs';
import type { DocKey, Storage } from '../../storage/storage.ts';
import { MemoryStorage } from '../../storage/testing/memory-storage.ts';
import { withFaults } from '../../storage/testing/faulty-storage.ts';
import type { Rules } from '../tick/apply-inbox.ts';
import { looseRules } from './loose-rules.ts';
import { compact } from '../document/compaction/compaction.ts';
import { WorkLedger } from '../charge/work-ledger.ts';
import { ManualClock } from '../../time/manual-clock.ts';
import { renewalOf } from '../document/renewal.ts';
import type { Opener } from '../opener.ts';
import { Registry } from '../registry.ts';
import { silentEvents } from '../tick/room-events.ts';
import type { Room } from '../room.ts';
import { Seat } from '../presence/seat.ts';
import type { Pausing, Peer } from '../presence/seat.ts';

export const key: DocKey = { board: 'b1', generation: 1, owner: '' };

/** A connection that only remembers. */
export class FakePeer implements Peer {
  readonly frames: Uint8Array[] = [];
  /** The same frames, by the write they left in. */
  readonly writes: Uint8Array[][] = [];
  #open: Uint8Array[] | null = null;
  closedWith: CloseReason | null = null;
  buffered = 0;
  readonly pausedFor = new Set<Pausing>();
  onFrame: (frame: Uint8Array) => void = () => {};

  send(frame: Uint8Array): void {
    this.frames.push(frame);
    if (this.#open === null) this.writes.push([frame]);
    else this.#open.push(frame);
    this.onFrame(frame);
  }
  close(reason: CloseReason): void {
    this.closedWith ??= reason;
  }
  bufferedBytes(): number {
    return this.buffered;
  }
  pause(why: Pausing): void {
    this.pausedFor.add(why);
  }
  resume(why: Pausing): void {
    this.pausedFor.delete(why);
  }
  get paused(): boolean {
    return this.pausedFor.size > 0;
  }
  together(work: () => void): void {
    const open: Uint8Array[] = [];
    this.#open = open;
    work();
    this.#open = null;
    if (open.length > 0) this.writes.push(open);
  }

  messages(): Message[] {
    return this.frames.map((frame) => {
      const decoded = decodeFrame(frame);
      if (!decoded.ok) throw new Error(`the server sent an unreadable frame: ${decoded.error}`);
      return decoded.value;
    });
  }
  of<T extends Message['type']>(type: T): Extract<Message, { type: T }>[] {
    return this.messages().filter((one): one is Extract<Message, { type: T }> => one.type === type);
  }
}

/** A tab: a document that speaks the protocol with a room, without a network between. */
export class Tab {
  readonly doc = new Y.Doc();
  readonly peer = new FakePeer();
  readonly seat: Seat;
  readonly room: Room;
  counted = 0;

  constructor(room: Room, clock: ManualClock, participant: string, role: Role = 'participant', hello = true) {
    this.room = room;
    this.seat = new Seat(this.peer, { participant, name: participant, unit: '', role }, clock);
    this.peer.onFrame = (frame) => this.#read(frame);
    room.enter(this.seat);
    if (hello)
      room.receive(
        this.seat,
        message(encodeHello({ protocol: PROTOCOL_VERSION, generation: 0, limits: null })),
      );
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
  }

  join(): this {
    this.room.receive(this.seat, message(encodeSyncStep1(Y.encodeStateVector(this.doc))));
    return this;
  }

  set(name: string, value: unknown): void {
    this.doc.getMap('factors').set(name, value);
  }
  get(name: string): unknown {
    return this.doc.getMap('factors').get(name);
  }

  sendUpdate(update: Uint8Array): void {
    this.counted += 1;
    this.room.receive(this.seat, message(encodeUpdateFrame(update)));
  }

  get acked(): number {
    return this.peer.of('ack').at(-1)?.n ?? 0;
  }
  get synced(): boolean {
    return this.peer.of('sync-step-2').length > 0;
  }

  leave(abrupt = false): void {
    this.room.leave(this.seat, abrupt);
  }

  #read(frame: Uint8Array): void {
    const decoded = decodeFrame(frame);
    if (!decoded.ok) return;
    const { value } = decoded;
    if (value.type === 'sync-step-2' || value.type === 'update') Y.applyUpdate(this.doc, value.update, this);
    if (value.type === 'sync-step-1' && !this.seat.closed) {
      this.counted += 1;
      const update = Y.encodeStateAsUpdate(this.doc, value.stateVector);
      this.room.receive(this.seat, message(encodeSyncStep2(update)));
    }
  }
}

export function message(frame: Uint8Array): Message {
  const decoded = decodeFrame(frame);
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}

/** A registry over a memory store that can be broken, with one board of one factor. */
export async function openHarness(rules: Rules = looseRules, stopwatch = () => 0) {
  const clock = new ManualClock();
  const memory = new MemoryStorage();
  const first = new Y.Doc();
  first.getMap('factors').set('first', 'there');
  await memory.createBoard({
    board: { id: key.board, code: 'KMPQ23', generation: 1, createdAt: 0 },
    firstUpdate: Y.encodeStateAsUpdate(first),
    invites: [],
    creator: { id: 'p0', board: 'b1', name: '', unit: '', role: 'facilitator', createdAt: 0, removed: false },
    creatorTokenHash: 'h0',
  });
  const { storage, faults } = withFaults(memory);
  const ledger = new WorkLedger(clock, stopwatch);
  const registry = openRegistry(storage, clock, rules, stopwatch, undefined, ledger);
  const opened = await registry.withRoom(key, (result) => result);
  if (!opened.ok) throw new Error(opened.reason);
  const { room } = opened;
  const tab = (participant: string, role?: Role, hello?: boolean) =>
    new Tab(room, clock, participant, role, hello).join();
  return { clock, ledger, memory, storage, faults, registry, room, tab, storedDoc: () => storedDoc(memory) };
}

/** `stopwatch`: stands still unless a test says that work takes time. */
export function openRegistry(
  log: Storage,
  clock: ManualClock,
  rules: Rules = looseRules,
  stopwatch = () => 0,
  opener: Opener = { prepare: async () => ({ ok: true }), renew: async (...made) => renewalOf(...made) },
  ledger = new WorkLedger(clock, stopwatch),
): Registry {
  const folder = {
    fold: async (stored: Parameters<typeof compact>[0]) => ({ ok: true, snapshot: compact(stored) }) as const,
    close: async () => {},
  };
  return new Registry({ log, clock, ledger, rulesFor: () => rules, events: silentEvents, folder, opener });
}

/** The document a server started now would load. */
export function storedDoc(memory: MemoryStorage): Y.Doc {
  const stored = memory.stored(key);
  if (stored === null) throw new Error('nothing stored');
  const doc = new Y.Doc();
  if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
  for (const row of stored.rows) Y.applyUpdate(doc, row);
  return doc;
}

/** Struct and delete content of a document, for comparing two. */
export function fingerprint(doc: Y.Doc): string {
  return Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex');
}
