import * as Y from 'yjs';
import { CLOSE_REASONS, closeReasonForFrame } from '../wire/close-codes.ts';
import { decodeFrame } from '../wire/codec.ts';
import { FRAME_LIMITS } from '../wire/limits.ts';
import { PROTOCOL_VERSION, type Message } from '../wire/messages.ts';
import { encodeAwareness } from '../wire/messages/awareness.ts';
import {
  encodeAck,
  encodeNack,
  encodeStatus,
  type NackCode,
  type ServerStatus,
} from '../wire/messages/saving.ts';
import { encodeHello } from '../wire/messages/hello.ts';
import { encodeRole } from '../wire/messages/role.ts';
import { encodeSyncStep1, encodeSyncStep2, encodeUpdateFrame } from '../wire/messages/sync.ts';

/** How the pretended server reaches one client. */
export type Peer = { send(frame: Uint8Array): void; close(code: number, reason?: string): void };

type Session = { peer: Peer; counted: number; saidHello: boolean; received: Message[] };

/**
 * The server's half of the rules in SPEC.md, for one board in memory: enough to test a client against, over pretended
 * or real sockets. It stores and acknowledges at once, or waits for `ackAll` while `acks` is off.
 */
export class PretendBoardServer {
  /** What it has in memory. */
  doc = new Y.Doc();
  /** What would survive a crash. */
  readonly stored = new Y.Doc();
  readonly sessions: Session[] = [];
  role = 'participant';
  acks = true;
  /** Set: every edit is refused with this code. */
  nackWith: NackCode | null = null;
  #boardSeq = 0;

  /** A client has connected; answers what to call with its frames and when it has gone. */
  accept(peer: Peer): { receive: (frame: Uint8Array) => void; left: () => void } {
    const session: Session = { peer, counted: 0, saidHello: false, received: [] };
    this.sessions.push(session);
    return {
      receive: (frame) => this.#receive(session, frame),
      left: () => void this.sessions.splice(this.sessions.indexOf(session), 1),
    };
  }

  announce(status: ServerStatus): void {
    for (const { peer, saidHello } of this.sessions) if (saidHello) peer.send(encodeStatus(status));
  }

  /** Asks every client for what the server lacks. */
  askForMissing(): void {
    for (const { peer } of this.sessions) peer.send(encodeSyncStep1(Y.encodeStateVector(this.doc)));
  }

  /** Acknowledges all that has been counted, however long it was held back. */
  ackAll(): void {
    for (const session of this.sessions) this.#ack(session);
  }

  /** Dies and is there again with what it had stored; the test cuts the connections. */
  crash(): void {
    this.doc.destroy();
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.stored));
  }

  #receive(session: Session, frame: Uint8Array): void {
    const decoded = decodeFrame(frame);
    if (!decoded.ok) {
      const reason = closeReasonForFrame(decoded.error);
      session.peer.close(CLOSE_REASONS[reason].code, reason);
      return;
    }
    const message = decoded.value;
    session.received.push(message);
    if (message.type === 'hello') this.#welcome(session);
    if (message.type === 'sync-step-1') {
      session.peer.send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
      session.peer.send(encodeSyncStep1(Y.encodeStateVector(this.doc)));
    }
    if (message.type === 'sync-step-2' || message.type === 'update') this.#store(session, message.update);
    if (message.type === 'awareness') this.#broadcast(session, encodeAwareness(message.entries));
  }

  #welcome(session: Session): void {
    const { maxUpdate, maxSyncStep2, maxAwarenessState } = FRAME_LIMITS;
    session.saidHello = true;
    const limits = { maxUpdate, maxSyncStep2, maxAwarenessState };
    session.peer.send(encodeHello({ protocol: PROTOCOL_VERSION, generation: 1, limits }));
    session.peer.send(encodeRole(this.role));
  }

  #store(session: Session, update: Uint8Array): void {
    session.counted += 1;
    if (this.nackWith !== null) {
      session.peer.send(encodeNack(session.counted, this.nackWith, 'refused by the test'));
      return;
    }
    Y.applyUpdate(this.doc, update);
    this.#broadcast(session, encodeUpdateFrame(update));
    if (this.acks) this.#ack(session);
  }

  #ack(session: Session): void {
    this.#boardSeq += 1;
    Y.applyUpdate(this.stored, Y.encodeStateAsUpdate(this.doc));
    if (session.saidHello) session.peer.send(encodeAck(session.counted, this.#boardSeq));
  }

  #broadcast(from: Session, frame: Uint8Array): void {
    for (const session of this.sessions) if (session !== from) session.peer.send(frame);
  }
}
