import type { Role } from '@coherence/protocol';
import type { Reply } from './test-server.ts';
import { startTestServer } from './test-server.ts';
import { WireClient } from '../rooms/testing/wire-client.ts';
import type { WireClientOptions } from '../rooms/testing/wire-client.ts';
import type { Store } from '../storage/store.ts';

export interface Attendee {
  readonly token: string;
  readonly participantId: string;
  /** Opens a connection to the board. */
  open(options?: WireClientOptions): WireClient;
  /** Opens a connection to their own private document. */
  openPrivateDoc(options?: WireClientOptions): WireClient;
}

export const WRITE = { id: 'p1', kind: 'write', title: 'Write alone', identity: 'unit' };
export const WALK = { id: 'p2', kind: 'walk', title: 'Walk' };

/** A server with one board of two units, and people on it; for tests. */
export async function openMeeting(store?: Store) {
  const server = await startTestServer(store === undefined ? {} : { store });
  const clients: WireClient[] = [];
  const opened = (client: WireClient) => (clients.push(client), client);

  function somebody(board: string, token: string, participantId: string): Attendee {
    const url = `${server.socketBase}/${board}`;
    return {
      token,
      participantId,
      open: (options) => opened(new WireClient(url, token, options)),
      openPrivateDoc: (options) => opened(new WireClient(`${url}/mine`, token, options)),
    };
  }

  return {
    ...server,
    somebody,
    memoryCleanups: () => (store ?? server.memory).cleanups(),
    async newBoard() {
      const board = await server.board({
        title: 'T',
        units: [
          { name: 'School Improvement', short: 'SI' },
          { name: 'Federal Programs', short: 'FP' },
        ],
      });
      const lead = somebody(board.id, board.token, board.participantId);
      const command = (body: Record<string, unknown>, token = board.token): Promise<Reply> =>
        server.post(`/api/boards/${board.id}/commands`, body, token);
      const join = async (role: Role, unit = 'School Improvement'): Promise<Attendee> => {
        const { body } = await server.post('/api/join', { invite: board.invites[role], unit });
        return somebody(board.id, body.token, body.participantId);
      };
      return { id: String(board.id), board, lead, command, join };
    },
    async end() {
      for (const client of clients) client.close();
      await server.server.stop();
    },
  };
}

/** Waits until `check` no longer throws; two cores shared with others may take their time. */
export async function until<T>(check: () => T | Promise<T>, timeout = 8_000): Promise<T> {
  const deadline = performance.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Waits until these have the document, and the server has acknowledged everything they sent. */
export const saved = (...clients: WireClient[]): Promise<void> =>
  until(() => {
    if (!clients.every(({ isSaved }) => isSaved)) throw new Error('not saved yet');
  });
