import { removeFactors } from '@coherence/board';
import { openBoardClient } from '@coherence/protocol';
import { Doc } from 'yjs';
import { importBoard, readBoardFile, runCommand } from '../harness/api.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { PeoplePart } from '../pages/people-part.ts';
import { WallPage } from '../pages/wall-page.ts';

const shorten = (count: number, most: number): string =>
  `${count.toLocaleString('en')} of ${most.toLocaleString('en')} characters: please shorten`;
const TOO_LONG = shorten(2690, 2000);
const LONG = `Said by two ${'at the same time '.repeat(200)}`.slice(0, 2689) + '.';
/** Together more than a board may hold. */
const FILL = 74;

const fileOf = (factors: readonly object[]) =>
  JSON.stringify({
    schema: 'coherence-board/1',
    title: 'Every word',
    units: [{ id: 'u1', name: 'Finance' }],
    factors,
  });

const long = {
  id: 'long',
  text: LONG,
  kind: 'factor',
  cell: ['interfering', 'roles', 'a0'],
  pos: [0, 0, 220],
};

test('a text that is too long is shown cut on every view, says so, and can be shortened', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, fileOf([long]));
  const who = { name: 'Dana', unit: 'Finance', role: 'participant' } as const;
  const dana = await joinAs(
    await browserOf('Dana', { viewport: { width: 1600, height: 900 } }),
    server.url,
    board,
    who,
  );
  const said = dana.page.getByText(TOO_LONG).first();
  for (const view of ['grid', 'outline', 'map'] as const) {
    await dana.board.goTo(view);
    await expect(said).toBeAttached();
  }
  expect((await readBoardFile(server.url, board)).factors[0]?.text).toBe(LONG);
  const wall = new WallPage(await browserOf('the wall', { viewport: { width: 1024, height: 768 } }));
  await wall.open(server.url, board);
  for (const target of ['interfering', 'interfering/roles']) {
    await runCommand(server.url, board, { type: 'show', what: 'grid', target });
    await expect(wall.wall.getByText(TOO_LONG).first()).toBeVisible();
  }
  await dana.board.goTo('grid');
  const field = await dana.board.grid.edit('Said by two');
  await expect(field).toHaveValue(LONG);
  await field.press('End');
  await field.pressSequentially('x');
  await expect(field).toHaveValue(LONG);
  await field.fill('Short now');
  await field.press('Escape');
  await expect(dana.board.grid.factor('Short now')).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('[LONG1] a name, a title and a short name that are too long are shown cut on every view, and can be shortened', async ({
  server,
  browserOf,
}) => {
  const file = {
    schema: 'coherence-board/1',
    title: LONG,
    units: [
      { id: 'u1', name: `Finance ${LONG}` },
      { id: 'u2', name: 'Research' },
    ],
    factors: [
      { ...long, text: 'Said by two', mapName: LONG, sources: { s: { unit: 'u1', words: null } } },
      { id: 'short', text: 'Five calendars', kind: 'factor' },
    ],
  };
  const board = await importBoard(server.url, JSON.stringify(file));
  const window = { viewport: { width: 1600, height: 900 } };
  const who = { name: 'Frances', unit: 'Research', role: 'facilitator' } as const;
  const { page, board: screen } = await joinAs(await browserOf('Frances', window), server.url, board, who);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shorten(2690, 300));
  for (const size of [
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 1024, height: 768 },
    window.viewport,
  ]) {
    await page.setViewportSize(size);
    // Two lines of the title, not all that it may have.
    expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.height).toBeLessThan(60);
  }
  await screen.goTo('map');
  await expect(page.getByText(shorten(2690, 200)).first()).toBeAttached();
  const whole = new RegExp(`${LONG}`);
  for (const view of ['grid', 'outline', 'map'] as const) {
    await screen.goTo(view);
    await expect(page.getByText(whole)).toHaveCount(0);
  }

  const people = new PeoplePart(page);
  await people.open();
  await people.show('The units');
  const name = page.getByRole('textbox', { name: new RegExp(`^Name of ${shorten(2698, 200)}`) });
  await expect(name).toHaveValue(`Finance ${LONG}`);
  await name.fill('Finance');
  await name.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of Finance', exact: true })).toHaveValue('Finance');
  await people.close();

  await screen.header.getByRole('heading', { level: 1 }).getByRole('button').click();
  const details = page.getByRole('dialog', { name: 'Title, question and date' });
  await expect(details.getByRole('textbox', { name: 'Title' })).toHaveValue(LONG);
  await details.getByRole('textbox', { name: 'Focus question' }).fill('Why?');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toHaveCount(0);
  const stored = () => readBoardFile(server.url, board);
  await expect.poll(async () => (await stored()).question).toBe('Why?');
  expect(await stored()).toMatchObject({ title: LONG, factors: [{ mapName: LONG }, {}] });
});

test('a full board keeps words on the device, and sends them when a facilitator has made room', async ({
  server,
  browserOf,
}) => {
  const fill = Array.from({ length: FILL }, (_, at) => ({
    id: `fill${at}`,
    text: 'x'.repeat(100_000),
    kind: 'factor',
  }));
  const board = await importBoard(server.url, fileOf(fill));
  await takeOff(server.url, board, fill);
  const lead = await joinAs(
    await browserOf('Lead', { viewport: { width: 1600, height: 900 } }),
    server.url,
    board,
    {
      name: 'Lead',
      unit: 'Finance',
      role: 'facilitator',
    },
  );
  const dana = await joinAs(
    await browserOf('Dana', { viewport: { width: 320, height: 640 } }),
    server.url,
    board,
    {
      name: 'Dana',
      unit: 'Finance',
      role: 'participant',
    },
  );
  const full = 'This board is full. Your words are kept on this device. A facilitator can make room.';
  await expect(dana.page.getByText(full)).toBeVisible();
  await lead.page.getByRole('button', { name: 'Make room' }).click();
  await dana.page.getByPlaceholder('Write a factor').fill('Written for want of room');
  await dana.page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dana.board.saved('Not saved')).toBeVisible();
  expect((await readBoardFile(server.url, board)).factors).toEqual([]);
  await lead.page.getByRole('button', { name: 'Move what was taken off to a version' }).click();
  await expect(lead.page.getByText('There is room again: the board is 0% full.').last()).toBeVisible();
  await expect(lead.page.getByText('Written for want of room')).toBeVisible();
  await expect(dana.board.saved()).toBeVisible();
  await expect(dana.page.getByText(full)).toHaveCount(0);
});

/** As a facilitator's own page would. */
async function takeOff(url: string, board: CreatedBoard, factors: readonly { id: string }[]): Promise<void> {
  const doc = new Doc();
  const client = openBoardClient({ url, boardId: board.id, token: board.token, doc, transport: 'websocket' });
  await expect.poll(() => client.saved.getSnapshot().kind, { timeout: 20_000 }).toBe('saved');
  removeFactors(
    doc,
    factors.map(({ id }) => id),
  );
  await expect.poll(() => client.saved.getSnapshot().kind, { timeout: 20_000 }).toBe('saved');
  client.destroy();
}
