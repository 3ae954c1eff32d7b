import { openBoardClient } from '@coherence/sync';
import type { BoardClient } from '@coherence/sync';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';

/** Where pretend participants go in: the same door as everybody. */
export interface Door {
  /** `http://host:port` of the server. */
  readonly url: string;
  readonly code: string;
}

/** One of them, with a real connection: a token, the board and a private document of their own. */
export interface Pretend {
  readonly id: string;
  readonly unit: string | null;
  readonly doc: Doc;
  readonly mine: Doc;
  /** "I am done", or not after all. */
  sayDone(): Promise<void>;
  /** Lets the turn go on to the next of the team. */
  passTurn(): Promise<void>;
  leave(): void;
}

interface Joined {
  readonly id: string;
  readonly token: string;
  readonly participantId: string;
}

/** Joins with the board's code; the unit is the one whose turn it is. Rejects when the door is shut. */
export async function joinAsPretend(door: Door, name: string, place: number): Promise<Pretend> {
  const preview = await post<{ readonly units: readonly { readonly id: string }[] }>(
    door.url,
    '/api/join/preview',
    { code: door.code },
  );
  const unit = preview.units[place % Math.max(1, preview.units.length)]?.id ?? null;
  const body = { code: door.code, name, ...(unit === null ? {} : { unit }) };
  const joined = await post<Joined>(door.url, '/api/join', body);
  const [doc, mine] = [new Doc(), new Doc()];
  const way = { url: door.url, boardId: joined.id, token: joined.token, socket: WebSocket as never };
  const clients = [
    openBoardClient({ ...way, doc }),
    openBoardClient({ ...way, doc: mine, path: `/sync/${joined.id}/mine` }),
  ] as const;
  await Promise.all(clients.map(whenThere));
  const [shared] = clients;
  const { participantId } = joined;
  shared.awareness.setLocalState({
    participantId,
    name,
    unit,
    role: 'participant',
    view: 'room',
    cursor: null,
    pointing: false,
    editing: null,
  });
  const say = async (path: string, words: unknown): Promise<void> => {
    await post(door.url, `/api/boards/${joined.id}/${path}`, words, joined.token);
  };
  return {
    id: participantId,
    unit,
    doc,
    mine,
    sayDone: () => say('done', { done: true }),
    passTurn: () => say('turn', {}),
    leave() {
      for (const client of clients) client.destroy();
      for (const one of [doc, mine]) one.destroy();
    },
  };
}

function whenThere(client: BoardClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { kind } = client.saved.getSnapshot();
      if (kind !== 'refused' && kind !== 'saved') return;
      stop();
      if (kind === 'saved') resolve();
      else reject(new Error('a pretend participant was refused'));
    };
    const stop = client.saved.subscribe(look);
    look();
  });
}

async function post<T>(url: string, path: string, body: unknown, token?: string): Promise<T> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
