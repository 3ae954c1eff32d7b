import { openSnapshots, openUndo, type Actor, type SnapshotReader, type Undo } from '@coherence/board';
import { openBoardClient, type BoardClient } from '@coherence/sync';
import { Doc } from 'yjs';
import { rememberBoard, type BoardKey } from './identity.ts';
import { openOfflineStore } from './offline-store.ts';
import { mayEdit, type Role } from './role.ts';

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
  readonly undo: Undo;
  readonly client: BoardClient;
  destroy(): void;
};

/**
 * Opens a board with the key this browser holds. The device's own copy is read first, so that the screen shows it
 * without a network and the server is asked only for the difference.
 */
export async function openBoard(key: BoardKey): Promise<LiveBoard> {
  const doc = new Doc();
  const store = await openOfflineStore(doc, [key.id, String(key.generation), key.participantId]);
  const client = openBoardClient({
    url: location.origin,
    boardId: key.id,
    token: key.token,
    doc,
    // Without a stored copy any generation will do.
    generation: store.wasEmpty ? 0 : key.generation,
  });
  const snapshots = openSnapshots(doc);
  const undo = openUndo(doc);
  const stopHello = client.on('hello', ({ generation }) => {
    const { title } = snapshots.get().meta;
    rememberBoard({ ...key, generation, title: title || key.title, lastOpened: Date.now() });
  });
  return {
    id: key.id,
    doc,
    role: key.role,
    me: { participantId: key.participantId, name: key.name, unit: key.unit, token: key.token },
    actor: { unit: key.unit },
    canEdit: mayEdit(key.role),
    snapshots,
    undo,
    client,
    destroy() {
      stopHello();
      client.destroy();
      undo.destroy();
      snapshots.destroy();
      store.close();
      doc.destroy();
    },
  };
}
