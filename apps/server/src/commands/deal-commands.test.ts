import { addFactors, mergeFactors, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { openMeeting, saved, until } from '../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const PLACE = { id: 'place', kind: 'place', title: 'Place', mode: 'pairs' };
const GROUP = { id: 'group', kind: 'group', title: 'Breakouts', mode: 'rooms' };
const LINK = { id: 'link', kind: 'link', title: 'Link', mode: 'threes' };

async function room(participants: number) {
  const session = await openMeeting();
  ends.push(() => session.end());
  const board = await session.newBoard();
  await board.command({ type: 'set-agenda', agenda: [PLACE, GROUP, LINK] });
  await board.command({ type: 'phase', id: PLACE.id });
  const lead = board.lead.open();
  const people = await Promise.all(
    Array.from({ length: participants }, (_, index) =>
      board.join('participant', index % 2 === 0 ? 'School Improvement' : 'Federal Programs'),
    ),
  );
  const screens = people.map((person) => person.open());
  await saved(lead, ...screens);
  const add = async (texts: string[], cell?: { row: 'interfering'; column: 'roles' | null }) => {
    const added = addFactors(lead.doc, { texts, cell: cell ?? null }, { unit: null });
    await saved(lead);
    return added.ok ? added.value : [];
  };
  const deal = () => readSession(lead.doc).deal;
  return { ...board, session, lead, people, add, deal };
}

describe('[DEAL1] deal', () => {
  it('gives what has no cell yet to pairs of the participants who are here', async () => {
    const { command, add, people, deal, lead, join } = await room(4);
    const [a, b, c] = await add(['a', 'b', 'c']);
    await add(['placed'], { row: 'interfering', column: 'roles' });
    const half = await add(['half placed'], { row: 'interfering', column: null });
    await join('participant');
    mergeFactors(lead.doc, a ?? '', [c ?? '']);
    await saved(lead);
    expect((await command({ type: 'deal' })).body).toEqual({ teams: 2, items: 3 });
    await until(() => expect(deal()?.phase).toBe('place'));
    const teams = deal()?.teams ?? [];
    expect(teams.flatMap(({ items }) => items).sort()).toEqual([a, b, ...half].sort());
    expect(teams.flatMap((team) => team.people).sort()).toEqual(
      people.map(({ participantId }) => participantId).sort(),
    );
    expect(teams.map((team) => team.people.length)).toEqual([2, 2]);
  });

  it('gives the factors it is asked to give in another phase, to teams of its size', async () => {
    const { command, add, deal } = await room(3);
    const ids = await add(['a', 'b']);
    await command({ type: 'deal', phase: LINK.id, factorIds: [...ids, 'gone'] });
    await until(() => expect(deal()?.teams).toHaveLength(1));
    expect([...(deal()?.teams[0]?.items ?? [])].sort()).toEqual([...ids].sort());
    await command({ type: 'deal', phase: LINK.id });
    await until(() => expect(deal()?.teams[0]?.items).toEqual([]));
  });

  it('names teams, and gives rooms the columns of the grid', async () => {
    const { command, deal } = await room(14);
    await command({ type: 'deal', phase: GROUP.id });
    await until(() => expect(deal()?.phase).toBe(GROUP.id));
    const rooms = deal()?.teams ?? [];
    expect(rooms.map(({ name, people, columns }) => [name, people.length, columns])).toEqual([
      ['Room 1', 7, ['purposes', 'strategies']],
      ['Room 2', 7, ['roles', 'interactions']],
    ]);
    const ids = rooms.map(({ id }) => id);
    await command({ type: 'deal', phase: GROUP.id });
    await until(() =>
      expect(deal()?.teams.map((team) => team.people)).not.toEqual(rooms.map((r) => r.people)),
    );
    expect(deal()?.teams.map(({ id }) => id)).toEqual(ids);
    await command({ type: 'deal', phase: LINK.id });
    await until(() => expect(deal()?.phase).toBe(LINK.id));
    expect(deal()?.teams.map(({ name, columns }) => [name, columns])).toEqual([
      ['Team 1', undefined],
      ['Team 2', undefined],
      ['Team 3', undefined],
      ['Team 4', undefined],
    ]);
  });

  it('is refused where no person is, in no phase, and to participants', async () => {
    const { command, join } = await room(0);
    expect((await command({ type: 'deal' })).status).toBe(400);
    expect((await command({ type: 'deal', phase: 'nowhere' })).status).toBe(404);
    const dana = await join('participant');
    expect((await command({ type: 'deal' }, dana.token)).status).toBe(403);
    await command({ type: 'phase', id: null });
    expect((await command({ type: 'deal' })).status).toBe(409);
  });
});

describe('[DEAL2] coming after the deal', () => {
  it('puts a participant into the smallest team when they ask, and no person who looks on', async () => {
    const { id, session, command, add, deal, join, lead } = await room(3);
    await add(['a', 'b']);
    const early = await join('participant');
    const ask = (token: string) => session.post(`/api/boards/${id}/team`, {}, token);
    expect((await ask(early.token)).body).toEqual({ joined: false });
    await command({ type: 'deal' });
    const late = await join('participant');
    expect((await ask(late.token)).body).toEqual({ joined: true });
    await ask(late.token);
    await until(() => expect(deal()?.teams.flatMap((team) => team.people)).toContain(late.participantId));
    expect(deal()?.teams.flatMap((team) => team.people)).toHaveLength(4);
    const observer = await join('observer');
    expect((await ask(observer.token)).status).toBe(403);
    expect(readSnapshot(lead.doc).factors).toHaveLength(2);
  });
});
