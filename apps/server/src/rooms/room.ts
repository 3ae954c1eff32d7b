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
import { hasPlaceFor } from './presence/places.ts';
import type { Pause } from './presence/pause.ts';
import * as limits from './limits/room-limits.ts';
import { RoomSpace } from './space/room-space.ts';
import type { RoomParts } from './room-parts.ts';
import { Saver } from './tick/saver.ts';
import type { TickBill } from './charge/tick-bill.ts';
import type { Session } from './presence/session.ts';
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
  readonly #sessions = new Set<Session>();
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
      ask: (session) => this.#askForMissing(session),
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
      sessions: this.#sessions,
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
      ask: (session) => clock.soon(() => this.#askForMissing(session)),
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
  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }
  /** Stored bytes of its document, and how many are present. */
  size = () => ({ bytes: this.#join.bytes, present: this.#presence.size });
  get rowsSinceSnapshot(): number {
    return this.#space.rowsUpTo(this.seq);
  }
  get isSettled(): boolean {
    return this.#inbox.isEmpty && this.#saver.atRest;
  }

  enter(session: Session): void {
    if (this.#broken) return session.close('load-failed');
    if (!hasPlaceFor(session, this.#sessions)) return session.close('overloaded');
    this.#sessions.add(session);
    this.#charge.enter(session);
    session.onBecame = () => this.#presence.identify(session);
  }

  leave(session: Session, abrupt: boolean): void {
    session.leave();
    this.#inbox.forget(session);
    this.#space.leave(session);
    if (this.#sessions.has(session)) this.#charge.leave(session);
    if (this.#sessions.delete(session)) this.#presence.leave(session, abrupt);
  }

  /** Takes one message of a session that has entered. */
  receive(session: Session, message: Message): void {
    if (!session.closed && !this.#broken) this.#charge.receive(session, () => this.#take(session, message));
  }

  #take(session: Session, message: Message): void {
    if (!goesUp(message)) return undefined;
    switch (message.type) {
      case 'sync-step-1':
        session.seen = message.stateVector;
        return session.asks(message.stateVector, (from) => this.#answerStep1(session, from));
      case 'sync-step-2':
      case 'update':
        return this.#receiveUpdate(session, message.update, message.type === 'sync-step-2');
      case 'awareness':
        return this.key.owner !== '' ? undefined : this.#presence.receive(session, message.entries);
      case 'query-awareness':
        return session.asksForPresence(() => this.#presence.everybody());
      case 'hello':
        return answerHello(session, message, this.key.generation, this.#statusFor(session));
      default:
        return assertNever(message);
    }
  }

  /** A sync-step-2 or update of somebody who may not write was thrown away unread; `refused`: it would change something. */
  dropped(session: Session, whole: boolean, refused: boolean): void {
    if (session.closed || this.#broken) return;
    session.leftUnread(whole, refused);
    if (refused) this.#parts.events.refused('role');
    if (this.#saver.atRest) this.#acknowledge(session);
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

  /** Stops reading, stores and acknowledges what has arrived, then ends every session, each after its `delay`. */
  async close(reason: CloseReason, waitMs: number, delay = () => 0): Promise<void> {
    for (const session of this.#sessions) session.peer.pause('room');
    const drain = () => {
      this.#tick(true);
      return this.isSettled || this.#broken;
    };
    const whenAtRest = (work: () => void) => this.#saver.whenAtRest(work);
    await drained({ clock: this.#parts.clock, waitMs, drain, whenAtRest });
    await sayGoodbye(this.#sessions, reason, { clock: this.#parts.clock, delay });
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
  #answerStep1(session: Session, stateVector: Uint8Array): void {
    if (session.closed || this.#broken) return;
    const needsRest = mustShorten(this.#joinParts) || !document.isEmptyStateVector(stateVector);
    if (needsRest && !this.#saver.atRest && this.#saver.works) {
      return this.#saver.whenAtRest(() => this.#answerStep1(session, stateVector));
    }
    const frames = this.#orBreak(() =>
      joinFrames(stateVector, { ...this.#joinParts, own: this.#parts.ledger.unread.of(session) }),
    );
    if (frames === null) return;
    session.peer.together(() => {
      for (const frame of frames) session.answers(frame);
      if (session.state.is !== 'greeting') return;
      session.join();
      session.answers(this.#presence.everybody());
    });
    this.#parts.clock.soon(() => {
      this.#askForMissing(session);
      if (!this.#pause.isKnown) this.#lookForPause();
    });
  }

  get #joinParts() {
    return { held: this.#held, join: this.#join, seq: this.seq, atRest: this.#saver.atRest };
  }

  /** Makes the client send what the server lacks: the heal for everything that got lost. */
  #askForMissing(session: Session): void {
    const stateVector = this.#orBreak(() => this.#held.stateVector());
    if (stateVector !== null && !session.closed) session.peer.send(encodeSyncStep1(stateVector));
  }

  #receiveUpdate(session: Session, update: Uint8Array, whole: boolean): void {
    if (session.unacknowledged >= limits.MAX_UNACKNOWLEDGED) return session.close('overloaded');
    const n = session.count(whole);
    const settle = () => {
      session.settle(n);
      if (this.#saver.atRest) this.#acknowledge(session);
    };
    if (document.isEmptyUpdate(update)) return settle();
    const decoded = this.#decodedAtOnce(update);
    if (decoded !== null && this.#orBreak(() => this.#held.hasAll(decoded)) === true) return settle();
    const hasRoom = this.#space.hasRoom(session, update.length);
    if (hasRoom || this.#orBreak(() => document.addsNothing(this.#held.live(), update)) === true)
      return this.#push({ kind: 'update', session, n, update, decoded, whole });
    this.#parts.events.refused('doc-full');
    this.#space.refuse(session, n);
    if (this.#saver.atRest) this.#acknowledge(session);
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
    this.#pace.schedule(this.#inbox.since, this.#sessions.size, () =>
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
      one.session.refuse(one.n, one.code, one.reason);
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
    for (const session of this.#sessions) if (session.unacknowledged > 0) this.#acknowledge(session);
    this.#inbox.resume();
    this.#scheduleTick();
  }

  #acknowledge(session: Session): void {
    const doc = this.#held.awake;
    const lacksParts = session.acknowledge(
      this.seq,
      (coverage) => doc !== null && document.isCovered(doc, coverage),
    );
    if (lacksParts) this.#askForMissing(session);
  }

  #statusFor(session: Session): ServerStatus {
    if (!this.#saver.works) return 'degraded';
    return this.#pause.holdsBack(session.identity) ? 'read-only' : 'ok';
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
    for (const session of this.#sessions) {
      if (isFreed(session.identity) && session.state.is !== 'greeting' && session.mayWrite)
        this.#askForMissing(session);
    }
  }

  #announceStatus(): void {
    for (const session of this.#sessions) {
      if (session.speaksOurs) session.peer.send(encodeStatus(this.#statusFor(session)));
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
    for (const session of this.#sessions) session.close(reason);
    this.destroy();
    this.#parts.onBroken();
  }
}
