import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { FRAME_LIMITS, SUBPROTOCOL, tokenFromSubprotocols, may } from '@coherence/protocol';
import type { CloseReason } from '@coherence/protocol';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { accessBy } from '../auth/access.ts';
import type { Access } from '../auth/access.ts';
import { requestUrl } from '../http/addresses.ts';
import type { Clock } from '../time/clock.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { Seat } from '../rooms/presence/seat.ts';
import type { DocKey, Storage } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { Connection } from './connection.ts';
import type { ConnectionParts } from './connection.ts';
import { mayConnectFrom } from './origin.ts';
import { Crowd } from './shares/crowd.ts';
import type { Full } from './shares/places.ts';
import { sieveStream } from './shares/sieved-stream.ts';
import type { PlaceLimits } from './shares/share-limits.ts';
import { WholeFrames } from './whole-frames.ts';

const HEARTBEAT_MS = 4_000;
const SAY_FULL_MS = 60_000;
/** Larger ones are refused, with a reason, before they come here. */
const MAX_PAYLOAD = FRAME_LIMITS.maxFrame + 1024;
/** Each fragment is a piece of memory of its own; browsers send few. */
const MAX_FRAGMENTS = 4096;

const REASON_OF: Record<Exclude<Access, { ok: true }>['error'], CloseReason> = {
  'no-token': 'no-token',
  'no-such-board': 'no-such-board',
  removed: 'not-allowed',
};

/** Answered to an upgrade where even saying no over a WebSocket would be too much. */
const TOO_MANY = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Who asks for a connection, and to what. */
interface Caller {
  readonly path: string;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly token: string | null;
  readonly address: string;
  /** A proxy says on whose behalf it asks. */
  readonly isForwarded: boolean;
}

/** What carries a connection. */
export type Transport = Pick<ConnectionParts, 'socket' | 'stream' | 'send' | 'listen'>;

interface SocketsParts {
  readonly storage: Pick<Storage, 'board' | 'participantByToken' | 'openPrivate'>;
  readonly boardHost: BoardHostOf;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string | null;
  readonly hostOf: (request: IncomingMessage) => string | undefined;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Default as in share-limits.ts. */
  readonly places?: Partial<PlaceLimits>;
  readonly countClosed: (reason: CloseReason) => void;
}

/** Takes WebSocket upgrades and what stands in for them. Each is answered 101; who may not stay is told by a close code. */
export class Sockets {
  readonly #parts: SocketsParts;
  readonly #connections = new Set<Connection>();
  readonly #crowd: Crowd;
  readonly #frames = new WholeFrames();
  readonly #wss = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    maxFragments: MAX_FRAGMENTS,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  #cancelHeartbeat: () => void;
  #accepting = true;
  #saidFullAt = -Infinity;

  constructor(parts: SocketsParts) {
    this.#parts = parts;
    this.#crowd = new Crowd(parts.clock, parts.places);
    this.#cancelHeartbeat = parts.clock.after(HEARTBEAT_MS, () => this.#heartbeat());
  }

  get size(): number {
    return this.#connections.size;
  }

  get waitingBytes(): number {
    let bytes = 0;
    for (const connection of this.#connections) bytes += connection.bufferedBytes();
    return bytes;
  }

  /** Of messages that have begun and not come whole. */
  get unfinishedBytes(): number {
    return this.#crowd.unfinishedBytes;
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => {});
    const address = this.#parts.addressOf(request);
    if (!this.hasRoomAt(address)) return void stream.end(TOO_MANY);
    this.#wss.handleUpgrade(request, stream, head, (socket) => {
      const url = requestUrl(request);
      const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
      const token = tokenFromSubprotocols(offered) ?? url?.searchParams.get('token') ?? null;
      const { origin } = request.headers;
      const host = this.#parts.hostOf(request);
      const send = (frame: Uint8Array) => this.#send(frame, socket, stream);
      const listen: Transport['listen'] = (owner) => sieveStream(stream, owner);
      const isForwarded = request.headers['x-forwarded-for'] !== undefined;
      const caller = { path: url?.pathname ?? '', origin, host, token, address, isForwarded };
      void this.welcome(caller, { socket, stream, send, listen });
    });
  }

  /** Whether one more may come in from an address, before it is known who that is. */
  hasRoomAt(address: string): boolean {
    return this.#crowd.hasRoomAt(address);
  }

  /** Newcomers are sent away for later; those inside are ended by their rooms. */
  stopAccepting(): void {
    this.#accepting = false;
    this.#cancelHeartbeat();
  }

  /** Brings an open socket into its room, or closes it and says why. */
  async welcome(caller: Caller, line: Transport): Promise<void> {
    const { clock, countClosed, log, publicUrl, boardHost, storage } = this.#parts;
    let isOpen = true;
    let leave = (_abrupt: boolean) => {};
    let leavePlace = () => {};
    const entered = this.#crowd.comes(caller.address);
    const onClosed = (abrupt: boolean) => {
      isOpen = false;
      this.#connections.delete(connection);
      entered();
      leavePlace();
      leave(abrupt);
    };
    const connection: Connection = new Connection({ ...line, clock, countClosed, onClosed });
    this.#connections.add(connection);

    const { path, origin, host, token } = caller;
    const [, board, privateDoc] = /^\/sync\/([\w-]{1,64})(\/mine)?$/.exec(path) ?? [];
    if (!this.#accepting) return connection.close('restart');
    if (!mayConnectFrom({ origin, host, publicUrl })) return connection.close('not-allowed');
    if (board === undefined) return connection.close('no-such-board');
    try {
      const access = await accessBy(storage, board, token);
      if (!access.ok) return connection.close(REASON_OF[access.error]);
      const { id: participant, name, unit, unitsBefore, role } = access.participant;
      let roleNow = () => role;
      if (privateDoc !== undefined && !may(role, 'write')) return connection.close('not-allowed');
      if (!isOpen) return;
      const place = this.#crowd.enter({
        address: caller.address,
        board,
        isPrivate: privateDoc !== undefined,
        person: `${board}/${participant}`,
        role: () => roleNow(),
        heardAt: () => connection.heardAt,
        giveWay: (reason) => {
          isOpen = false;
          leave(false);
          connection.close(reason);
        },
      });
      if (typeof place === 'string') {
        this.#sayFull(place, caller.isForwarded);
        return connection.close('overloaded');
      }
      leavePlace = place.leave;
      entered();
      const key: DocKey =
        privateDoc === undefined
          ? { board, generation: access.board.generation, owner: '' }
          : await storage.openPrivate(board, participant);
      const host = boardHost(board);
      await host.lend(key, async (opened) => {
        if (!isOpen) return;
        if (!opened.ok) return connection.close('load-failed');
        const { room } = opened;
        const seat = new Seat(connection, { participant, name, unit, unitsBefore, role }, clock);
        seat.address = caller.address;
        leave = (abrupt) => {
          room.leave(seat, abrupt);
          host.left(room.key);
        };
        roleNow = () => seat.person.role;
        room.enter(seat);
        if (seat.closed) return;
        connection.start({
          shares: place.shares,
          message: (message) => room.receive(seat, message),
          dropped: (whole, refused) => room.dropped(seat, whole, refused),
        });
        await this.#checkAccessAgain(seat, key, token);
      });
    } catch (error) {
      log.error('socket-failed', { board, reason: error instanceof Error ? error.message : String(error) });
      connection.close('load-failed');
    }
  }

  /** Once a minute: an operator has to know, and behind a proxy everyone may seem to come from it. */
  #sayFull(full: Full, forwarded: boolean): void {
    const now = this.#parts.clock.now();
    if (now - this.#saidFullAt < SAY_FULL_MS) return;
    this.#saidFullAt = now;
    this.#parts.log.warn(full, { forwarded });
  }

  /** Checks access again: a removal or new role that was decided while the room opened has not reached this seat. */
  async #checkAccessAgain(seat: Seat, { board, owner }: DocKey, token: string | null): Promise<void> {
    const access = await accessBy(this.#parts.storage, board, token);
    if (!access.ok) return seat.close(REASON_OF[access.error]);
    const { role } = access.participant;
    if (owner !== '' && !may(role, 'write')) seat.close('not-allowed');
    else seat.become(access.participant);
  }

  /**
   * A whole frame goes into the stream under the socket: one buffer, shared by all its receivers. Nothing of the
   * socket's own can come between, because it compresses nothing and keeps no frames back.
   */
  #send(payload: Uint8Array, socket: WebSocket, stream: Duplex): void {
    const frame = this.#frames.of(payload);
    if (frame === null) socket.send(payload, { binary: true, compress: false });
    else stream.write(frame);
  }

  #heartbeat(): void {
    for (const connection of this.#connections) connection.heartbeat();
    this.#crowd.sweep();
    this.#cancelHeartbeat = this.#parts.clock.after(HEARTBEAT_MS, () => this.#heartbeat());
  }
}
