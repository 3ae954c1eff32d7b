import { afterEach, describe, expect, it } from 'vitest';
import { openMeeting } from '../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function onBoard() {
  const session = await openMeeting();
  ends.push(() => session.end());
  const made = await session.newBoard();
  const look = async () => (await session.get(`/api/boards/${made.id}/check`, made.lead.token)).body;
  return { ...made, session, look };
}

describe('the check before a session', () => {
  it('[CHECK1] tells the facilitator which device got here by the code, and that the disk takes a write', async () => {
    const { board, session, look } = await onBoard();
    expect(await look()).toMatchObject({ heard: [], disk: { saved: true, ms: expect.any(Number) } });
    const code = board.code.toLowerCase();
    expect((await session.post('/api/check', { code, device: 'phone' })).body).toEqual({ heard: true });
    expect((await look()).heard).toEqual([{ device: 'phone', at: expect.any(Number) }]);
  });

  it('[CHECK1] says that the disk does not take a write', async () => {
    const { session, look } = await onBoard();
    session.faults.appendError = 'full';
    expect((await look()).disk).toMatchObject({ saved: false });
  });

  it('[CHECK2] tells a device nothing about a board, and limits guessing', async () => {
    const { session } = await onBoard();
    const post = (body: object) => session.post('/api/check', body);
    expect((await post({ code: 'ZZZZZZ', device: 'phone' })).body.error.code).toBe('unknown-code');
    expect((await post({ code: '', device: 'phone' })).status).toBe(404);
    expect((await post({ code: 'ZZZZZZ', device: 'fridge' })).status).toBe(400);
    const codes = Array.from(
      { length: 60 },
      (_, at) => `ZZZZ${'ABCDEFGHJK'[Math.floor(at / 10)]}${'ABCDEFGHJK'[at % 10]}`,
    );
    const answers = await Promise.all(codes.map((code) => post({ code, device: 'phone' })));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });

  it('[CHECK2] shows the check to facilitators only', async () => {
    const { id, join, session } = await onBoard();
    for (const role of ['participant', 'observer', 'display'] as const) {
      const { token } = await join(role);
      expect((await session.get(`/api/boards/${id}/check`, token)).status).toBe(403);
    }
  });
});
