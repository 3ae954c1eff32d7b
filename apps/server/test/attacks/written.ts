import { addDraft, readDrafts, readSnapshot } from '@coherence/board';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { openMeeting, saved, WALK, WRITE } from '../../src/testing/meeting.ts';
import { MemoryStorage } from '../../src/storage/testing/memory-storage.ts';

/** What ends the servers of a test; call `endAll` after each. */
const ends: (() => Promise<void>)[] = [];
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
export function endLater(end: () => Promise<void>): void {
  ends.push(end);
}

export const SECRET = { ...WRITE, identity: 'anonymous' };
export const LATER = { ...WRITE, id: 'p9', title: 'Again', identity: 'anonymous' };

/** A board in a write phase with so many people who have written one note each: "Note 0" and so on. */
export async function written(count: number, { identity = 'anonymous', store = new MemoryStorage() } = {}) {
  const session = await openMeeting(store);
  endLater(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [{ ...SECRET, identity }, WALK, LATER] });
  await made.command({ type: 'phase', id: WRITE.id });
  const people = await Promise.all(Array.from({ length: count }, () => made.join('participant')));
  const privateDocs = people.map((one) => one.openPrivateDoc());
  const looksOn = (await made.join('observer')).open();
  await saved(looksOn, ...privateDocs);
  for (const [at, { doc }] of privateDocs.entries())
    addDraft(doc, { text: `Note ${at}`, phase: WRITE.id, at });
  await saved(...privateDocs);
  const texts = () =>
    readSnapshot(looksOn.doc)
      .factors.map(({ text }) => text)
      .toSorted();
  const late = (at: number, as?: string) => {
    const drafts = readDrafts(mineOf(at).doc).map(({ id }) => id);
    return session.post(
      `/api/boards/${made.id}/late`,
      { drafts, ...(as && { as }) },
      people[at]?.token ?? '',
    );
  };
  /** Private documents begin anew after an anonymous reveal: they are opened again. */
  const again = async () => {
    for (const [at, person] of people.entries()) privateDocs[at] = person.openPrivateDoc();
    await saved(...privateDocs);
  };
  const mineOf = (at: number): WireClient => {
    const one = privateDocs[at];
    if (one === undefined) throw new Error('nobody writes');
    return one;
  };
  const reveal = async (more = {}) => (await made.command({ type: 'reveal', ...more })).body;
  return { ...made, session, people, privateDocs, mineOf, looksOn, texts, late, again, reveal };
}

export const sourcesIn = ({ doc }: WireClient) =>
  readSnapshot(doc).factors.flatMap(({ sources }) => Object.values(sources));
