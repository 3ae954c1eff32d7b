import type { Locator } from '@playwright/test';
import { readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { COLUMN, ROW } from '../pages/grid-part.ts';
import type { Cell } from '../pages/grid-part.ts';

const PURPOSES: Cell = ['interfering', 'purposes'];
const ROLES: Cell = ['interfering', 'roles'];
const HELPFUL: Cell = ['integrative', 'interactions'];

const pasteInto = (field: Locator, words: string) =>
  field.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, words);

test('the grid is a real table with the exact texts of the framework', async ({ person }) => {
  const { board, page } = await person('Dana', 'Finance', 'participant');
  const { table } = board.grid;
  await expect(table).toBeVisible();
  await expect(table.getByRole('rowheader')).toContainText([ROW.interfering, ROW.integrative]);
  await expect(table.getByRole('columnheader')).toHaveText([
    COLUMN.purposes,
    'Implications of purposes, rationales and assumptions',
    COLUMN.strategies,
    COLUMN.roles,
    COLUMN.interactions,
  ]);
  await expect(table.locator('th[scope=col]')).toHaveCount(4);
  await expect(table.locator('th[scope=colgroup][colspan="3"]')).toHaveText(/^Implications of/);
  await expect(table.locator('th[scope=row]')).toHaveCount(2);
  await expect(page.getByText(/negative|positive/i)).toHaveCount(0);
});

test('two people add, and type into one factor at once: both keep their words and their place', async ({
  server,
  board,
  person,
}) => {
  const [dana, lee] = await Promise.all([
    person('Dana', 'Finance', 'participant'),
    person('Lee', 'School Improvement', 'participant'),
  ]);
  await Promise.all([
    dana.board.grid.add(PURPOSES, 'Reports are due twice', 'Nobody owns the calendar'),
    lee.board.grid.add(ROLES, 'Two coaches for one school'),
  ]);
  for (const { board: screen } of [dana, lee]) await expect(screen.grid.cards).toHaveCount(3);

  const [danas, lees] = [
    await dana.board.grid.edit('Reports are due twice'),
    await lee.board.grid.edit('Reports are due twice'),
  ];
  await danas.press('Home');
  await lees.press('End');
  await Promise.all([
    danas.pressSequentially('Our ', { delay: 15 }),
    lees.pressSequentially(' a year', { delay: 15 }),
  ]);
  for (const field of [danas, lees]) await expect(field).toHaveValue('Our Reports are due twice a year');
  await danas.pressSequentially('old ');
  for (const field of [danas, lees]) await expect(field).toHaveValue('Our old Reports are due twice a year');
  await expect(lee.page.getByText('Dana is typing')).toBeVisible();
  await Promise.all([danas.press('Enter'), lees.press('Enter')]);

  const numbers = (who: typeof dana) => who.board.grid.cards.getByText(/^F\d+$/).allInnerTexts();
  await expect.poll(() => numbers(dana)).toHaveLength(3);
  await expect.poll(() => numbers(lee)).toEqual(await numbers(dana));
  expect(new Set(await numbers(dana)).size).toBe(3);
  await Promise.all([dana, lee].map(({ board: screen }) => expect(screen.saved()).toBeVisible()));
  const { factors } = await readBoardFile(server.url, board);
  expect(factors.map(({ text }) => text).toSorted()).toEqual([
    'Nobody owns the calendar',
    'Our old Reports are due twice a year',
    'Two coaches for one school',
  ]);
});

test('a factor moves by drag, by menu and by keyboard, and everybody sees it there', async ({ person }) => {
  const [dana, lee] = await Promise.all([
    person('Dana', 'Finance', 'participant'),
    person('Lee', 'Finance', 'participant'),
  ]);
  const { grid } = dana.board;
  await grid.add(PURPOSES, 'One', 'Two', 'Three');

  await grid.drag('Three', grid.cell(PURPOSES).first());
  await expect(grid.cell(PURPOSES)).toHaveText([/^Three/, /^One/, /^Two/]);
  await expect(lee.board.grid.cell(PURPOSES)).toHaveText([/^Three/, /^One/, /^Two/]);

  await grid.drag('One', grid.place(HELPFUL));
  await expect(lee.board.grid.cell(HELPFUL)).toHaveText([/^One/]);

  await grid.moveByMenu('Two', ROLES);
  await expect(lee.board.grid.cell(ROLES)).toHaveText([/^Two/]);
  await expect(grid.factor('Two').getByRole('button', { name: 'Two' }).first()).toBeFocused();

  await dana.page.keyboard.press('Alt+ArrowRight');
  await expect(lee.board.grid.cell(['interfering', 'interactions'])).toHaveText([/^Two/]);
  await dana.page.keyboard.press('Alt+ArrowDown');
  await expect(lee.board.grid.cell(HELPFUL)).toHaveText([/^Two/, /^One/]);
  await dana.page.keyboard.press('Alt+ArrowDown');
  await expect(lee.board.grid.cell(HELPFUL)).toHaveText([/^One/, /^Two/]);
  await expect(grid.factor('Two').getByRole('button', { name: 'Two' }).first()).toBeFocused();
  await dana.page.keyboard.press('ArrowUp');
  await dana.page.keyboard.press('Alt+ArrowLeft');
  await expect(lee.board.grid.cell(['integrative', 'roles'])).toHaveText([/^One/]);
  await expect(grid.factor('One').getByRole('button', { name: 'One' }).first()).toBeFocused();
  await expect(lee.board.grid.cards).toHaveCount(3);
});

test('a pasted list becomes many factors, in one step that undo takes back', async ({ person }) => {
  const dana = await person('Dana', 'Finance', 'participant');
  const { grid } = dana.board;
  const field = await grid.compose(PURPOSES);
  await pasteInto(field, '• First of the list\n• Second of the list\r\n\n3. Third of the list\n');
  const words = [/^First of the list/, /^Second of the list/, /^Third of the list/];
  await expect(grid.cell(PURPOSES)).toHaveText(words);
  await field.press('Escape');
  await dana.board.undo.click();
  await expect(grid.cell(PURPOSES)).toHaveCount(0);
  await dana.board.redo.click();
  await expect(grid.cell(PURPOSES)).toHaveText(words);
});

test('[PRESS1] a button that moves when an open composer closes still takes the first press', async ({
  person,
}) => {
  const { board } = await person('Dana', 'Finance', 'participant');
  const above = await board.grid.compose(PURPOSES);
  await pasteInto(above, Array.from({ length: 30 }, (_, at) => `Meeting ${at} has no agenda`).join('\n'));
  await expect(board.grid.cell(PURPOSES)).toHaveCount(30);
  const below = await board.grid.compose(HELPFUL);
  await expect(below).toBeFocused();
});

test('[PRESS2] the grid keeps its size when the console comes later', async ({
  server,
  board,
  browserOf,
}) => {
  const page = await browserOf('Ruth');
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/console[^/]*\.js$/, async (route) => {
    await isReleased;
    await route.fallback();
  });
  await joinAs(page, server.url, board, { name: 'Ruth', unit: 'Finance', role: 'facilitator' });
  const view = page.locator('#board');
  await expect(page.getByRole('table')).toBeVisible();
  const before = await view.boundingBox();
  release();
  await expect(page.getByRole('region', { name: 'Console' }).getByRole('button').first()).toBeVisible();
  expect(await view.boundingBox()).toEqual(before);
});

test('undo takes back what is one’s own and never a word of another person', async ({ person }) => {
  const [dana, lee] = await Promise.all([
    person('Dana', 'Finance', 'participant'),
    person('Lee', 'Special Education', 'participant'),
  ]);
  await dana.board.grid.add(PURPOSES, 'Written by Dana');
  const field = await lee.board.grid.edit('Written by Dana');
  await field.press('End');
  await field.pressSequentially(' and by Lee');
  await field.press('Enter');
  await lee.board.grid.add(ROLES, 'Only by Lee');
  await expect(dana.board.grid.factor('Written by Dana and by Lee')).toBeVisible();
  await dana.board.grid.choose('Only by Lee', 'Remove');
  await expect(lee.board.grid.factor('Only by Lee')).toHaveCount(0);

  await dana.board.undo.click();
  await expect(lee.board.grid.cell(ROLES)).toHaveText([/^Only by Lee/]);
  await dana.board.undo.click();
  await expect(dana.board.undo).toBeDisabled();
  for (const { board } of [dana, lee]) {
    await expect(board.saved()).toBeVisible();
    await expect(board.grid.cell(PURPOSES)).toHaveText([/^Written by Dana and by Lee/]);
    await expect(board.grid.cell(ROLES)).toHaveText([/^Only by Lee/]);
  }
});
