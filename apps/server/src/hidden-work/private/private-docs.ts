import type { readDrafts } from '@coherence/board';
import type { BoardHostOf } from '../../boards/board-host.ts';
import type { DocKey, ParticipantRecord, Storage } from '../../storage/storage.ts';

export type PrivateDoc = Parameters<typeof readDrafts>[0];

export interface HiddenWorkParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
}

/** What one person's private document gave. */
export interface PrivateReading<T> {
  readonly person: ParticipantRecord;
  readonly key: DocKey;
  readonly value: T;
}

/**
 * Reads the private documents of the people who were not removed, or of those that `whose` picks. `unread` counts
 * documents that could not be loaded; they are left as they are.
 */
export async function readPrivateDocs<T>(
  { storage, boardHost }: HiddenWorkParts,
  board: string,
  read: (privateDoc: PrivateDoc) => T,
  whose: (person: ParticipantRecord) => boolean = ({ removed }) => !removed,
): Promise<{ readings: PrivateReading<T>[]; unread: number }> {
  const people = new Map((await storage.participants(board)).map((person) => [person.id, person]));
  const reads = (await storage.privateDocs(board)).map(async (key) => {
    const person = people.get(key.owner);
    if (person === undefined || !whose(person)) return null;
    return boardHost(board).lend(key, async (opened) =>
      opened.ok ? { person, key, value: await opened.room.read(read) } : 'unread',
    );
  });
  const found = (await Promise.all(reads)).filter((one) => one !== null);
  const readings = found.filter((one) => one !== 'unread');
  return { readings, unread: found.length - readings.length };
}
