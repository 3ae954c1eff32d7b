import { afterEach, beforeEach, vi } from 'vitest';
import * as Y from 'yjs';
import type { BoardClient, BoardClientOptions } from '../client/board-client.ts';
import { openBoardClient } from '../client/client.ts';
import type { SavedState } from '../saved/saved.ts';
import { PretendBoardServer } from './pretend-board-server.ts';
import { PretendNetwork } from './pretend-network.ts';

/** One board, its server and its clients, in pretended time and on a pretended network; new for every test. */
export class Stage {
  network = new PretendNetwork();
  server = new PretendBoardServer();
  #clients: BoardClient[] = [];

  constructor() {
    beforeEach(() => this.#set());
    afterEach(() => this.#clear());
  }

  open(options: Partial<BoardClientOptions> = {}): BoardClient {
    const client = openBoardClient({
      url: 'http://board.test/',
      boardId: 'b 1',
      token: 'secret',
      doc: new Y.Doc(),
      socket: this.network.Socket,
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  /** A client that is connected and saved. */
  opened(options?: Partial<BoardClientOptions>): BoardClient {
    const client = this.open(options);
    this.network.settle();
    return client;
  }

  /** The keys that the server has. */
  stored(): string[] {
    return Object.keys(this.server.doc.getMap('factors').toJSON()).sort();
  }

  #set(): void {
    vi.useFakeTimers({ now: 1000 });
    this.network = new PretendNetwork();
    this.server = new PretendBoardServer();
    this.#clients = [];
    this.network.onConnection = (connection) => {
      const { receive, left } = this.server.accept(connection);
      connection.onFrame = receive;
      connection.onClose = left;
    };
  }

  #clear(): void {
    for (const client of this.#clients) {
      client.destroy();
      client.doc.destroy();
    }
    vi.useRealTimers();
  }
}

export function write(client: BoardClient, key: string): void {
  client.doc.getMap('factors').set(key, 1);
}

export function saved(client: BoardClient): SavedState {
  return client.saved.getSnapshot();
}
