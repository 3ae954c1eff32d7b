import { decodeUpdate } from '@coherence/board';
import { assertNever, encodeStatus, encodeSyncStep1, goesUp } from '@coherence/protocol';
import type { CloseReason, Message, ServerStatus } from '@coherence/protocol';
import type * as Y from 'yjs';
import type { DocKey } from '../storage/storage.ts';
import { applyInbox, serverEdit } from './tick/apply-inbox.ts';
import type { InboxItem } from './tick/apply-inbox.ts';
import { Inbox } from './tick/inbox.ts';
import * as document from './document/document.ts';
import { encodeChange } from './document/encode-change.ts';
import { sayGoodbye } from './presence/farewell.ts';
import { answerHello } from './presence/greeting.ts';
import { HeldDocument } from './document/held-document.ts';
import { joinFrames, mustShorten } from './document/join-frames.ts';
import { JoinSnapshot } from './document/join-snapshot.ts';
import { drained } from './tick/drained.ts';
import { Outlet } from './tick/outlet.ts';
import { RoomCharge } from './tick/room-charge.ts';
import { Presence } from './presence/presence.ts';
import { KnownPause } from './presence/pause.ts';
import { hasSeatFor } from './presence/free-seat.ts';
import type { Pause } from './presence/pause.ts';
import * as limits from './limits/room-limits.ts';
import { RoomSpace } from './space/room-space.ts';
import type { RoomParts } from './room-parts.ts';
import { Saver } from './tick/saver.ts';
import type { TickBill } from './charge/tick-bill.ts';
import type { Seat } from './presence/seat.ts';
import { TickPace } from './tick/tick-pace.ts';
import { Writers } from './tick/writers.ts';

/**
 * One live document. Invariants:
 *  1. At most one commit is under way, and nothing is applied until it is through: what waits, waits in
 *     the inbox, and a full inbox stops the sockets.
 *  2. A frame or ack leaves only for what a finished commit holds.
 *  3. Its document keeps nothing aside for missing parts: what builds on them is neither stored, shown nor acknowledged.
 *  4. A room that cannot read its bytes writes nothing and serves nothing.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #join: JoinSnapshot;
  readonly #seats = new Set<Seat>();
  readonly #outlet: Outlet;
  readonly #presence: Presence;
  readonly #saver: Saver;
  readonly #writers: Writers;
  readonly #held: HeldDocument;
  readonly #space: RoomSpace;
  readonly #pause = new KnownPause();
  readonly #inbox = new Inbox();
  readonly #pace: TickPace;
  readonly #charge: RoomCharge;
  #bill: TickBill;
  #broken = false;

  constructor(parts: RoomParts) {
    const { clock, events, key, ledger, log, stored } = parts;
    this.#parts = parts;
    this.#held = new HeldDocument(stored, {
      clock,
      doc: parts.doc,
      awake: parts.awake,
      size: () => this.#join.bytes,
      maySleep: () => this.isSettled && this.#join.bytes <= limits.SLEEP_MAX_BYTES,
      onAsleep: (snapshot) => this.#join.rebase(snapshot, this.seq),
    });
    this.#charge = new RoomCharge({
      ledger,
      onFreed: () => this.#scheduleTick(),
      ask: (seat) => this.#askForMissing(seat),
    });
    this.#bill = this.#charge.newBill();
    this.#pace = new TickPace(clock);
    this.#join = JoinSnapshot.fromStored(stored);
    const difference = (from: document.StateVector) => document.encodeSince(this.#held.live(), from);
    this.#saver = new Saver({
      key,
      log,
      clock,
      events,
      difference,
      seq: stored.seq,
      onStored: (update, before) => this.#onStored(update, before),
      onWorks: () => this.#announceStatus(),
      onStale: () => this.#break('new-generation'),
    });
    this.#outlet = new Outlet({
      clock,
      events,
      difference,
      seats: this.#seats,
      whenAtRest: (work) => this.#saver.whenAtRest(work),
      everybody: () => this.#presence.everybody(),
    });
    this.#presence = new Presence(
      clock,
      (frame) => this.#outlet.broadcast(frame),
      (client, participant) => this.#writers.reserve(client, participant),
    );
    this.#writers = new Writers(stored.writers);
    this.#space = new RoomSpace({
      stored,
      writers: this.#writers,
      renew: key.owner === '' ? null : () => parts.onNearlyFull?.(),
      ask: (seat) => clock.soon(() => this.#askForMissing(seat)),
      tell: (percent) => void this.edit((doc) => parts.rules.tellFull?.(doc, percent)).catch(() => {}),
    });
  }

  get key(): DocKey {
    return this.#parts.key;
  }
  /** Number of the newest stored row. */
  get seq(): number {
    return this.#saver.seq;
  }
  get seats(): ReadonlySet<Seat> {
    return this.#seats;
  }
  /** Stored bytes of its document, and how many are present. */
  size = () => ({ bytes: this.#join.bytes, present: this.#presence.size });
  get rowsSinceSnapshot(): number {
    return this.#space.rowsUpTo(this.seq);
  }
  get isSettled(): boolean {
    return this.#inbox.isEmpty && this.#saver.atRest;
  }

  enter(seat: Seat): void {
    if (this.#broken) return seat.close('load-failed');
    if (!hasSeatFor(seat, this.#seats)) return seat.close('overloaded');
    this.#seats.add(seat);
    this.#charge.enter(seat);
    seat.onBecame = () => this.#presence.identify(seat);
  }

  leave(seat: Seat, abrupt: boolean): void {
    seat.leave();
    this.#inbox.forget(seat);
    this.#space.leave(seat);
    if (this.#seats.has(seat)) this.#charge.leave(seat);
    if (this.#seats.delete(seat)) this.#presence.leave(seat, abrupt);
  }

  /** Takes one message of a seat that has entered. */
  receive(seat: Seat, message: Message): void {
    if (!seat.closed && !this.#broken) this.#charge.receive(seat, () => this.#take(seat, message));
  }

  #take(seat: Seat, message: Message): void {
    if (!goesUp(message)) return undefined;
    switch (message.type) {
      case 'sync-step-1':
        seat.seen = message.stateVector;
        return seat.asks(message.stateVector, (from) => this.#answerStep1(seat, from));
      case 'sync-step-2':
      case 'update':
        return this.#receiveUpdate(seat, message.update, message.type === 'sync-step-2');
      case 'awareness':
        return this.key.owner !== '' ? undefined : this.#presence.receive(seat, message.entries);
      case 'query-awareness':
        return seat.asksForPresence(() => this.#presence.everybody());
      case 'hello':
        return answerHello(seat, message, this.key.generation, this.#statusFor(seat));
      default:
        return assertNever(message);
    }
  }

  /**
   * A sync-step-2 or update of a person who may not write was thrown away unread; `refused`: it would change something.
   */
  dropped(seat: Seat, whole: boolean, refused: boolean): void {
    if (seat.closed || this.#broken) return;
    seat.leftUnread(whole, refused);
    if (refused) this.#parts.events.refused('role');
    if (this.#saver.atRest) this.#acknowledge(seat);
  }

  /**
   * Runs `work` on the live document inside a tick; resolves with its value once that is stored. Rejects
   * with what `work` throws (it must check before it writes), or with `NotStored` after a while or when the room ends.
   */
  edit<T>(work: (doc: Y.Doc) => T): Promise<T> {
    const { item, stored } = serverEdit(work, this.#parts.clock);
    this.#push(item);
    return stored;
  }

  /** Reads the live document: exactly what is stored, unless the store refuses or stalls. */
  read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    return this.#saver.read(() => look(this.#held.live()));
  }

  /** A verified snapshot of the state at `seq` has been stored. */
  compacted(seq: number, snapshot: Uint8Array): void {
    if (this.#broken || !this.#space.compacted(seq, snapshot.length)) return;
    this.#join.rebase(snapshot, seq);
  }

  /** Stops reading, stores and acknowledges what has arrived, then ends every seat, each after its `delay`. */
  async close(reason: CloseReason, waitMs: number, delay = () => 0): Promise<void> {
    for (const seat of this.#seats) seat.peer.pause('room');
    const drain = () => {
      this.#tick(true);
      return this.isSettled || this.#broken;
    };
    const whenAtRest = (work: () => void) => this.#saver.whenAtRest(work);
    await drained({ clock: this.#parts.clock, waitMs, drain, whenAtRest });
    await sayGoodbye(this.#seats, reason, { clock: this.#parts.clock, delay });
    this.destroy();
  }

  destroy(): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#saver.stop();
    this.#presence.destroy();
    this.#charge.stop();
    this.#outlet.stop();
    for (const item of this.#inbox.take({ isFull: false }, true)) if (item.kind === 'edit') item.end(false);
    this.#held.destroy();
  }

  /**
   * A newcomer gets the shared frames, which hold stored bytes only and so may leave at any time. A
   * difference needs the live document at rest; while that may take long the whole is sent instead.
   */
  #answerStep1(seat: Seat, stateVector: Uint8Array): void {
    if (seat.closed || this.#broken) return;
    const needsRest = mustShorten(this.#joinParts) || !document.isEmptyStateVector(stateVector);
    if (needsRest && !this.#saver.atRest && this.#saver.works) {
      return this.#saver.whenAtRest(() => this.#answerStep1(seat, stateVector));
    }
    const frames = this.#orBreak(() =>
      joinFrames(stateVector, { ...this.#joinParts, own: this.#parts.ledger.unread.of(seat) }),
    );
    if (frames === null) return;
    seat.peer.together(() => {
      for (const frame of frames) seat.answers(frame);
      if (seat.state.is !== 'greeting') return;
      seat.join();
      seat.answers(this.#presence.everybody());
    });
    this.#parts.clock.soon(() => {
      this.#askForMissing(seat);
      if (!this.#pause.isKnown) this.#lookForPause();
    });
  }

  get #joinParts() {
    return { held: this.#held, join: this.#join, seq: this.seq, atRest: this.#saver.atRest };
  }

  /** Makes the client send what the server lacks: the heal for everything that got lost. */
  #askForMissing(seat: Seat): void {
    const stateVector = this.#orBreak(() => this.#held.stateVector());
    if (stateVector !== null && !seat.closed) seat.peer.send(encodeSyncStep1(stateVector));
  }

  #receiveUpdate(seat: Seat, update: Uint8Array, whole: boolean): void {
    if (seat.unacknowledged >= limits.MAX_UNACKNOWLEDGED) return seat.close('overloaded');
    const n = seat.count(whole);
    const settle = () => {
      seat.settle(n);
      if (this.#saver.atRest) this.#acknowledge(seat);
    };
    if (document.isEmptyUpdate(update)) return settle();
    const decoded = this.#decodedAtOnce(update);
    if (decoded !== null && this.#orBreak(() => this.#held.hasAll(decoded)) === true) return settle();
    const hasRoom = this.#space.hasRoom(seat, update.length);
    if (hasRoom || this.#orBreak(() => document.addsNothing(this.#held.live(), update)) === true)
      return this.#push({ kind: 'update', seat, n, update, decoded, whole });
    this.#parts.events.refused('doc-full');
    this.#space.refuse(seat, n);
    if (this.#saver.atRest) this.#acknowledge(seat);
  }

  /** Only where it may spare waking the document; else the tick decodes it, one person after another. */
  #decodedAtOnce(update: Uint8Array): document.DecodedUpdate | null {
    if (this.#held.awake !== null || update.length > limits.SLEEP_MAX_BYTES) return null;
    return decodeUpdate(update);
  }

  #push(item: InboxItem): void {
    if (this.#broken) return item.kind === 'edit' ? item.end(false) : undefined;
    this.#inbox.push(item, this.#parts.clock.now());
    this.#scheduleTick();
  }

  #scheduleTick(): void {
    if (!this.#saver.atRest || !this.#inbox.isReady || this.#broken) return;
    this.#pace.schedule(this.#inbox.since, this.#seats.size, () =>
      this.#charge.whenLoopIsFree(() => this.#tick()),
    );
  }

  /** `all`: also what people sent who owe something. */
  #tick(all = false): void {
    if (!(all ? !this.#inbox.isEmpty : this.#inbox.isReady) || !this.#saver.atRest || this.#broken) return;
    const doc = this.#orBreak(() => this.#held.live());
    if (doc === null) return;
    this.#pace.ticks();
    const [charge, bill] = [this.#charge, (this.#bill = this.#charge.newBill())];
    const context = { rules: this.#parts.rules, writers: this.#writers, space: this.#space, charge, bill };
    const outcome = bill.rest(() => applyInbox(doc, this.#inbox.take(bill, all), context));
    for (const one of outcome.refused) {
      this.#parts.events.refused(one.code);
      one.seat.refuse(one.n, one.code, one.reason);
    }
    if (outcome.problem !== null) this.#parts.events.incomplete(this.key.board, outcome.problem);
    this.#parts.events.edits(outcome.count, outcome.update?.length ?? 0);
    const ends = outcome.edits.map((edit) => edit.end);
    if (outcome.update !== null) {
      const also = { ends, steps: outcome.steps, claims: this.#writers.takeUnsaved() };
      return this.#saver.save(outcome.update, outcome.before, also);
    }
    for (const end of ends) end(true);
    this.#afterStored(doc);
  }

  #onStored(update: Uint8Array, before: document.StateVector): void {
    const frame = encodeChange(update);
    this.#join.append(this.seq, frame);
    const isCompactionDue = this.#space.add(update.length, this.seq);
    this.#bill.rest(() => this.#outlet.deliver(frame, before, (author) => this.#acknowledge(author)));
    this.#afterStored(this.#held.live());
    this.#parts.onStored();
    if (isCompactionDue) this.#parts.onCompactionDue();
  }

  #afterStored(doc: Y.Doc): void {
    this.#bill.settle();
    this.#notePause(this.#parts.rules.pause(doc));
    for (const seat of this.#seats) if (seat.unacknowledged > 0) this.#acknowledge(seat);
    this.#inbox.resume();
    this.#scheduleTick();
  }

  #acknowledge(seat: Seat): void {
    const doc = this.#held.awake;
    const lacksParts = seat.acknowledge(
      this.seq,
      (coverage) => doc !== null && document.isCovered(doc, coverage),
    );
    if (lacksParts) this.#askForMissing(seat);
  }

  #statusFor(seat: Seat): ServerStatus {
    if (!this.#saver.works) return 'degraded';
    return this.#pause.holdsBack(seat.person) ? 'read-only' : 'ok';
  }

  /** Once, after the first newcomer has been served: it wakes a document that may have been paused. */
  #lookForPause(): void {
    const { pauseMark } = this.#parts.rules;
    if (pauseMark === null || !this.#held.mayHold(pauseMark)) return this.#notePause(null);
    const doc = this.#orBreak(() => this.#held.live());
    if (doc !== null) this.#notePause(this.#parts.rules.pause(doc));
  }

  /** While paused, participants' edits stay with their authors; they are fetched when it ends. */
  #notePause(pause: Pause): void {
    const isFreed = this.#pause.note(pause);
    if (isFreed === null) return;
    this.#announceStatus();
    for (const seat of this.#seats) {
      if (isFreed(seat.person) && seat.state.is !== 'greeting' && seat.mayWrite) this.#askForMissing(seat);
    }
  }

  #announceStatus(): void {
    for (const seat of this.#seats) {
      if (seat.speaksOurs) seat.peer.send(encodeStatus(this.#statusFor(seat)));
    }
  }

  #orBreak<T>(work: () => T): T | null {
    if (this.#broken) return null;
    try {
      return work();
    } catch (error) {
      this.#parts.events.broken(this.key.board, error instanceof Error ? error.message : String(error));
      this.#break('load-failed');
      return null;
    }
  }

  #break(reason: CloseReason): void {
    for (const seat of this.#seats) seat.close(reason);
    this.destroy();
    this.#parts.onBroken();
  }
}
