import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { ObservableValue } from '../observable-value.ts';
import type { Refusal, SavedState } from '../saved/saved.ts';
import type { SocketClass } from '../transport/board-socket.ts';
import type { Transport } from '../transport/choose-transport.ts';
import type { ServerStatus } from '../wire/messages/saving.ts';
import type { Hello } from '../wire/messages/hello.ts';

/** ended: refused for good; it starts again only when asked. */
export type Connection = 'connecting' | 'open' | 'closed' | 'ended';

export type BoardClientOptions = {
  /** Where the server is: `ws://host:port` or `http://host:port`, with or without a trailing slash. */
  url: string;
  boardId: string;
  /** Default `/sync/<boardId>`. */
  path?: string;
  token: string;
  doc: Doc;
  /** The generation `doc` was loaded from, 0 if it is new: the server refuses another one with close code 4409. */
  generation?: number;
  /** The class of WebSockets. Default: the platform's own. */
  socket?: SocketClass;
  /**
   * How frames travel. auto: by WebSocket, or over plain web requests where a network blocks those. Default: auto, or
   * websocket where `socket` is given.
   */
  transport?: Transport | 'auto';
  /** Milliseconds; default `Date.now`. */
  now?: () => number;
};

export type BoardClientEvents = {
  saved: SavedState;
  connection: Connection;
  synced: boolean;
  status: ServerStatus;
  /** Each time the server says it: when it is the same, the name or unit of the person may have changed. */
  role: string;
  hello: Hello;
  /** Once per refusal. After `by: 'edit'` the document holds words the server will never take: open a fresh one. */
  refused: Refusal;
};

/** The client end of one document. Made by `openBoardClient`. */
export type BoardClient = {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly saved: ObservableValue<SavedState>;
  readonly connection: ObservableValue<Connection>;
  /** Whether this connection has received everything the server had when it opened. */
  readonly synced: ObservableValue<boolean>;
  readonly status: ObservableValue<ServerStatus>;
  /** What the connection uses, or used last. */
  readonly transport: ObservableValue<Transport>;
  /** null until the server has told it. */
  readonly role: ObservableValue<string | null>;
  /** null until the server has told it. */
  readonly hello: ObservableValue<Hello | null>;
  /** Local transactions not known to be on the server's disk. */
  readonly offlineEdits: number;
  on<Name extends keyof BoardClientEvents>(
    name: Name,
    listener: (event: BoardClientEvents[Name]) => void,
  ): () => void;
  /** Connects without waiting for the backoff, after a refusal too; with a new token, even if connected. */
  reconnectNow(token?: string): void;
  destroy(): void;
};
