import type { SocketClass } from '../transport/board-socket.ts';

type Handler<Event> = ((event: Event) => void) | null;

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
const NORMAL_CLOSURE = 1000;
const LOST = 1006;

/** The server's end of a pretended connection. What it sends waits until the test delivers it. */
export class PretendConnection {
  readonly url: string;
  readonly protocols: readonly string[];
  onFrame: (frame: Uint8Array) => void = () => {};
  onClose: (code: number) => void = () => {};
  readonly #socket: PretendSocket;
  readonly #toServer: Uint8Array[] = [];
  readonly #toClient: Uint8Array[] = [];
  #closing: { code: number; reason: string } | null = null;

  constructor(socket: PretendSocket, url: string, protocols: readonly string[]) {
    this.#socket = socket;
    this.url = url;
    this.protocols = protocols;
  }

  get isOpen(): boolean {
    return this.#socket.readyState !== CLOSED;
  }

  /** Lets the client see its socket open. */
  open(): void {
    if (this.#socket.readyState === CONNECTING) this.#socket.becomeOpen();
  }

  send(frame: Uint8Array): void {
    this.#toClient.push(frame.slice());
  }

  /** Closes after what was sent has been delivered. */
  close(code: number, reason = ''): void {
    this.#closing = { code, reason };
  }

  /** The wire is cut: what is under way in either direction never arrives. */
  cut(): void {
    this.#toServer.length = 0;
    this.#toClient.length = 0;
    this.#end(LOST, '');
  }

  fromClient(frame: Uint8Array): void {
    this.#toServer.push(frame.slice());
  }

  closedByClient(code: number): void {
    this.onClose(code);
  }

  /** Hands the oldest `count` frames to the server; answers how many there were. */
  deliverToServer(count = Infinity): number {
    return deliver(this.#toServer, count, (frame) => this.onFrame(frame));
  }

  /** Hands the oldest `count` frames to the client; answers how many there were. */
  deliverToClient(count = Infinity): number {
    const delivered = deliver(this.#toClient, count, (frame) => this.#socket.receive(frame));
    if (this.#closing !== null && this.#toClient.length === 0) {
      this.#end(this.#closing.code, this.#closing.reason);
    }
    return delivered;
  }

  #end(code: number, reason: string): void {
    this.#closing = null;
    if (!this.isOpen) return;
    this.onClose(code);
    this.#socket.becomeClosed(code, reason);
  }
}

function deliver(queue: Uint8Array[], count: number, take: (frame: Uint8Array) => void): number {
  let delivered = 0;
  while (delivered < count) {
    const frame = queue.shift();
    if (frame === undefined) break;
    delivered += 1;
    take(frame);
  }
  return delivered;
}

/** As much of a browser WebSocket as the Yjs provider and our client touch. */
class PretendSocket {
  readonly OPEN = OPEN;
  binaryType = 'blob';
  readyState = CONNECTING;
  onopen: Handler<object> = null;
  onmessage: Handler<{ data: ArrayBuffer }> = null;
  onclose: Handler<{ code: number; reason: string }> = null;
  onerror: Handler<object> = null;
  readonly #openListeners: (() => void)[] = [];
  readonly #connection: PretendConnection;

  constructor(network: PretendNetwork, url: string, protocols: readonly string[]) {
    this.#connection = new PretendConnection(this, url, protocols);
    network.connections.push(this.#connection);
    if (network.accepts) network.onConnection(this.#connection);
  }

  addEventListener(_type: 'open', listener: () => void): void {
    this.#openListeners.push(listener);
  }

  send(data: Uint8Array): void {
    if (this.readyState === CONNECTING) throw new Error('sent before the socket was open');
    if (this.readyState === OPEN) this.#connection.fromClient(data);
  }

  close(code = NORMAL_CLOSURE): void {
    if (this.readyState === CLOSED) return;
    this.#connection.closedByClient(code);
    this.becomeClosed(code, '');
  }

  becomeOpen(): void {
    this.readyState = OPEN;
    for (const listener of this.#openListeners) listener();
    this.onopen?.({});
  }

  receive(frame: Uint8Array): void {
    if (this.readyState === OPEN) this.onmessage?.({ data: new Uint8Array(frame).buffer });
  }

  becomeClosed(code: number, reason: string): void {
    this.readyState = CLOSED;
    this.onclose?.({ code, reason });
  }
}

/**
 * A network that moves nothing by itself: frames queue on their connection until the test delivers them, so every
 * order, delay and loss is written down in the test and none is a matter of time.
 */
export class PretendNetwork {
  readonly connections: PretendConnection[] = [];
  /** Whether a new connection reaches the server; if not, it stays connecting until it is cut. */
  accepts = true;
  onConnection: (connection: PretendConnection) => void = () => {};

  /** The WebSocket class to give to a client. */
  readonly Socket: SocketClass = socketOn(this);

  /** The newest connection. */
  get latest(): PretendConnection {
    const latest = this.connections.at(-1);
    if (latest === undefined) throw new Error('nobody has connected');
    return latest;
  }

  /** Opens what waits and delivers everything, both ways, until nothing moves. */
  settle(): void {
    let moved = 1;
    while (moved > 0) {
      moved = 0;
      for (const connection of this.connections) {
        if (this.accepts) connection.open();
        moved += connection.deliverToServer() + connection.deliverToClient();
      }
    }
  }
}

function socketOn(network: PretendNetwork): SocketClass {
  return class extends PretendSocket {
    constructor(url: string, protocols: readonly string[] = []) {
      super(network, url, protocols);
    }
  };
}
