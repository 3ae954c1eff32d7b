import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMeeting } from '../testing/meeting.ts';

let session: Awaited<ReturnType<typeof openMeeting>>;
beforeAll(async () => void (session = await openMeeting()));
afterAll(() => session.end());

const ATTEMPT = 'qL2zq9xK0cYh3vT8mB1n7w';

async function newDoor() {
  const { board, id } = await session.newBoard();
  const join = async (more: object) => {
    const { status, body } = await session.post('/api/join', { code: board.code, ...more });
    return { status, token: body.token as string, participantId: body.participantId as string };
  };
  const names = async () => {
    const { people } = (await session.get(`/api/boards/${id}/people`, board.token)).body;
    return people.map(({ name }: { name: string }) => name).filter((name: string) => name !== '');
  };
  return { join, names };
}

it('[JOIN4] a join that is sent again makes no second person, and its last name holds', async () => {
  const { join, names } = await newDoor();
  const first = await join({ name: 'Bo', attempt: ATTEMPT });
  const again = await Promise.all([
    join({ name: 'Bo', attempt: ATTEMPT }),
    join({ name: 'Bo', attempt: ATTEMPT }),
  ]);
  expect(again).toEqual([first, first]);
  expect(await names()).toEqual(['Bo']);
  expect(await join({ name: 'Bo Chen', attempt: ATTEMPT })).toEqual(first);
  expect(await names()).toEqual(['Bo Chen']);
});

it('[JOIN4] two that are sent at once make one person', async () => {
  const { join, names } = await newDoor();
  const [one, other] = await Promise.all([
    join({ name: 'Bo', attempt: ATTEMPT }),
    join({ name: 'Bo', attempt: ATTEMPT }),
  ]);
  expect(one).toEqual(other);
  expect(await names()).toEqual(['Bo']);
});

it('[JOIN4] another attempt, and the same one on another board, are other people', async () => {
  const [here, there] = [await newDoor(), await newDoor()];
  const first = await here.join({ name: 'Bo', attempt: ATTEMPT });
  const other = await here.join({ name: 'Ana', attempt: ATTEMPT.toUpperCase() });
  const elsewhere = await there.join({ name: 'Bo', attempt: ATTEMPT });
  expect(new Set([first, other, elsewhere].map(({ token }) => token)).size).toBe(3);
  expect(new Set([first, other, elsewhere].map(({ participantId }) => participantId)).size).toBe(3);
});

it('[JOIN4] an attempt that could be guessed is refused', async () => {
  const { join, names } = await newDoor();
  expect((await join({ name: 'Bo', attempt: 'bo' })).status).toBe(400);
  expect(await names()).toEqual([]);
});
