import { castVote, COLUMNS, ROWS, readSession } from '@coherence/board';
import type { Page } from '@playwright/test';
import type { Pretend } from '@coherence/band';
import { joinBand } from '../band/band.ts';
import { importBoard, runCommand, type CreatedBoard } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server.ts';
import { lookAt, moved } from '../harness/still.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { WallPage } from '../pages/wall-page.ts';

const DESK = { viewport: { width: 1600, height: 900 } };
const WALL = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const BAND = 5;
const EIGHT = ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column })));

const AGENDA = [
  { id: 'write', kind: 'write', title: 'Write alone', prompt: 'What gets in the way?', minutes: 12 },
  { id: 'group', kind: 'group', title: 'Group and name', mode: 'threes', minutes: 0 },
  { id: 'vote', kind: 'vote', title: 'Vote on the factors', prompt: 'What matters most?', minutes: 9 },
  { id: 'break', kind: 'break', title: 'Break', minutes: 10 },
  { id: 'link', kind: 'link', title: 'Link', mode: 'threes', minutes: 20 },
  { id: 'rate', kind: 'rate', title: 'Choose', prompt: 'What is worth it?', minutes: 100 },
] as const;

/** A board with eight factors on grid and map, its agenda, and a band of pretend people. */
async function openRoom(server: ServerProcess, title: string) {
  const factors = EIGHT.map(({ row, column }, at) => ({
    id: `f${at}`,
    text: `Factor ${at}`,
    kind: 'factor',
    cell: [row, column, 'a0'],
    pos: [(at % 4) * 300, Math.floor(at / 4) * 220, 206],
  }));
  const units = UNITS.map((name, index) => ({ id: `u${index}`, name }));
  const file = { schema: 'coherence-board/1', title: title.slice(0, 60), units, factors };
  const board = await importBoard(server.url, JSON.stringify(file));
  await runCommand(server.url, board, { type: 'set-agenda', agenda: AGENDA });
  const venue = { url: server.url, code: board.code };
  const band = await Promise.all(Array.from({ length: BAND }, (_, at) => joinBand(venue, `Bot ${at}`, at)));
  return { board, band, go: (id: string) => runCommand(server.url, board, { type: 'phase', id }) };
}

async function lead(page: Page, server: ServerProcess, board: CreatedBoard): Promise<ConsolePart> {
  await joinAs(page, server.url, board, { name: 'Frances', unit: UNITS[0], role: 'facilitator' });
  return new ConsolePart(page);
}

async function vote(band: readonly Pretend[]): Promise<void> {
  const round = (member: Pretend) => readSession(member.doc).round;
  for (const member of band) {
    await expect.poll(() => round(member)).not.toBeNull();
    const open = round(member);
    if (open !== null) castVote(member.privateDoc, open, open.items[0] ?? '', 1);
  }
  await Promise.all(band.map((one) => one.saved()));
}

test('[refusal 3] the console has room for a vote before it opens, and nothing in it moves until it is closed', async ({
  server,
  browserOf,
}, info) => {
  const { board, band, go } = await openRoom(server, info.title);
  await go('vote');
  const page = await browserOf('Frances', DESK);
  const console = await lead(page, server, board);
  const { root } = console;
  const isWhole = () =>
    root.locator('.console-scroll').evaluate((scroll) => scroll.scrollHeight <= scroll.clientHeight);
  await expect(root.getByText('All factors (8): 2 dots each, at most 2 on one.')).toBeVisible();
  await expect(root.getByRole('button', { name: 'Bring 5 people here' })).toBeVisible();
  expect(await isWhole()).toBe(true);

  const end = await lookAt(page, {
    primary: '.console-primary',
    row: '.console-row',
    agenda: '.console-agenda h3',
    people: '#console-people',
    projector: '.attention h3',
    end: '.console-end',
    keep: '.minutes-buttons',
  });
  await console.primary('Open the vote').click();
  await vote(band);
  await console.primary('Close the vote. 5 of 5 have voted.').click();
  await expect(root.getByText('Closed. 5 of 5 people voted, 2 dots each.')).toBeVisible();
  await expect(root.getByRole('button', { name: 'More to do with the result' })).toBeVisible();
  expect(moved(await end())).toEqual({});
  expect(await isWhole()).toBe(true);

  await go('rate');
  await expect(root.getByText('All factors (8): Impact and Effort, from 1 to 5.')).toBeVisible();
  await expect(root.getByRole('button', { name: '1 closed vote' })).toBeVisible();
  expect(await isWhole()).toBe(true);
  await root.getByRole('button', { name: 'Change the vote' }).click();
  const setup = page.getByRole('dialog', { name: 'Set up the vote' });
  await setup.getByLabel('And what').fill('');
  await setup.getByRole('button', { name: 'Done' }).click();
  await expect(root.getByText('All factors (8): Impact, from 1 to 5.')).toBeVisible();
  await expect(root.getByRole('button', { name: 'Change the vote' })).toBeFocused();
});

test('[refusal 3] the question and the foot of the wall stay where they are from phase to phase', async ({
  server,
  browserOf,
}, info) => {
  const { board, go } = await openRoom(server, info.title);
  await go('write');
  const page = await browserOf('wall', WALL);
  const { wall } = new WallPage(page);
  await new WallPage(page).open(server.url, board);
  await expect(wall.getByText('0 of 5 have finished')).toBeVisible();
  await expect(wall.getByText('Join at')).toBeVisible();
  const end = await lookAt(page, {
    question: '.wall-head h1',
    body: '.wall-body',
    foot: '.wall-foot',
    door: '.wall-door',
  });
  for (const [id, words] of [
    ['group', 'Interfering Factors'],
    ['vote', 'What matters most?'],
    ['break', 'Break'],
    ['link', 'Factor 1'],
    ['rate', 'What is worth it?'],
  ] as const) {
    await go(id);
    await expect(wall.getByText(words).filter({ visible: true }).first()).toBeVisible();
  }
  expect(moved(await end())).toEqual({});
});

test('[refusal 3] on a phone the grid and the outline stay where they are when people are put into teams', async ({
  server,
  browserOf,
}, info) => {
  const { board, go } = await openRoom(server, info.title);
  for (const [id, view] of [
    ['group', '.grid-view'],
    ['link', '.outline-view, .link-start'],
  ] as const) {
    await go(id);
    const page = await browserOf(`Noor in ${id}`, PHONE);
    await joinAs(page, server.url, board, { name: 'Noor', unit: UNITS[0], role: 'participant' });
    await expect(page.getByText('Work in threes.')).toBeVisible();
    await page.locator(view).first().waitFor();
    await expect(page.getByText(/^We are at step/)).toBeVisible();
    const end = await lookAt(page, { view, prompt: '.phase-bar h2' });
    await runCommand(server.url, board, { type: 'deal' });
    await expect(page.getByText(/You work with/)).toBeVisible();
    expect(moved(await end())).toEqual({});
  }
});
