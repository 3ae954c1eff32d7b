import * as Y from 'yjs';
import type { WriterClaim } from '../../storage/storage.ts';
import type { DecodedUpdate } from '../document/document.ts';

/**
 * Who may write under which Yjs client id: the person who writes first under an id owns it. Otherwise a
 * forger could use up the next clocks of another's id: the other's words would then count as known and
 * vanish without an error, on every device, for good.
 */
export class Writers {
  readonly #owners: Map<number, string>;
  /** Ids that a person shows to others, so that no other person is the first to write under them. Not stored. */
  readonly #reserved = new Map<number, string>();
  #unsaved: WriterClaim[] = [];

  constructor(claims: readonly WriterClaim[]) {
    this.#owners = new Map(claims.map(({ client, participant }) => [client, participant]));
  }

  /** Whether all that is new in an update stands under ids that are free or the participant's own. */
  mayWrite(doc: Y.Doc, decoded: DecodedUpdate, participant: string): boolean {
    return [...newWriters(doc, decoded)].every((client) => {
      const owner = this.#owners.get(client) ?? this.#reserved.get(client);
      if (owner !== undefined) return owner === participant;
      return client !== doc.clientID && Y.getState(doc.store, client) === 0;
    });
  }

  /** Keeps an id that no person has written under for the participant who shows it. */
  reserve(client: number, participant: string): void {
    if (!this.#owners.has(client) && !this.#reserved.has(client)) this.#reserved.set(client, participant);
  }

  /** The ids under which a participant has written. */
  clientsOf(participant: string): readonly number[] {
    return [...this.#owners].flatMap(([client, owner]) => (owner === participant ? [client] : []));
  }

  /** Makes the ids of an update the participant's. Call it before the update is applied. */
  claim(doc: Y.Doc, decoded: DecodedUpdate, participant: string): void {
    for (const client of newWriters(doc, decoded)) {
      if (this.#owners.has(client)) continue;
      this.#owners.set(client, participant);
      this.#reserved.delete(client);
      this.#unsaved.push({ client, participant });
    }
  }

  /** Claims made since the last call; they belong into the commit that holds what was written under them. */
  takeUnsaved(): readonly WriterClaim[] {
    const taken = this.#unsaved;
    this.#unsaved = [];
    return taken;
  }
}

function newWriters(doc: Y.Doc, decoded: DecodedUpdate): Set<number> {
  const clients = new Set<number>();
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    if (clock + struct.length > Y.getState(doc.store, client)) clients.add(client);
  }
  return clients;
}
