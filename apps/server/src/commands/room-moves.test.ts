import { addFactors, readSession } from '@coherence/board';
import { COMMANDS, type CommandType, MOVES } from '@coherence/protocol/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeeting, saved, until, WALK, WRITE } from '../testing/meeting.ts';

const VOTE = { id: 'v', kind: 'vote', title: 'Vote', identity: 'named' };

/** A board that Dana leads, with her and Ben. `session`: as a screen shows it. */
async function led() {
  const meeting = await openMeeting();
  const made = await meeting.newBoard();
  const screen = made.lead.open();
  await saved(screen);
  const added = addFactors(screen.doc, { texts: ['One', 'Two'] }, { unit: null });
  await saved(screen);
  const invite = made.board.invites.facilitator;
  const { body } = await meeting.post('/api/join', { invite, name: 'Ben', unit: 'School Improvement' });
  const dana = (command: Record<string, unknown>) => made.command(command);
  const ben = (command: Record<string, unknown>) => made.command(command, body.token);
  const session = () => readSession(screen.doc);
  await dana({ type: 'set-agenda', agenda: [WRITE, WALK, VOTE] });
  await dana({ type: 'rename-person', participantId: made.lead.participantId, name: 'Dana' });
  return { meeting, dana, ben, session, screen, factors: added.ok ? added.value : [] };
}

let room: Awaited<ReturnType<typeof led>>;
beforeAll(async () => {
  room = await led();
});
afterAll(async () => room.meeting.end());

/** What Ben could press, with the body each command needs. */
const BODIES: Partial<Record<CommandType, object>> = {
  phase: { id: 'p2' },
  walk: { factor: null },
  timer: { addMinutes: 5 },
  'vote-open': { question: 'Q?', items: ['f1', 'f2'] },
  'vote-reopen': { round: 'r' },
};
const MOVING = (Object.keys(COMMANDS) as CommandType[]).flatMap((type) => {
  const group = MOVES[type];
  return group === null ? [] : [[type, group] as const];
});

describe('[MOVE1] a command that moves the room', () => {
  it.each(MOVING)(
    '%s is refused where another facilitator was quicker, and changes nothing',
    async (type, group) => {
      const { dana, ben, session } = room;
      const { n } = session().moves[group];
      // Each group is moved by one of its commands.
      const by = {
        room: { type: 'phase', id: 'p1' },
        walk: { type: 'walk', factor: null },
        clock: { type: 'timer', minutes: 9 },
      };
      if (group === 'clock') await dana({ type: 'phase', id: 'p1' });
      expect((await dana({ ...by[group], movesFrom: n })).status).toBe(200);
      await until(() => expect(session().moves[group].n).toBe(n + 1));
      const before = session();
      const { status, body } = await ben({ type, ...BODIES[type], movesFrom: n });
      expect([status, body.error.code]).toEqual([409, 'room-moved']);
      expect(body.error.message).toMatch(/^Dana was quicker/);
      expect(session()).toEqual(before);
    },
  );
});

describe('[MOVE1] two facilitators', () => {
  it('who press Next at the same time go on by one part, and the second is told where to', async () => {
    const { dana, ben, session } = room;
    await dana({ type: 'phase', id: null });
    const { n } = await until(() => {
      expect(session().phase).toBeNull();
      return session().moves.room;
    });
    const answers = await Promise.all([
      dana({ type: 'phase', id: 'p1', movesFrom: n }),
      ben({ type: 'phase', id: 'p2', movesFrom: n }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.message).toMatch(/was quicker and went to “W/);
    await until(() => expect(session().moves.room.n).toBe(n + 1));
  });

  it('who press “Open the vote” leave it open, and the second is told', async () => {
    const { dana, ben, session, screen, factors } = room;
    await dana({ type: 'phase', id: 'v' });
    await until(() => expect(session().phase?.id).toBe('v'));
    const from = session().moves.room.n;
    const opening = { type: 'vote-open', question: 'Q?', items: factors };
    expect((await dana({ ...opening, movesFrom: from })).status).toBe(200);
    const close = await ben({ type: 'vote-close', movesFrom: from });
    expect(close.body.error.message).toBe('Dana was quicker and opened the vote. Nothing was done twice.');
    expect(screen.doc.getMap('session').get('round')).not.toHaveProperty('movesFrom');
    expect(session().round).not.toBeNull();
    await dana({ type: 'vote-cancel' });
  });

  it('go on from where the room is where programs move it, without `movesFrom`, and a person’s own quick presses all count', async () => {
    const { dana, ben, session } = room;
    const from = session().moves.walk.n;
    for (const factor of ['a', 'b'])
      expect((await dana({ type: 'walk', factor, movesFrom: from })).status).toBe(200);
    await until(() => expect(session().moves.walk).toMatchObject({ n: from + 2, type: 'walk' }));
    expect((await ben({ type: 'walk', factor: 'c' })).status).toBe(200);
    await until(() => expect(session().walk).toEqual({ factor: 'c' }));
    expect(session().moves.walk.n).toBe(from + 2);
    expect((await dana({ type: 'walk', factor: 'd', movesFrom: from + 2 })).status).toBe(200);
  });

  it('are not held up by a move that was refused', async () => {
    const { dana, ben, session } = room;
    const { n } = session().moves.room;
    expect((await dana({ type: 'phase', id: 'nowhere', movesFrom: n })).status).toBe(404);
    expect((await ben({ type: 'phase', id: 'p1', movesFrom: n })).status).toBe(200);
  });
});
