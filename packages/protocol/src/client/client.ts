import type * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type { Doc, Transaction } from 'yjs';
import { assertNever } from '../assert-never.ts';
import { settableValue, type ObservableValue } from '../observable-value.ts';
import { countingSocket } from '../saved/counting-socket.ts';
import {
  nextSaved,
  pendingEdits,
  savedState,
  startSaved,
  type SavedEvent,
  type SavedState,
} from '../saved/saved.ts';
import type { BoardSocket, SocketClass } from '../transport/board-socket.ts';
import type { Transport } from '../transport/choose-transport.ts';
import { isServerLive } from '../transport/server-live.ts';
import { streamedSocket } from '../transport/streamed/streamed-socket.ts';
import { pickedSocket, TransportLink } from '../transport/transport-link.ts';
import { transportMemory } from '../transport/transport-memory.ts';
import { closeReasonOf } from '../wire/close-codes.ts';
import { decodeFrame } from '../wire/codec.ts';
import { RECEIVE_LIMITS } from '../wire/limits.ts';
import { goesDown, MESSAGES, PROTOCOL_VERSION } from '../wire/messages.ts';
import { OURS_FROM } from '../wire/messages/message.ts';
import type { ServerStatus } from '../wire/messages/saving.ts';
import { encodeHello, type Hello } from '../wire/messages/hello.ts';
import { offeredSubprotocols } from '../wire/subprotocols.ts';
import type { BoardClient, BoardClientEvents, BoardClientOptions, Connection } from './board-client.ts';
import { Listeners } from './listeners.ts';
import { watchPage } from './page-life.ts';
import { leave, renewOwnState, speakOnlyForOneself } from './presence-link.ts';

const MAX_BACKOFF_MS = 2500;
const CONNECT_TIMEOUT_MS = 8000;

type Decoder = ReturnType<typeof decoding.createDecoder>;

const sameSavedState = (before: SavedState, after: SavedState) =>
  JSON.stringify(before) === JSON.stringify(after);

/** Where the provider connects to, split at the last slash as its constructor wants it. */
function address({ url, boardId, path = `/sync/${encodeURIComponent(boardId)}` }: BoardClientOptions) {
  let base = url.replace(/^http/, 'ws');
  while (base.endsWith('/')) base = base.slice(0, -1);
  const full = base + path;
  const slash = full.lastIndexOf('/');
  return { serverUrl: full.slice(0, slash), room: full.slice(slash + 1) };
}

class ProviderClient implements BoardClient {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly saved;
  readonly connection = settableValue<Connection>('connecting');
  readonly synced = settableValue(false);
  readonly status = settableValue<ServerStatus>('ok');
  readonly role = settableValue<string | null>(null);
  readonly hello = settableValue<Hello | null>(null);
  readonly transport: ObservableValue<Transport>;

  readonly #provider: WebsocketProvider;
  /** The one `doc` belongs to; 0 until a server has told it. */
  #generation: number;
  readonly #now: () => number;
  readonly #listeners = new Listeners<BoardClientEvents>();
  readonly #stopWatchingPage: () => void;
  /** null: the transport is fixed. */
  readonly #link: TransportLink | null;
  #machine;
  #editUnderWay = false;
  #comeBack: (() => void) | null = null;
  #connectTimer: ReturnType<typeof setTimeout> | undefined;
  #destroyed = false;

  constructor(options: BoardClientOptions) {
    this.doc = options.doc;
    this.#now = options.now ?? Date.now;
    this.#generation = options.generation ?? 0;
    this.awareness = new Awareness(options.doc);
    this.#machine = startSaved(this.#now());
    this.saved = settableValue(savedState(this.#machine), sameSavedState);

    const chosen = options.transport ?? (options.socket === undefined ? 'auto' : 'websocket');
    this.#link = chosen === 'auto' ? this.#openLink(options.url) : null;
    this.transport = this.#link?.transport ?? settableValue(chosen === 'auto' ? 'websocket' : chosen);

    // Before the provider's own handler, so that it is known whether a frame left for the edit; and once more after.
    this.doc.on('update', this.#beforeUpdateIsSent);
    const { serverUrl, room } = address(options);
    this.#provider = new WebsocketProvider(serverUrl, room, options.doc, {
      connect: false,
      awareness: this.awareness,
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      protocols: offeredSubprotocols(options.token),
      WebSocketPolyfill: this.#socketClass(options.socket ?? WebSocket),
    });
    this.doc.on('update', this.#afterUpdateIsSent);
    speakOnlyForOneself(this.#provider, this.awareness);
    // Of no use once a process exits, and one listener a client makes Node warn of a leak.
    globalThis.process?.off?.('exit', this.#provider._exitHandler);
    this.#listenToProvider();
    this.#stopWatchingPage = watchPage({
      online: () => {
        this.#link?.networkChanged();
        this.reconnectNow();
      },
      offline: () => this.#dropConnection(),
      hidden: () => (this.#comeBack = leave(this.awareness)),
      shown: () => this.#comeBackToPage(),
    });
    this.#provider.connect();
  }

  get offlineEdits(): number {
    return pendingEdits(this.#machine);
  }

  on<Name extends keyof BoardClientEvents>(
    name: Name,
    listener: (event: BoardClientEvents[Name]) => void,
  ): () => void {
    return this.#listeners.on(name, listener);
  }

  reconnectNow(token?: string): void {
    if (this.#destroyed || (this.#provider.wsconnected && token === undefined)) return;
    if (token !== undefined) this.#provider.protocols = offeredSubprotocols(token);
    this.#provider.disconnect();
    this.#provider.connect();
  }

  destroy(): void {
    this.#destroyed = true;
    clearTimeout(this.#connectTimer);
    this.#link?.calledOff();
    this.#stopWatchingPage();
    this.doc.off('update', this.#beforeUpdateIsSent);
    this.doc.off('update', this.#afterUpdateIsSent);
    this.#provider.destroy();
    this.awareness.destroy();
  }

  /** A lost network is otherwise noticed only after half a minute of silence. Attempts go on at their usual pace. */
  #dropConnection(): void {
    if (!this.#provider.wsconnected) return;
    this.#provider.disconnect();
    this.#provider.shouldConnect = true;
  }

  #comeBackToPage(): void {
    this.#comeBack?.();
    this.reconnectNow();
  }

  /** The one place where a class with our few needs is passed off as a complete WebSocket class. */
  #socketClass(WebSocketClass: SocketClass): typeof WebSocket {
    const counting = (Base: SocketClass) =>
      countingSocket(Base, {
        opened: (socket) => this.#open(socket),
        counted: (step, isWhole) => {
          const edits = this.#editUnderWay && isWhole && step === 'update' ? 1 : 0;
          if (edits === 1) this.#editUnderWay = false;
          this.#tell({ type: 'sent', step, edits, at: this.#now() });
        },
      });
    const classes = { websocket: counting(WebSocketClass), streamed: counting(streamedSocket) };
    const Picked = pickedSocket(() => classes[this.#link?.begin() ?? this.transport.getSnapshot()]);
    return Picked as unknown as typeof WebSocket;
  }

  #openLink(url: string): TransportLink {
    const { origin } = new URL(url.replace(/^ws/, 'http'));
    return new TransportLink({
      memory: transportMemory(origin),
      webWorks: () => isServerLive(origin),
      now: () => Date.now(),
      tryNow: () => this.reconnectNow(),
    });
  }

  #open(socket: BoardSocket): void {
    clearTimeout(this.#connectTimer);
    this.#link?.opened();
    this.#tell({ type: 'opened', at: this.#now() });
    this.#change('status', this.status, 'ok');
    const frame = encodeHello({ protocol: PROTOCOL_VERSION, generation: this.#generation, limits: null });
    socket.send(new Uint8Array(frame));
    // The provider sends the own state right after; only its clock is raised here.
    renewOwnState(this.awareness);
  }

  #listenToProvider(): void {
    const provider = this.#provider;
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#startConnectTimer();
      if (status === 'disconnected') return;
      this.#change('connection', this.connection, status === 'connected' ? 'open' : 'connecting');
    });
    provider.on('connection-close', (event) => {
      if (event === null) this.#link?.calledOff();
      else this.#link?.closed();
      this.#tell({ type: 'closed', at: this.#now() });
      this.#change('connection', this.connection, 'closed');
    });
    provider.on('closed', ({ code }) => {
      this.#tell({ type: 'ended', code, reason: closeReasonOf(code) });
      this.#change('connection', this.connection, 'ended');
    });
    provider.on('sync', (synced) => {
      if (synced) this.#tell({ type: 'synced' });
      this.#change('synced', this.synced, synced);
    });
    const receive = (_reply: unknown, frame: Decoder) => this.#receive(frame.arr);
    for (const { number } of Object.values(MESSAGES)) {
      if (number >= OURS_FROM) provider.messageHandlers[number] = receive;
    }
  }

  #receive(frame: Uint8Array): void {
    const decoded = decodeFrame(frame, RECEIVE_LIMITS);
    // What this version cannot read comes from a newer server; nothing is lost but a message meant for newer clients.
    if (!decoded.ok || !goesDown(decoded.value)) return;
    const message = decoded.value;
    switch (message.type) {
      case 'sync-step-1':
      case 'sync-step-2':
      case 'update':
      case 'awareness':
      case 'permission-denied':
        // The provider has handlers of its own for those of y-protocols.
        return;
      case 'ack':
        return this.#tell({ type: 'acked', n: message.n });
      case 'nack':
        return this.#tell({ type: 'nacked', n: message.n, code: message.code, reason: message.reason });
      case 'status':
        this.#tell({ type: 'status', status: message.status });
        return this.#change('status', this.status, message.status);
      case 'role':
        this.role.set(message.role);
        if (!this.#destroyed) this.#listeners.emit('role', message.role);
        return;
      case 'hello':
        if (this.#generation === 0) this.#generation = message.generation;
        return this.#change('hello', this.hello, message);
      default:
        assertNever(message);
    }
  }

  #tell(event: SavedEvent): void {
    const { refusal } = this.#machine;
    this.#machine = nextSaved(this.#machine, event);
    this.#change('saved', this.saved, savedState(this.#machine));
    if (this.#machine.refusal !== null && this.#machine.refusal !== refusal) {
      this.#listeners.emit('refused', this.#machine.refusal);
    }
  }

  /** Every change goes through here: told to both kinds of listener, and never once destroyed. */
  #change<Name extends keyof BoardClientEvents>(
    name: Name,
    holder: { set(value: BoardClientEvents[Name]): boolean },
    value: BoardClientEvents[Name],
  ): void {
    if (!this.#destroyed && holder.set(value)) this.#listeners.emit(name, value);
  }

  /** An attempt into a network that swallows packets would otherwise hang for minutes. */
  #startConnectTimer(): void {
    clearTimeout(this.#connectTimer);
    const socket = this.#provider.ws;
    this.#connectTimer = setTimeout(() => socket?.close(), CONNECT_TIMEOUT_MS);
  }

  readonly #beforeUpdateIsSent = (_update: Uint8Array, _origin: unknown, _doc: Doc, by: Transaction) => {
    this.#editUnderWay = by.local;
  };

  readonly #afterUpdateIsSent = () => {
    if (this.#editUnderWay) this.#tell({ type: 'edited-unsent' });
    this.#editUnderWay = false;
  };
}

/**
 * Opens the client end of one board document: a stock y-websocket provider that counts what it sends, says hello, and
 * so knows exactly what the server has on disk. Works in the browser and in Node. `destroy` it when done; `doc` stays
 * with the caller.
 */
export function openBoardClient(options: BoardClientOptions): BoardClient {
  return new ProviderClient(options);
}
