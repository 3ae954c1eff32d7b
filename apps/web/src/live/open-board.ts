import {
  openDrawn,
  openSnapshots,
  openUndo,
  type Actor,
  type DrawnBoard,
  type SnapshotReader,
  type Undo,
} from '@coherence/board';
import { openBoardClient, type BoardClient, type Role, may } from '@coherence/protocol';
import { Doc } from 'yjs';
import { afterDrawing } from './frame-scheduler.ts';
import { boardInfo } from './server/api.ts';
import { deviceStore } from './device/remembered.ts';
import { keyFor, rememberBoard, type BoardKey } from './device/identity.ts';
import { openRejectedItems, type RejectedItems } from './outbox/rejected-items.ts';
import { watchPendingEdits, type PendingEdits } from './outbox/pending.ts';
import { copyName, emptyOfflineStore, openOfflineStore } from './device/offline-store.ts';
import { serverClock } from './server/server-clock.ts';

export type Me = {
  readonly participantId: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly token: string;
};

/** One open board: its document, the connection, this person's undo, and who they are. */
export type LiveBoard = {
  readonly id: string;
  readonly doc: Doc;
  readonly role: Role;
  readonly me: Me;
  readonly actor: Actor;
  readonly canEdit: boolean;
  readonly snapshots: SnapshotReader;
  /** What views draw. */
  readonly drawn: DrawnBoard;
  readonly undo: Undo;
  readonly client: BoardClient;
  /** Name of the copy of `doc` on this device. */
  readonly copy: string;
  readonly pending: PendingEdits;
  readonly rejected: RejectedItems;
  destroy(): void;
};

/**
 * Opens a board with the key this browser holds. The device's own copy is read first, so that the screen shows it
 * without a network and the server is asked only for the difference.
 */
export async function openBoard(key: BoardKey): Promise<LiveBoard> {
  const words = deviceStore();
  const rejected = openRejectedItems(key.id, words);
  const generation = await generationToOpen(key, rejected);
  const doc = new Doc();
  const copy = copyName([key.id, String(generation), key.participantId]);
  const store = await openOfflineStore(doc, copy);
  const client = openBoardClient({
    url: location.origin,
    boardId: key.id,
    token: key.token,
    doc,
    // Without a stored copy any generation will do.
    generation: store.wasEmpty ? 0 : generation,
  });
  const snapshots = openSnapshots(doc);
  const drawn = openDrawn({
    snapshots,
    isOpening: isUntilSynced(client),
    afterDrawing,
    now: () => performance.now(),
  });
  const undo = openUndo(doc);
  const pending = watchPendingEdits(doc, copy, words);
  client.on('saved', ({ kind }) => {
    if (kind === 'saved') pending.clear();
  });
  client.on('hello', ({ generation }) => {
    // What is written from now on carries the server's time.
    if (serverClock.isUnsure()) void boardInfo(key.id, key.token);
    const { title } = snapshots.get().meta;
    const held = keyFor(key.id) ?? key;
    rememberBoard({ ...held, generation, title: title || held.title, lastOpened: serverClock.now() });
  });
  return {
    id: key.id,
    doc,
    role: key.role,
    me: { participantId: key.participantId, name: key.name, unit: key.unit, token: key.token },
    actor: { unit: key.unit },
    canEdit: may(key.role, 'write'),
    snapshots,
    drawn,
    undo,
    client,
    copy,
    pending,
    rejected,
    destroy() {
      pending.stop();
      client.destroy();
      undo.destroy();
      drawn.destroy();
      snapshots.destroy();
      store.close();
      doc.destroy();
    },
  };
}

/** True until the client has had everything the server holds, once. */
function isUntilSynced(client: BoardClient): () => boolean {
  let isOpening = true;
  return () => {
    if (client.synced.getSnapshot()) isOpening = false;
    return isOpening;
  };
}

/**
 * Empties the copies that hold what the server refuses, and asks for the generation to go on with: a renewed board has
 * another. Asked only then, because opening must not wait for the network.
 */
async function generationToOpen(key: BoardKey, rejected: RejectedItems): Promise<number> {
  const copies = rejected.copiesToEmpty();
  if (copies.length === 0) return key.generation;
  for (const copy of copies) {
    await emptyOfflineStore(copy);
    rejected.emptied(copy);
  }
  const info = await boardInfo(key.id, key.token);
  const generation = info.ok ? info.value.generation : key.generation;
  rememberBoard({ ...key, generation });
  return generation;
}
