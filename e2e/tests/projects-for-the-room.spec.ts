import type { CommandBody } from '@coherence/protocol/http';
import type { BrowserContextOptions } from '@playwright/test';
import { importBoard, readBoardFile, runCommand, type CreatedBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { GRID_SAMPLE, MAP_SAMPLE } from '../harness/samples.ts';
import type { ServerProcess } from '../harness/server.ts';
import { WallPage } from '../pages/wall-page.ts';

const GRID_UNIT = 'Office of School and District Improvement';
const PROMPT = 'What gets in the way of one system of support?';
const PHASES = [
  { id: 'lobby', kind: 'lobby', title: 'Arrive' },
  { id: 'write', kind: 'write', title: 'Write alone', prompt: PROMPT },
  { id: 'reveal', kind: 'reveal', title: 'Reveal' },
  { id: 'walk', kind: 'walk', title: 'Walk the notes' },
  { id: 'place', kind: 'place', title: 'Place in the grid' },
  { id: 'vote', kind: 'vote', title: 'Vote', prompt: 'What matters most?', identity: 'named' },
  { id: 'break', kind: 'break', title: 'Break', minutes: 15 },
  { id: 'link', kind: 'link', title: 'Link' },
  { id: 'read', kind: 'read', title: 'Read the map' },
  { id: 'report', kind: 'report-out', title: 'Report', prompt: 'What did your group find?' },
  { id: 'close', kind: 'close', title: 'Thank you' },
] as const;

/** How far the frame around a card that is pointed at stands off; no other frame does. */
const POINTED = '3px';

const SCREENS = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
] as const satisfies readonly BrowserContextOptions['viewport'][];

const commander = (server: ServerProcess, board: CreatedBoard) => (body: CommandBody) =>
  runCommand(server.url, board, body);

for (const viewport of SCREENS) {
  test(`[refusal 10] the projector shows one thing and never the console, at ${viewport.width} x ${viewport.height}`, async ({
    server,
    browserOf,
  }) => {
    const board = await importBoard(server.url, GRID_SAMPLE.text);
    const command = commander(server, board);
    await command({ type: 'set-agenda', agenda: PHASES });
    const wall = new WallPage(await browserOf('the wall', { viewport }));
    await wall.open(server.url, board);
    const lead = await joinAs(await browserOf('Ruth'), server.url, board, {
      name: 'Ruth Okafor',
      unit: GRID_UNIT,
      role: 'facilitator',
    });
    const names = ['Ruth Okafor', 'Dana Whitfield'];
    await joinAs(await browserOf('Dana'), server.url, board, {
      name: 'Dana Whitfield',
      unit: GRID_UNIT,
      role: 'participant',
    });
    const shows = async (words: string | RegExp) => {
      await expect(wall.wall.getByText(words).first()).toBeVisible();
      expect(await wall.faults(names), `while it shows ${String(words)}`).toEqual([]);
    };

    await shows('Implications of purposes, rationales and assumptions');
    await wall.page.waitForLoadState('networkidle');
    const asked: string[] = [];
    wall.page.on('request', (request) => {
      const [name] = new URL(request.url()).pathname.split('/').slice(-1);
      if (/^wall-|-wall-|^projector-/.test(name ?? '')) asked.push(name ?? '');
    });
    await command({ type: 'phase', id: 'lobby' });
    await shows(/people are in/);
    await command({ type: 'phase', id: 'write' });
    await shows(PROMPT);
    await shows('0 of 1 has finished');
    const [first, second] = (await readBoardFile(server.url, board)).factors;
    if (first === undefined || second === undefined) throw new Error('The sample has too few factors');
    await command({ type: 'walk', factor: first.id });
    await command({ type: 'phase', id: 'walk' });
    await shows(first.text);
    await command({ type: 'phase', id: 'place' });
    await command({ type: 'show', what: 'grid', target: 'interfering' });
    await shows('Leadership Interactions');
    await command({ type: 'show', what: 'grid', target: 'interfering/roles' });
    await shows('Roles and responsibilities');
    await command({ type: 'show', what: 'grid', target: { byUnit: true } });
    await shows('How many factors each unit named in each cell');
    await expect(wall.wall.getByRole('columnheader', { name: GRID_UNIT })).toBeVisible();
    await command({ type: 'phase', id: 'vote' });
    await command({ type: 'vote-open', question: 'What matters most?', items: [first.id, second.id] });
    await shows('What matters most?');
    await shows('0 of 1 has voted');
    await expect(wall.wall.getByText(first.text)).toBeHidden();
    await command({ type: 'vote-close' });
    await shows(/not an official vote/);
    await command({ type: 'phase', id: 'break' });
    await shows(/Back at/);
    await command({ type: 'show', what: 'hold' });
    await shows('One moment');
    await expect(wall.wall.getByText('Break')).toBeHidden();
    await command({ type: 'phase', id: 'report' });
    await shows('One moment');
    await command({ type: 'show', what: 'phase' });
    await shows('What did your group find?');
    await command({ type: 'phase', id: 'close' });
    await shows('What we made');
    expect(asked, 'all walls of phases came when the projector opened').toEqual([]);
    await wall.page.reload();
    await shows('What we made');
    await expect(lead.board.saved()).toBeVisible();
  });

  test(`[refusal 10] the map on the wall can be read, in parts if need be, at ${viewport.width} x ${viewport.height}`, async ({
    server,
    browserOf,
  }) => {
    const board = await importBoard(server.url, MAP_SAMPLE.text);
    const command = commander(server, board);
    await command({ type: 'set-agenda', agenda: PHASES });
    await command({ type: 'phase', id: 'link' });
    const wall = new WallPage(await browserOf('the wall', { viewport }));
    await wall.open(server.url, board);
    const { influences, loops } = await readBoardFile(server.url, board);
    const cards = wall.page.locator('[data-shape-type="factor"]');
    const reads = async () => {
      await expect(cards.filter({ visible: true }).first()).toBeVisible();
      await expect.poll(() => wall.faults([])).toEqual([]);
    };
    await reads();
    await expect(wall.wall.getByText(/so that it can be read/)).toBeVisible();
    const before = await wall.wall.getByText(/so that it can be read/).textContent();
    await command({ type: 'show', what: 'map', target: { page: 2 } });
    await expect(wall.wall.getByText(/so that it can be read/)).not.toHaveText(before ?? '');
    await reads();

    await command({ type: 'phase', id: 'read' });
    await command({ type: 'show', what: 'phase', target: influences[0]?.id });
    await expect(wall.wall.locator('.wall-sentence')).toHaveText(/leads to/);
    await reads();
    await command({ type: 'show', what: 'phase', target: loops[0]?.id });
    await expect(wall.wall.locator('.wall-sentence').first()).not.toHaveText(/^More “/);
    await reads();
  });
}

test('the facilitator opens the projector in the same browser, steers it, and stays the facilitator', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, GRID_SAMPLE.text);
  const page = await browserOf('Ruth');
  const ruth = await joinAs(page, server.url, board, { name: 'Ruth', unit: GRID_UNIT, role: 'facilitator' });
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    ruth.board.header.getByRole('button', { name: 'Show on projector' }).click(),
  ]);
  const wall = new WallPage(opened);
  await wall.wall.waitFor();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Console' }).click();
  const control = page.getByRole('region', { name: 'Projector and attention' });
  await control.getByRole('combobox').selectOption('interfering/strategies');
  await expect(wall.wall.getByText('Strategies and approaches to school improvement')).toBeVisible();
  await expect(control.getByText(/^1 of \d/)).toBeVisible();
  await control.getByRole('button', { name: 'Next page on the projector' }).click();
  await expect(wall.wall.getByText(/^Page 2 of/)).toBeVisible();
  await control.getByRole('button', { name: 'Hold' }).click();
  await expect(wall.wall.getByText('One moment')).toBeVisible();
  await control.getByRole('button', { name: 'End the hold' }).click();
  await control.getByRole('button', { name: 'Change what the projector shows' }).click();
  await page.getByRole('menuitemradio', { name: 'how to join' }).click();
  await expect(wall.wall.getByText('and type')).toBeVisible();

  await page.reload();
  await expect(ruth.board.header.getByRole('button', { name: 'Show on projector' })).toBeVisible();
});

test('[refusal 3] bringing everybody here moves no person who is typing, and back is one press away', async ({
  board,
  person,
  server,
}) => {
  const command = commander(server, board);
  const dana = await person('Dana', 'Finance', 'participant');
  const omar = await person('Omar', 'Finance', 'participant');
  await omar.board.grid.compose(['interfering', 'roles']);
  await omar.page.keyboard.type('Half a sentence about');

  await command({ type: 'bring', view: 'map' });
  await expect(dana.page.getByText('The facilitator brought you to the map.')).toBeVisible();
  await dana.board.map.waitUntilOpen();
  await expect(omar.page.getByText(/asks you to come to the map/)).toBeVisible();
  await omar.page.keyboard.type(' who decides');
  await expect(omar.page.locator('textarea:focus, input:focus')).toHaveValue(
    'Half a sentence about who decides',
  );
  await omar.page.getByRole('button', { name: 'Go there' }).click();
  await omar.board.map.waitUntilOpen();

  await dana.page.getByRole('button', { name: 'Stay where I am from now on' }).click();
  await expect(dana.board.grid.table).toBeVisible();
  await command({ type: 'bring', view: 'map' });
  await expect(dana.page.getByText(/asks you to come to the map/)).toBeVisible();
  await expect(dana.board.grid.table).toBeVisible();
});

test('people follow a person by their face until they look elsewhere themselves', async ({ person }) => {
  const dana = await person('Dana', 'Finance', 'participant');
  const omar = await person('Omar', 'Finance', 'participant');
  await omar.board.people.click();
  await omar.page.getByRole('button', { name: 'Follow Dana' }).click();
  await expect(omar.page.getByText('Following Dana')).toBeVisible();
  await expect(dana.page.getByText('1 person follows you')).toBeVisible();
  await dana.board.goTo('map');
  await omar.board.map.waitUntilOpen();
  await omar.board.map.canvas.click();
  await expect(omar.page.getByText('Following Dana')).toBeHidden();
  await expect(dana.page.getByText('1 person follows you')).toBeHidden();
});

test('while editing is paused, chosen people go on', async ({ person }) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  const dana = await person('Dana', 'Finance', 'participant');
  const omar = await person('Omar', 'Special Education', 'participant');
  await ruth.page.getByRole('button', { name: 'Console' }).click();
  const control = ruth.page.getByRole('region', { name: 'Projector and attention' });
  await control.getByRole('button', { name: 'Who may edit: Everyone' }).click();
  await control.getByRole('menuitemradio', { name: 'Some' }).click();
  await control.getByLabel('Dana').click();
  await expect(control.getByLabel('Dana')).toBeChecked();
  await expect(dana.page.getByText('Editing is paused for others. You can go on.')).toBeVisible();
  await expect(omar.page.getByText(/Editing is paused by the facilitator/)).toBeVisible();
  await dana.board.grid.add(['interfering', 'roles'], 'From Dana');
  await omar.board.grid.add(['interfering', 'roles'], 'From Omar');
  await expect(ruth.board.grid.factor('From Dana')).toBeVisible();
  await expect(ruth.board.grid.factor('From Omar')).toBeHidden();
  await control.getByRole('button', { name: 'Who may edit: Some' }).click();
  await control.getByRole('menuitemradio', { name: 'Everyone' }).click();
  await expect(ruth.board.grid.factor('From Omar')).toBeVisible();
});

test('a card that the facilitator points at stands out on every screen and on the wall', async ({
  board,
  person,
  browserOf,
  server,
}) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  const dana = await person('Dana', 'Finance', 'participant');
  const wall = new WallPage(await browserOf('the wall', { viewport: SCREENS[0] }));
  await wall.open(server.url, board);
  await runCommand(server.url, board, {
    type: 'show',
    what: 'grid',
    target: { row: 'interfering', column: 'roles' },
  });
  await ruth.board.grid.add(['interfering', 'roles'], 'Nobody decides', 'Two calendars');
  await expect(wall.wall.getByText('Two calendars').first()).toBeVisible();
  await ruth.board.grid
    .factor('Nobody decides')
    .getByRole('button', { name: 'Nobody decides' })
    .first()
    .focus();
  await ruth.page.keyboard.press('k');
  const outline = (words: string) =>
    dana.board.grid.factor(words).evaluate((card) => getComputedStyle(card).outlineOffset);
  await expect.poll(() => outline('Nobody decides')).toBe(POINTED);
  expect(await outline('Two calendars')).not.toBe(POINTED);
  await expect(wall.wall.locator('[data-pointed]').first()).toContainText('Nobody decides');
  await ruth.page.keyboard.press('k');
  await expect.poll(() => outline('Nobody decides')).not.toBe(POINTED);
});

test('when the wifi is gone the wall stays as it is, but for a small ring', async ({
  board,
  browserOf,
  server,
}) => {
  const wall = new WallPage(await browserOf('the wall', { viewport: SCREENS[0] }));
  await runCommand(server.url, board, { type: 'set-agenda', agenda: PHASES });
  await runCommand(server.url, board, { type: 'phase', id: 'write' });
  await wall.open(server.url, board);
  await expect(wall.wall.getByText(PROMPT)).toBeVisible();
  await server.kill9();
  await expect(wall.wall.locator('.wall-offline')).toBeVisible();
  await expect(wall.wall.getByText(PROMPT)).toBeVisible();
  expect(await wall.faults([])).toEqual([]);
  await server.restart();
  await expect(wall.wall.locator('.wall-offline')).toBeHidden();
});
