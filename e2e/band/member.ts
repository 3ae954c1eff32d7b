import { readSnapshot, type Actor, type BoardSnapshot } from '@coherence/board';
import { openBoardClient, type BoardClient, type SavedState } from '@coherence/protocol';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';

/** Where a band plays: the server and the board's code. */
export type Venue = { readonly url: string; readonly code: string };

/** One pretend participant with a real connection: the same client, the same operations as the browser. */
export type Member = {
  readonly name: string;
  readonly actor: Actor;
  readonly doc: Doc;
  readonly client: BoardClient;
  /** Where they write alone and vote. */
  readonly mine: Doc;
  readonly mineClient: BoardClient;
  readonly participantId: string;
  snapshot(): BoardSnapshot;
  show(state: {
    view?: 'grid' | 'map';
    cursor?: { x: number; y: number } | null;
    editing?: string | null;
  }): void;
  /** "I am done." */
  sayDone(): Promise<void>;
  leave(): void;
};

type Joined = { readonly id: string; readonly token: string; readonly participantId: string };

/** Joins with the board's code, as a person does, and waits until the board is there. */
export async function joinBand(venue: Venue, name: string, unitName: string): Promise<Member> {
  const preview = await post<{ units: { id: string; name: string }[] }>(venue, '/api/join/preview', {
    code: venue.code,
  });
  const unit = preview.units.find((known) => known.name === unitName)?.id ?? unitName;
  const joined = await post<Joined>(venue, '/api/join', { code: venue.code, name, unit });
  const [doc, mine] = [new Doc(), new Doc()];
  const door = { url: venue.url, boardId: joined.id, token: joined.token, socket: WebSocket as never };
  const client = openBoardClient({ ...door, doc });
  const mineClient = openBoardClient({ ...door, doc: mine, path: `/sync/${joined.id}/mine` });
  await settled(client, (state) => state.kind === 'saved');
  const known = readSnapshot(doc).units.find((candidate) => candidate.name === unitName)?.id ?? null;
  const base = { participantId: joined.participantId, name, unit: known, role: 'participant' };
  client.awareness.setLocalState({ ...base, view: 'grid', cursor: null, editing: null });
  return {
    name,
    actor: { unit: known },
    doc,
    client,
    mine,
    mineClient,
    participantId: joined.participantId,
    snapshot: () => readSnapshot(doc),
    show(state) {
      client.awareness.setLocalState({ ...client.awareness.getLocalState(), ...state });
    },
    async sayDone() {
      await post(venue, `/api/boards/${joined.id}/done`, { done: true }, joined.token);
    },
    leave() {
      for (const end of [client, mineClient]) end.destroy();
      for (const one of [doc, mine]) one.destroy();
    },
  };
}

/** Resolves once the client's saved state satisfies `wanted`; rejects when the server refuses the client. */
export function settled(client: BoardClient, wanted: (state: SavedState) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const state = client.saved.getSnapshot();
      if (state.kind !== 'refused' && !wanted(state)) return;
      stop();
      if (state.kind === 'refused') reject(new Error(`refused: ${JSON.stringify(state.refusal)}`));
      else resolve();
    };
    const stop = client.saved.subscribe(look);
    look();
  });
}

async function post<T>(venue: Venue, path: string, body: unknown, token?: string): Promise<T> {
  const response = await fetch(venue.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
