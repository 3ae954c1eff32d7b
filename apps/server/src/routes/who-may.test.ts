import { may, ROLES, type Role } from '@coherence/protocol';
import { COMMANDS, type RouteDeclaration, ROUTES } from '@coherence/protocol/http';
import { addDraft, DRAFTS_MAX, readSession, readSnapshot } from '@coherence/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PEOPLE_MAX } from '../boards/people.ts';
import { PARTICIPANT_RATE } from '../http/by-person.ts';
import { openMeeting, saved, until, WRITE } from '../testing/meeting.ts';
import type { Attendee } from '../testing/meeting.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';

let store: MemoryStorage;
let session: Awaited<ReturnType<typeof openMeeting>>;
let made: Awaited<ReturnType<typeof session.newBoard>>;
let people: Record<Role, Attendee>;
beforeEach(async () => {
  store = new MemoryStorage();
  session = await openMeeting(store);
  made = await session.newBoard();
  const joined = await Promise.all(ROLES.map(async (role) => [role, await made.join(role)] as const));
  people = Object.fromEntries(joined) as Record<Role, Attendee>;
});
afterEach(() => session.end());

const DECLARED: readonly RouteDeclaration[] = Object.values(ROUTES);
const OF_A_BOARD = DECLARED.flatMap((declared) => {
  if (declared.may === 'anybody') return [];
  const [, rest] = declared.path.split('/:id');
  return rest === undefined
    ? []
    : [[declared.method, rest.replace(/:\w+/g, 'nothing'), declared.may] as const];
});

const ask = (
  method: 'GET' | 'POST',
  path: string,
  token: string | undefined,
  body: object = { nothing: 1 },
) =>
  method === 'GET'
    ? session.get(`/api/boards/${made.id}${path}`, token)
    : session.post(`/api/boards/${made.id}${path}`, body, token);

describe('who may', () => {
  it('[ROLE3] every declared route is served, and asks for a token unless any person may', async () => {
    for (const { method, path, may: act } of DECLARED) {
      const address = path.replace(':id', made.id).replace(/:\w+/g, 'nothing');
      const { status, body } = await session.call(method, address, method === 'GET' ? undefined : '{');
      expect([address, status === 405, body.error?.code === 'not-found']).toEqual([address, false, false]);
      expect([address, status === 401]).toEqual([address, act !== 'anybody']);
    }
    expect(OF_A_BOARD).toHaveLength(DECLARED.filter(({ may: act }) => act !== 'anybody').length);
  });

  it.each(OF_A_BOARD)('[ROLE3] [VERSION4] [REHEARSE4] [ROLE1] %s %s', async (method, path, act) => {
    for (const role of ROLES) {
      const { status } = await ask(method, path, people[role].token);
      if (may(role, act)) expect([role, [401, 403].includes(status)]).toEqual([role, false]);
      else expect([role, status]).toEqual([role, 403]);
    }
    const elsewhere = await session.newBoard();
    expect((await ask(method, path, elsewhere.lead.token)).status).toBe(401);
    expect((await ask(method, path, undefined)).status).toBe(401);
    const gone = await made.join('facilitator');
    await made.command({ type: 'remove-person', participantId: gone.participantId });
    const refused = await ask(method, path, gone.token);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'removed']);
    const nowhere = await session.post(`/api/boards/${elsewhere.id}${path}`, {}, made.lead.token);
    if (method === 'POST') expect(nowhere.status).toBe(401);
  });

  it('[ROLE3] command: facilitators alone, and with anything in it that is wrong a coded refusal', async () => {
    const wrong = ['', 'x'.repeat(65), 7, null, [], {}, '__proto__', 'nowhere'];
    for (const type of Object.keys(COMMANDS)) {
      for (const role of ['participant', 'observer', 'display'] as const)
        expect([type, (await ask('POST', '/commands', people[role].token, { type })).status]).toEqual([
          type,
          403,
        ]);
      if (['rotate-invite', 'rotate-code', 'make-room'].includes(type)) continue;
      for (const value of wrong) {
        const keys = [
          'id',
          'round',
          'participantId',
          'from',
          'into',
          'factorIds',
          'items',
          'agenda',
          'phase',
        ];
        const body = Object.fromEntries(
          [...keys, 'minutes', 'name', 'unit', 'expected'].map((key) => [key, value]),
        );
        const { status, body: answer } = await made.command({ ...body, type });
        expect([type, status < 500]).toEqual([type, true]);
        if (status >= 400) expect(typeof answer.error.code).toBe('string');
      }
    }
    const { error } = (await made.command({ type: 'nothing' })).body;
    expect(error.code).toBe('unknown-command');
    const known = String(error.hint).match(/[a-z]+(-[a-z]+)*(?=[,.])/g);
    expect(known?.toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
    expect((await made.command({ type: '__proto__' })).body.error.code).toBe('unknown-command');
  }, 30_000);

  it('no command reaches people or records of another board', async () => {
    const elsewhere = await session.newBoard();
    const stranger = await elsewhere.join('participant');
    for (const type of ['rename-person', 'move-person', 'remove-person', 'set-role', 'pair-person']) {
      const input = { participantId: stranger.participantId, name: 'x', unit: '', role: 'facilitator' };
      expect([type, (await made.command({ ...input, type })).status]).toEqual([type, 404]);
    }
    expect((await session.get(`/api/boards/${elsewhere.id}`, stranger.token)).body.role).toBe('participant');
  });
});

describe('too much', () => {
  it('[JOIN3] at once from one participant is refused, and no other person', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 4 * PARTICIPANT_RATE.atOnce }, async (_, at) => {
        const path = at % 2 === 0 ? '/turn' : '/team';
        return (await ask('POST', path, people.participant.token)).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    const other = await made.join('participant');
    expect((await ask('POST', '/turn', other.token)).status).toBe(200);
  });

  it('[JOIN3] people are refused, except those who can make room', async () => {
    const one = await store.participant(people.participant.participantId);
    if (one === null) throw new Error('nobody');
    for (let count = 0; count < PEOPLE_MAX; count += 1)
      await store.putParticipant({ ...one, id: `crowd-${count}` });
    const { code, invites } = made.board;
    expect((await session.post('/api/join', { code })).body.error.code).toBe('board-full');
    expect((await made.command({ type: 'add-person', name: 'Ray' })).status).toBe(409);
    expect((await session.post('/api/join', { invite: invites.facilitator })).status).toBe(200);
    for (let count = 0; count < 10; count += 1)
      await store.putParticipant({ ...one, id: `crowd-${count}`, removed: true });
    expect((await session.post('/api/join', { code })).status).toBe(200);
  });

  it('of an agenda is refused with a code, and the room goes on', async () => {
    const long = { kind: 'write', title: 'x'.repeat(200), prompt: 'x'.repeat(1000) };
    const agenda = (count: number) => Array.from({ length: count }, (_, at) => ({ ...long, id: `p${at}` }));
    expect((await made.command({ type: 'set-agenda', agenda: agenda(100) })).body.error.code).toBe(
      'too-large',
    );
    expect((await made.command({ type: 'set-agenda', agenda: agenda(101) })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await made.command({ type: 'set-agenda', agenda: agenda(30) })).status).toBe(200);
  });

  it('in one draft or a phase that no agenda has keeps no other person from the reveal', async () => {
    await made.command({ type: 'set-agenda', agenda: [WRITE] });
    await made.command({ type: 'phase', id: WRITE.id });
    const [hostile, honest] = [
      people.participant.openPrivateDoc(),
      (await made.join('participant')).openPrivateDoc(),
    ];
    const wall = made.lead.open();
    await saved(hostile, honest, wall);
    const drafts = hostile.doc.getMap('drafts');
    addDraft(honest.doc, { text: 'honest', phase: WRITE.id, at: 1 });
    await saved(hostile, honest);
    for (let at = 0; at < DRAFTS_MAX + 20; at += 1)
      drafts.set(
        `many-${at}`,
        new Y.Map<unknown>([
          ['text', new Y.Text('many')],
          ['phase', `nowhere-${at}`],
        ]),
      );
    await saved(hostile);
    // What one person wrote in phases that no agenda has was promised to nobody: it waits for a decision, and no longer.
    expect((await made.command({ type: 'reveal' })).body).toEqual({ revealed: 1, unread: 0, few: true });
    await until(() => expect(Object.keys(readSession(wall.doc).revealed)).toEqual([WRITE.id]));
    expect(readSnapshot(wall.doc).factors.map(({ text }) => text)).toContain('honest');
    const kept = await made.command({ type: 'reveal', few: 'keep' });
    expect(kept.body).toEqual({ revealed: 0, unread: 0 });
    await until(() => expect(Object.keys(readSession(wall.doc).revealed).sort()).toEqual(['gone', WRITE.id]));
    expect((await made.command({ type: 'reveal' })).body).toEqual({ revealed: 0, unread: 0 });
  });
});
