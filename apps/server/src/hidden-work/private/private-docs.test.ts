import { addDraft, addFactors, readDrafts, readSession } from '@coherence/board';
import { encodeUpdateFrame } from '@coherence/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../../storage/testing/memory-storage.ts';
import { openMeeting, saved, until, WRITE } from '../../testing/meeting.ts';

type Session = Awaited<ReturnType<typeof openMeeting>>;
let session: Session;
beforeEach(async () => void (session = await openMeeting()));
afterEach(() => session.end());

const WORDS = 'Nobody reads the plan';

describe('[MINE1] a private document', () => {
  it.each(['websocket', 'streamed'] as const)(
    'is sent to nobody but its owner, over a %s',
    async (transport) => {
      const { command, join, lead } = await session.newBoard();
      await command({ type: 'set-agenda', agenda: [WRITE] });
      await command({ type: 'phase', id: WRITE.id });
      const dana = await join('participant');
      const others = [
        lead,
        await join('facilitator'),
        await join('participant'),
        await join('observer'),
        await join('display'),
      ];
      const watching = others.map((one) => one.open({ transport }));
      const theirs = others.slice(0, 3).map((one) => one.openPrivateDoc({ transport }));
      const privateDoc = dana.openPrivateDoc({ transport });
      const again = dana.openPrivateDoc();
      await saved(...watching, ...theirs, privateDoc, again);
      privateDoc.sayHere({ cursor: 'private-cursor' });
      addDraft(privateDoc.doc, { text: WORDS });
      await until(() => expect(readDrafts(again.doc)).toMatchObject([{ text: WORDS }]));
      await saved(privateDoc);
      const counted = () => readSession(watching[0]?.doc ?? new Y.Doc()).writing.drafts;
      await until(() => expect(Object.values(counted())).toEqual([1]));
      addFactors(watching[0]?.doc ?? new Y.Doc(), { texts: ['After it'] }, { unit: null });
      await until(() => expect(watching.every((one) => one.heard().includes('After it'))).toBe(true));
      const all = [...watching, ...theirs].map((one) => one.heard()).join('');
      for (const secret of [WORDS, readDrafts(privateDoc.doc)[0]?.id ?? 'none', 'private-cursor']) {
        expect(all).not.toContain(secret);
      }
      expect(again.heard()).not.toContain('private-cursor');
    },
  );

  it('is none for those who look on', async () => {
    const { id, join } = await session.newBoard();
    const clients = [
      (await join('observer')).openPrivateDoc(),
      (await join('display')).openPrivateDoc({ transport: 'streamed' }),
    ];
    await until(() => expect(clients.map(({ closed }) => closed)).toEqual(['not-allowed', 'not-allowed']));
    expect(await session.memory.privateDocs(id)).toEqual([]);
    const nobody = session.somebody((await session.newBoard()).id, 'no-token', '').openPrivateDoc();
    await until(() => expect(nobody.closed).toBe('no-token'));
  });

  it('holds drafts and ballots and nothing else', async () => {
    const { join } = await session.newBoard();
    const privateDoc = (await join('participant')).openPrivateDoc();
    await saved(privateDoc);
    const board = new Y.Doc();
    addFactors(board, { texts: ['a'] }, { unit: null });
    privateDoc.count(encodeUpdateFrame(Y.encodeStateAsUpdate(board)));
    await until(() => expect(privateDoc.of('nack')).toMatchObject([{ code: 'schema' }]));
  });
});

describe('[ROLE1] a decision about a person', () => {
  it('ends both connections of a person removed, and every use of their tokens', async () => {
    const { id, command, join } = await session.newBoard();
    const dana = await join('participant');
    const clients = [dana.open(), dana.openPrivateDoc(), dana.open({ transport: 'streamed' })];
    await saved(...clients);
    expect((await command({ type: 'remove-person', participantId: dana.participantId })).status).toBe(200);
    const gone = ['not-allowed', 'not-allowed', 'not-allowed'];
    await until(() => expect(clients.map(({ closed }) => closed)).toEqual(gone), 1_000);
    const later = [dana.open(), dana.openPrivateDoc(), dana.openPrivateDoc({ transport: 'streamed' })];
    await until(() => expect(later.map(({ closed }) => closed)).toEqual(gone));
    const answers = await Promise.all([
      session.get(`/api/boards/${id}`, dana.token),
      session.get(`/api/boards/${id}/export/board.json`, dana.token),
      session.post(`/api/boards/${id}/pair`, {}, dana.token),
      session.post(`/api/boards/${id}/done`, { done: true }, dana.token),
      session.post(`/api/boards/${id}/late`, { drafts: ['x'] }, dana.token),
      command({ type: 'pause' }, dana.token),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  it('[ROLE2] lets a person removed come back as a new person, until the code is another', async () => {
    const { board, command, join } = await session.newBoard();
    const dana = await join('participant');
    await command({ type: 'remove-person', participantId: dana.participantId });
    const back = await session.post('/api/join', { code: board.code, name: 'Dana' });
    expect(back).toMatchObject({ status: 200, body: { role: 'participant' } });
    expect(back.body.participantId).not.toBe(dana.participantId);
    await command({ type: 'remove-person', participantId: back.body.participantId });
    await command({ type: 'rotate-code' });
    const later = await session.post('/api/join', { code: board.code, name: 'Dana' });
    expect(later).toMatchObject({ status: 404, body: { error: { code: 'unknown-code' } } });
  });

  it.each([
    ['remove-person', {}, 'not-allowed'],
    ['set-role', { role: 'display' }, 'not-allowed'],
  ])('reaches who was just coming in: %s', async (type, more, expected) => {
    await session.end();
    const store = new MemoryStorage();
    const gate = Promise.withResolvers<void>();
    const { load } = store.port;
    store.port.load = async (key) => {
      if (key.owner !== '') await gate.promise;
      return load(key);
    };
    session = await openMeeting(store);
    const { id, command, join } = await session.newBoard();
    const dana = await join('participant');
    const privateDoc = dana.openPrivateDoc();
    await until(async () => expect(await store.privateDocs(id)).toHaveLength(1));
    await command({ type, participantId: dana.participantId, ...more });
    gate.resolve();
    await until(() => expect(privateDoc.closed).toBe(expected));
  });

  it('takes the private document from a person who only looks on from now', async () => {
    const { command, join } = await session.newBoard();
    const dana = await join('participant');
    const [shared, privateDoc] = [dana.open(), dana.openPrivateDoc()];
    await saved(shared, privateDoc);
    await command({ type: 'set-role', participantId: dana.participantId, role: 'observer' });
    await until(() => expect(privateDoc.closed).toBe('not-allowed'), 1_000);
    await until(() => expect(shared.of('role').at(-1)).toMatchObject({ role: 'observer' }));
    addFactors(shared.doc, { texts: ['too late'] }, { unit: null });
    await until(() => expect(shared.of('nack')[0]).toMatchObject({ code: 'role' }));
  });

  it('makes a link that was replaced worthless', async () => {
    const { board, command } = await session.newBoard();
    const { body } = await command({ type: 'rotate-invite', role: 'facilitator' });
    const ask = (invite: string) => session.post('/api/join', { invite });
    expect((await ask(board.invites.facilitator)).status).toBe(404);
    expect((await ask(body.invite)).body.role).toBe('facilitator');
    const code = await command({ type: 'rotate-code' });
    expect((await session.post('/api/join', { code: board.code })).status).toBe(404);
    expect((await session.post('/api/join', { code: code.body.code })).status).toBe(200);
  });
});
