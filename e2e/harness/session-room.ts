import type { CommandBody } from '@coherence/protocol/http';
import type { Page } from '@playwright/test';
import { importBoard, runCommand } from './api.ts';
import { UNITS } from './fixtures.ts';
import { joinAs } from './people.ts';
import type { ServerProcess } from './server.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const PHASES = [
  { id: 'lobby', kind: 'lobby', title: 'Arrive', prompt: 'Write one practice note.' },
  { id: 'write', kind: 'write', title: 'Write alone', prompt: 'What gets in the way?' },
  { id: 'reveal', kind: 'reveal', title: 'Reveal' },
  { id: 'walk', kind: 'walk', title: 'Walk the notes' },
  { id: 'place', kind: 'place', title: 'Place in the grid', mode: 'pairs' },
  // By name, as few people are enough for a result then.
  { id: 'vote', kind: 'vote', title: 'Vote', prompt: 'What matters most?', identity: 'named' },
  { id: 'break', kind: 'break', title: 'Break', minutes: 15 },
  { id: 'link', kind: 'link', title: 'Link', prompt: 'What leads to what?', mode: 'threes' },
  { id: 'read', kind: 'read', title: 'Read the map' },
] as const;

export type PhaseId = (typeof PHASES)[number]['id'];

export const ROLES = 'Unclear roles in monitoring';
const ROLES_AGAIN = 'Roles in monitoring are not clear';

const factor = (id: string, text: string, at: number, more: object = {}) => ({
  id,
  text,
  kind: 'factor',
  no: at + 1,
  sources: { Finance: { unit: 'Finance' } },
  ...more,
});
const onMap = (at: number) => ({ cell: ['interfering', 'roles', `a${at}`], pos: [at * 320, 0, 240] });
const FILE = {
  schema: 'coherence-board/1',
  title: 'How do our units support improving schools?',
  question: 'What gets in the way?',
  units: UNITS.map((name) => ({ id: name, name })),
  factors: [
    factor('roles', ROLES, 0),
    factor('again', ROLES_AGAIN, 1),
    factor('calendars', 'Five calendars', 2, onMap(2)),
    factor('data', 'Shared data days', 3, onMap(3)),
  ],
  influences: [
    { id: 'l', from: 'calendars', to: 'data', polarity: '-', source: { kind: 'unit', id: 'Finance' } },
  ],
};

type BrowserOf = (who: string, options?: object) => Promise<Page>;

/** A board with notes to walk, to place, to vote on and to link, and the agenda above. */
export async function openRoom(server: ServerProcess, browserOf: BrowserOf) {
  const board = await importBoard(server.url, JSON.stringify(FILE));
  const run = (body: CommandBody) => runCommand(server.url, board, body);
  await run({ type: 'set-agenda', agenda: PHASES });
  const enter = async (name: string, role: 'facilitator' | 'participant' | 'observer', device: object = {}) =>
    (await joinAs(await browserOf(name, device), server.url, board, { name, unit: UNITS[1], role })).page;
  return {
    board,
    run,
    enter,
    go: (id: PhaseId) => run({ type: 'phase', id }),
    dots: () =>
      run({ type: 'vote-open', items: ['roles', 'data'], question: 'What matters most?', method: 'dots' }),
    rating: () =>
      run({
        type: 'vote-open',
        items: ['roles', 'data'],
        question: 'What is worth it?',
        method: 'rating',
        questions: ['Impact', 'Effort'],
      }),
    recorded: () => run({ type: 'vote-open', question: 'One calendar for all', method: 'recorded' }),
    close: () => run({ type: 'vote-close' }),
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;
