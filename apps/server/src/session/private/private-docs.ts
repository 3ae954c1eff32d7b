import type { readDrafts } from '@coherence/board';
import type { BoardHostOf } from '../../boards/board-host.ts';
import type { DocKey, ParticipantRecord, Storage } from '../../storage/storage.ts';

export type PrivateDoc = Parameters<typeof readDrafts>[0];

export interface SessionParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
}

/** What one person's private document gave. */
export interface Looked<T> {
  readonly person: ParticipantRecord;
  readonly key: DocKey;
  readonly value: T;
}

/**
 * Looks into the private documents of everybody who was not removed, or of those whom `whose` names. `unread` counts
 * documents that could not be loaded; they are left as they are.
 */
export async function lookIntoPrivate<T>(
  { storage, boardHost }: SessionParts,
  board: string,
  look: (mine: PrivateDoc) => T,
  whose: (person: ParticipantRecord) => boolean = ({ removed }) => !removed,
): Promise<{ looked: Looked<T>[]; unread: number }> {
  const people = new Map((await storage.participants(board)).map((person) => [person.id, person]));
  const looks = (await storage.privateDocs(board)).map(async (key) => {
    const person = people.get(key.owner);
    if (person === undefined || !whose(person)) return null;
    return boardHost(board).lend(key, async (opened) =>
      opened.ok ? { person, key, value: await opened.room.read(look) } : 'unread',
    );
  });
  const found = (await Promise.all(looks)).filter((one) => one !== null);
  const looked = found.filter((one) => one !== 'unread');
  return { looked, unread: found.length - looked.length };
}
