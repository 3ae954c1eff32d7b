import { readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { openMeeting, until, WALK, WRITE } from '../../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function onBoard() {
  const session = await openMeeting();
  ends.push(() => session.end());
  return { session, ...(await session.newBoard()) };
}

describe('[PHASE2] an agenda', () => {
  it('set on what another person has changed is refused with their name, and nothing is lost of theirs', async () => {
    const { session, board, command, lead } = await onBoard();
    const { body: dana } = await session.post('/api/join', {
      invite: board.invites.facilitator,
      name: 'Dana',
    });
    const first = await command({ type: 'set-agenda', base: 0, agenda: [WRITE] });
    expect(first.body).toEqual({ phases: 1, revision: 1 });
    await command({ type: 'set-agenda', base: 1, agenda: [WRITE, WALK] }, dana.token);
    const late = await command({ type: 'set-agenda', base: 1, agenda: [] });
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({
      code: 'agenda-changed',
      message: 'Dana changed the agenda meanwhile.',
    });
    const screen = lead.open();
    await until(() => expect(readSession(screen.doc).agenda).toHaveLength(2));
    expect(readSession(screen.doc).agendaRevision).toEqual({ n: 2, by: dana.participantId });
    expect((await command({ type: 'set-agenda', base: 2, agenda: [WALK] })).body.revision).toBe(3);
    expect((await command({ type: 'set-agenda', agenda: [WRITE] })).body.revision).toBe(4);
  });

  it('tells when which phase was gone to', async () => {
    const { command, lead } = await onBoard();
    await command({ type: 'set-agenda', agenda: [WRITE, WALK] });
    for (const id of [WRITE.id, WALK.id, WRITE.id, null]) await command({ type: 'phase', id });
    expect((await command({ type: 'phase', id: 'nowhere' })).status).toBe(404);
    const screen = lead.open();
    await until(() => expect(readSession(screen.doc).went).toHaveLength(4));
    const { went } = readSession(screen.doc);
    expect(went.map(({ phase }) => phase)).toEqual([WRITE.id, WALK.id, WRITE.id, null]);
    expect(went.map(({ at }) => at)).toEqual(went.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});

describe('a board', () => {
  it.each([
    [{ template: 'half-day' }, 14],
    [{ template: 'ninety-minutes' }, 11],
    [{ template: 'network-day' }, 13],
    [{ template: 'blank' }, 0],
    [{ template: 'coherence-grid' }, 0],
    [{ template: 'half-day', agenda: [WRITE] }, 1],
    [{}, 0],
  ])('made with %o begins with its phases', async (wanted, phases) => {
    const { session } = await onBoard();
    const { body } = await session.post('/api/boards', { title: 'T', units: ['A'], ...wanted });
    const screen = session.somebody(body.id, body.token, body.participantId).open();
    await until(() => expect(readSnapshot(screen.doc).units).toHaveLength(1));
    expect(readSession(screen.doc)).toMatchObject({ phase: null });
    expect(readSession(screen.doc).agenda).toHaveLength(phases);
  });

  it.each([
    [{ unitWord: 'office' }, 'office', 'Breakouts by column, mixed offices'],
    [{}, 'unit', 'Breakouts by column, mixed units'],
  ])('[UNIT4] made with %o says that word, in its agenda too', async (wanted, word, title) => {
    const { session } = await onBoard();
    const asked = { title: 'T', template: 'ninety-minutes', ...wanted };
    const { body } = await session.post('/api/boards', asked);
    const { body: preview } = await session.post('/api/join/preview', { code: body.code });
    expect(preview.identity.unitWord).toBe(word);
    const screen = session.somebody(body.id, body.token, body.participantId).open();
    await until(() => expect(readSession(screen.doc).agenda[4]).toMatchObject({ title }));
  });

  it('is not made with an agenda that does not fit', async () => {
    const { session } = await onBoard();
    const wrong = [
      { agenda: [WRITE, WRITE] },
      { agenda: [{ id: 'x' }] },
      { template: 'full-day' },
      { unitWord: 'guild' },
    ];
    for (const body of wrong) {
      expect((await session.post('/api/boards', { title: 'T', ...body })).status).toBe(400);
    }
  });
});
