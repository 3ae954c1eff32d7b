import * as Y from 'yjs';
import { Client } from '../clients/client.ts';
import type { ClientOptions } from '../clients/client.ts';
import { within } from '../clients/pace.ts';
import type { Room } from '../wire/dialect.ts';

const AT_ONCE = 25;
const JOIN_LIMIT_MS = 60_000;
/** As often as clients of y-protocols renew theirs. */
const RENEW_MS = 15_000;
/** A presence message without entries: a server has nothing to send on. */
const NOBODY = Uint8Array.of(1, 1, 0);

/** Brings clients in, each as a person of its own, a few at a time, and waits until each has the board. */
export async function bringIn(
  rooms: readonly Room[],
  optionsOf: (at: number) => ClientOptions,
): Promise<Client[]> {
  const clients: Client[] = [];
  for (let from = 0; from < rooms.length; from += AT_ONCE) {
    const places = await Promise.all(
      rooms.slice(from, from + AT_ONCE).map((room) => room.another?.() ?? room),
    );
    const group = places.map((room, at) => new Client(room, optionsOf(from + at)));
    clients.push(...group);
    if (!(await within(Promise.all(group.map((one) => one.joined)), JOIN_LIMIT_MS))) {
      throw new Error(`only ${clients.filter((one) => one.syncedAt !== null).length} clients could join`);
    }
  }
  return clients;
}

/** Whether `follower` holds everything `author` wrote itself. */
export function hasAllOf(follower: Y.Doc, author: Y.Doc): boolean {
  const { clientID } = author;
  return Y.getState(follower.store, clientID) >= Y.getState(author.store, clientID);
}

/**
 * Lets each client say that it is there, as often as a real one does: Hocuspocus closes connections that are silent for
 * a minute. Returns a function that ends it.
 */
export function renewPresence(clients: readonly Client[]): () => void {
  let next = 0;
  const timer = setInterval(() => {
    clients[next % clients.length]?.send(NOBODY);
    next += 1;
  }, RENEW_MS / clients.length);
  return () => clearInterval(timer);
}
