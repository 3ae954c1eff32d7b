import { readSession } from '@coherence/board';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMeeting, until } from '../testing/meeting.ts';
import type { WireClient } from '../rooms/testing/wire-client.ts';

const PEOPLE = 45;
/** For a machine that others use too. */
const PATIENCE_MS = 20_000;

let session: Awaited<ReturnType<typeof openMeeting>>;
beforeAll(async () => void (session = await openMeeting()));
afterAll(() => session.end());

it('[JOIN1] 45 people behind one address are in at once, though some mistype the code and some name a new unit', async () => {
  const { board, id } = await session.newBoard();
  const joinOne = async (index: number): Promise<WireClient> => {
    if (index % 9 === 0) {
      const wrong = await session.post('/api/join/preview', { code: 'ZZZZZ9' });
      expect(wrong.status).toBe(404);
    }
    const door = index % 3 === 0 ? { invite: board.invites.participant } : { code: board.code };
    const preview = await session.post('/api/join/preview', door);
    expect(preview.status).toBe(200);
    const units = preview.body.units.map((unit: { id: string }) => unit.id);
    const unit = index % 5 === 0 ? `Other ${index % 2}` : units[index % 2];
    const joined = await session.post('/api/join', { ...door, name: `Person ${index}`, unit });
    expect(joined.status).toBe(200);
    return session.somebody(id, joined.body.token, joined.body.participantId).open();
  };
  const clients = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => joinOne(index)));
  const everybody = () => expect(clients.every(({ doc }) => sumOf(readSession(doc).attending) === PEOPLE));
  await until(() => everybody().toBe(true), PATIENCE_MS);

  const { people } = (await session.get(`/api/boards/${id}/people`, board.token)).body;
  const here = people.filter((one: { here: boolean }) => one.here);
  expect(here).toHaveLength(PEOPLE);
  const { units } = (await session.post('/api/join/preview', { code: board.code })).body;
  expect(units.map((unit: { name: string }) => unit.name).sort()).toEqual([
    'Federal Programs',
    'Other 0',
    'Other 1',
    'School Improvement',
  ]);
});

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
