import { watchSession } from '@coherence/board';
import type { Actor } from '@coherence/board';
import type { SocketClass } from '@coherence/protocol';
import type { Doc } from 'yjs';
import { openCopy } from './copy.ts';
import { post } from './post.ts';

/** Where pretend participants go in: the same door as everyone. */
export interface Door {
  /** `http://host:port` of the server. */
  readonly url: string;
  readonly code: string;
  /** The class of WebSockets they talk over. */
  readonly socket: SocketClass;
}

/** What others see of a person. */
export interface Shown {
  readonly view?: 'room' | 'grid' | 'map';
  readonly cursor?: { readonly x: number; readonly y: number } | null;
  readonly editing?: string | null;
}

/** One of them, with a real connection: a token, the board and a private document of their own. */
export interface Pretend {
  readonly id: string;
  readonly name: string;
  /** As whom they edit: for their unit. */
  readonly actor: Actor;
  /** The board as it stands; another document after a new generation. */
  readonly doc: Doc;
  /** Where they write alone and vote; another document after a new generation, too. */
  readonly privateDoc: Doc;
  /** The server has let them go for good: they were removed, or the board is gone. */
  readonly isGone: boolean;
  show(what: Shown): void;
  /** Resolves once all they did is on the server's disk; rejects when the server has let them go. */
  saved(): Promise<void>;
  /** Calls `listener` when there may be something else to do, or nothing any more. Answers how to stop. */
  onNews(listener: () => void): () => void;
  /** "I am done." */
  sayDone(): Promise<void>;
  /** Lets the turn go on to the next of the team. */
  passTurn(): Promise<void>;
  leave(): void;
}

/** Joins with the board's code, as a person does; units are taken in turn, by `place`. Rejects when the door is shut. */
export async function joinAsPretend(door: Door, name: string, place: number): Promise<Pretend> {
  const { url, code, socket } = door;
  const { units } = await post<'previewJoin'>(url, '/api/join/preview', { code });
  const unit = units[place % Math.max(1, units.length)]?.id ?? null;
  const somebody = { code, name, ...(unit === null ? {} : { unit }) };
  const { id: board, token, participantId } = await post<'join'>(url, '/api/join', somebody);
  let listeners: readonly (() => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const way = { url, boardId: board, token, socket };
  const shared = openCopy(way, (doc, news) => void watchSession(doc, news), tell);
  const privately = { ...way, path: `/sync/${board}/mine` };
  const privateDoc = openCopy(privately, (doc, news) => void doc.on('update', news), tell);
  await Promise.all([shared.saved(), privateDoc.saved()]);
  const nowhere = { view: 'room', cursor: null, pointing: false, editing: null };
  shared.show({ participantId, name, unit, role: 'participant', ...nowhere });
  return {
    id: participantId,
    name,
    actor: { unit },
    get doc() {
      return shared.doc();
    },
    get privateDoc() {
      return privateDoc.doc();
    },
    get isGone() {
      return shared.isGone();
    },
    show: (what) => shared.show({ ...what }),
    saved: async () => void (await Promise.all([shared.saved(), privateDoc.saved()])),
    onNews(listener) {
      listeners = [...listeners, listener];
      return () => void (listeners = listeners.filter((one) => one !== listener));
    },
    async sayDone() {
      await post<'done'>(url, `/api/boards/${board}/done`, { done: true }, token);
    },
    async passTurn() {
      await post<'turn'>(url, `/api/boards/${board}/turn`, undefined, token);
    },
    leave() {
      for (const copy of [shared, privateDoc]) copy.close();
    },
  };
}
