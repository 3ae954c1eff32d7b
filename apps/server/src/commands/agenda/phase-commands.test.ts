import { addDraft, addFactors, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../storage/testing/memory-storage.ts';
import type { WireClient } from '../../rooms/testing/wire-client.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function opened(store = new MemoryStorage()) {
  const session = await openMeeting(store);
  ends.push(() => session.end());
  return { session, store };
}
async function onBoard() {
  const { session, store } = await opened();
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [WRITE, WALK] });
  const screen = made.lead.open();
  await saved(screen);
  return { ...made, session, store, screen };
}
const texts = ({ doc }: WireClient) => readSnapshot(doc).factors.map(({ text }) => text);

describe('[PHASE1] phases', () => {
  it('go to any phase and back, with a clock that ends nothing', async () => {
    const { id, command, lead, screen, session } = await onBoard();
    const first = await command({ type: 'phase', id: WRITE.id, minutes: 5 });
    expect(first.body.phase.endsAt - first.body.phase.startedAt).toBe(300_000);
    const longer = await command({ type: 'timer', addMinutes: 1 });
    expect(longer.body.phase.endsAt).toBe(first.body.phase.endsAt + 60_000);
    expect((await command({ type: 'timer', minutes: 0 })).body.phase.endsAt).toBeNull();
    await command({ type: 'phase', id: WALK.id });
    await command({ type: 'phase', id: WRITE.id });
    await until(() => expect(readSession(screen.doc).phase?.id).toBe(WRITE.id));
    const asked = await session.get(`/api/boards/${id}`, lead.token);
    expect(asked.body.phase).toMatchObject({ id: WRITE.id, kind: 'write', title: WRITE.title });
    expect((await command({ type: 'phase', id: null })).body.phase).toBeNull();
    expect((await session.get(`/api/boards/${id}`, lead.token)).body.phase).toBeNull();
  });

  it.each([
    ['an unknown phase', { type: 'phase', id: 'nowhere' }, 404],
    ['a clock without a phase', { type: 'timer', minutes: 5 }, 409],
    ['a clock without a length', { type: 'timer' }, 400],
    ['two phases of one name', { type: 'set-agenda', agenda: [WRITE, WRITE] }, 400],
    ['a phase of no kind', { type: 'set-agenda', agenda: [{ ...WRITE, kind: 'nap' }] }, 400],
    ['a vote on nothing', { type: 'vote-open', items: [] }, 400],
    ['closing no vote', { type: 'vote-close' }, 409],
    [
      'pointing the wall at a row that does not exist',
      { type: 'show', what: 'grid', target: { row: 'x' } },
      400,
    ],
    ['bringing people nowhere', { type: 'bring', view: '' }, 400],
  ])('refuse %s and change nothing', async (_name, body, status) => {
    const { command, screen } = await onBoard();
    const before = screen.doc.getMap('session').toJSON();
    expect((await command(body)).status).toBe(status);
    expect(screen.doc.getMap('session').toJSON()).toEqual(before);
  });

  it("are the facilitators', and the phase that is on stays on the agenda", async () => {
    const { command, join, screen } = await onBoard();
    const dana = await join('participant');
    const types = [
      'set-agenda',
      'phase',
      'timer',
      'pause',
      'resume',
      'reveal',
      'vote-open',
      'vote-close',
      'vote-cancel',
      'bring',
      'redact',
    ];
    for (const type of types) expect((await command({ type }, dana.token)).status).toBe(403);
    await command({ type: 'phase', id: WRITE.id });
    expect((await command({ type: 'set-agenda', agenda: [WALK] })).status).toBe(400);
    expect((await command({ type: 'set-agenda', agenda: [WALK, { ...WRITE, prompt: 'Live' }] })).status).toBe(
      200,
    );
    await command({ type: 'bring', view: 'map' });
    await until(() => expect(readSession(screen.doc).bring?.view).toBe('map'));
    expect(readSession(screen.doc).agenda[1]?.prompt).toBe('Live');
  });
});

describe('[SHOW1] what the projector shows', () => {
  it('follows the next phase again, unless it is held', async () => {
    const { command, screen } = await onBoard();
    const shown = () => readSession(screen.doc).show;
    await command({ type: 'show', what: 'map', target: 'g1' });
    await until(() => expect(shown()).toEqual({ what: 'map', target: { record: 'g1' } }));
    await command({ type: 'phase', id: WRITE.id });
    await until(() => expect(shown()).toEqual({ what: 'phase', target: null }));
    const cell = { row: 'interfering', column: 'roles', page: 2 };
    await command({ type: 'show', what: 'grid', target: cell });
    await until(() => expect(shown()).toEqual({ what: 'grid', target: cell }));
    await command({ type: 'show', what: 'hold' });
    await command({ type: 'phase', id: null });
    await until(() => expect(readSession(screen.doc).phase).toBeNull());
    expect(shown().what).toBe('hold');
  });
});

describe('[PAUSE1] pausing', () => {
  it('holds participants back over a restart, and fetches what they wrote when it ends', async () => {
    const { id, store, command, join, lead, session } = await onBoard();
    const dana = await join('participant');
    expect((await command({ type: 'pause' })).body).toEqual({ paused: true, mayEdit: [] });
    await session.end();
    ends.splice(0);
    const { session: again } = await opened(store);
    const back = again.somebody(id, dana.token, dana.participantId);
    const [board, privateDoc] = [back.open(), back.openPrivateDoc()];
    const screen = again.somebody(id, lead.token, lead.participantId).open();
    await saved(screen, privateDoc);
    await until(() => expect(board.of('status').at(-1)).toMatchObject({ status: 'read-only' }));
    addFactors(board.doc, { texts: ['Held'] }, { unit: null });
    addDraft(privateDoc.doc, { text: 'Not held' });
    addFactors(screen.doc, { texts: ['From the front'] }, { unit: null });
    await until(() => expect(board.of('nack')[0]).toMatchObject({ code: 'paused' }));
    await saved(privateDoc, screen);
    expect(texts(screen)).toEqual(['From the front']);
    await again.post(`/api/boards/${id}/commands`, { type: 'resume' }, lead.token);
    await until(() => expect(texts(screen).toSorted()).toEqual(['From the front', 'Held']));
    await saved(board);
    expect(board.of('status').at(-1)).toMatchObject({ status: 'ok' });
  });
});

describe('[COUNT1] what the session tells of hidden work', () => {
  it('is counts by unit, which follow the writing, the people and the phase', async () => {
    const { id, board, command, join, screen, session } = await onBoard();
    const [si, fp] = readSnapshot(screen.doc).units.map((unit) => unit.id);
    await command({ type: 'phase', id: WRITE.id });
    const people = [
      await join('participant', si),
      await join('participant', si),
      await join('participant', fp),
    ];
    const privateDocs = people.map((one) => one.openPrivateDoc());
    await saved(...privateDocs);
    for (const [index, { doc }] of privateDocs.entries()) {
      for (let note = 0; note <= index; note += 1) addDraft(doc, { text: `n${note}` });
    }
    addDraft(privateDocs[0]?.doc ?? screen.doc, { text: '   ' });
    const done = (index: number, value: boolean) =>
      session.post(`/api/boards/${id}/done`, { done: value }, people[index]?.token);
    await done(1, true);
    await done(2, true);
    await done(2, false);
    const writing = () => readSession(screen.doc).writing;
    const expected = {
      drafts: { [si ?? '']: 3, [fp ?? '']: 3 },
      people: { [si ?? '']: 2, [fp ?? '']: 1 },
      done: { [si ?? '']: 1 },
    };
    await until(() => expect(writing()).toEqual(expected));
    expect((await session.get(`/api/boards/${id}`, people[1]?.token)).body.done).toBe(true);
    const observer = await join('observer');
    expect((await session.post(`/api/boards/${id}/done`, { done: true }, observer.token)).status).toBe(403);
    await command({ type: 'phase', id: WRITE.id });
    await until(() => expect(writing()).toEqual({ ...expected, done: {} }));
    expect((await session.get(`/api/boards/${id}`, people[1]?.token)).body.done).toBe(false);
    expect(board.id).toBe(id);
  });
});

describe('[RESTART1] a restart in the middle of a phase', () => {
  it('keeps phase, clock, notes and counts', async () => {
    const { id, store, command, join, lead, session } = await onBoard();
    const { body } = await command({ type: 'phase', id: WRITE.id });
    const dana = await join('participant');
    const privateDoc = dana.openPrivateDoc();
    await saved(privateDoc);
    addDraft(privateDoc.doc, { text: 'Kept' });
    await saved(privateDoc);
    await session.end();
    ends.splice(0);
    const { session: again } = await opened(store);
    const screen = again.somebody(id, lead.token, lead.participantId).open();
    const back = again.somebody(id, dana.token, dana.participantId).openPrivateDoc();
    await saved(screen, back);
    expect(readSession(screen.doc).phase).toEqual(body.phase);
    expect(readDrafts(back.doc).map(({ text }) => text)).toEqual(['Kept']);
    addDraft(back.doc, { text: 'And more' });
    await until(() => expect(Object.values(readSession(screen.doc).writing.drafts)).toEqual([2]));
    await again.post(`/api/boards/${id}/commands`, { type: 'reveal' }, lead.token);
    await until(() => expect(texts(screen).toSorted()).toEqual(['And more', 'Kept']));
  });
});
