import { openBoardClient } from '@coherence/protocol';
import type { BoardClient, BoardClientOptions } from '@coherence/protocol';
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
  /** The board as it stands; another document after a new generation. */
  readonly doc: Doc;
  readonly mine: Doc;
  /** The server has let them go for good: they were removed, or the board is gone. */
  readonly isGone: boolean;
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
  const way = { url: door.url, boardId: joined.id, token: joined.token, socket: WebSocket as never };
  const shared = openCopy(way);
  const mine = openCopy({ ...way, path: `/sync/${joined.id}/mine` });
  await Promise.all([shared.there(), mine.there()]);
  const { participantId } = joined;
  shared.present({
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
    get doc() {
      return shared.doc();
    },
    get mine() {
      return mine.doc();
    },
    get isGone() {
      return shared.isGone();
    },
    sayDone: () => say('done', { done: true }),
    passTurn: () => say('turn', {}),
    leave() {
      for (const copy of [shared, mine]) copy.close();
    },
  };
}

interface Copy {
  doc(): Doc;
  /** Resolves when the document is here, and rejects when the server refuses it. */
  there(): Promise<void>;
  present(state: Record<string, unknown>): void;
  isGone(): boolean;
  close(): void;
}

/** A document kept open over new generations, as a browser does: what is erased begins anew. */
function openCopy(way: Omit<BoardClientOptions, 'doc'>): Copy {
  let doc = new Doc();
  let client = openBoardClient({ ...way, doc });
  let presence: Record<string, unknown> | null = null;
  let gone = false;

  const watch = (): void => {
    client.on('refused', (refusal) => {
      const isRenewed = refusal.by === 'connection' && refusal.reason === 'new-generation';
      close();
      gone = !isRenewed;
      if (!isRenewed) return;
      doc = new Doc();
      client = openBoardClient({ ...way, doc });
      if (presence !== null) client.awareness.setLocalState(presence);
      watch();
    });
  };
  const close = (): void => {
    client.destroy();
    doc.destroy();
  };
  watch();
  return {
    doc: () => doc,
    there: () => whenThere(client),
    present(state) {
      presence = state;
      client.awareness.setLocalState(state);
    },
    isGone: () => gone,
    close,
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
