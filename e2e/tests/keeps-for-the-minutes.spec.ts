import type { Locator, Page } from '@playwright/test';
import { readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { pressTakenKeys } from '../harness/input-method.ts';
import { BoardPage } from '../pages/board-page.ts';
import { boxOf } from '../pages/grid-part.ts';

const field = (page: Page) => page.getByRole('form', { name: 'Keep for the minutes' });
const words = (page: Page) => field(page).getByRole('textbox', { name: 'Words to keep' });
const list = (page: Page) => page.getByRole('dialog', { name: 'Kept for the minutes' });

/** The field comes with the first key after the board is there. */
async function press(page: Page, key: string) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(words(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

async function openList(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Kept for the minutes' }).click();
  await expect(list(page)).toBeVisible();
}

test('a facilitator keeps a decision about the card in hand in one keystroke, and nothing on the page moves', async ({
  server,
  board,
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  await maya.board.grid.add(['interfering', 'roles'], 'Late money', 'Two plans');
  const card = maya.board.grid.factor('Late money');
  const inHand = card.locator('[data-part="words"]');
  await maya.page.keyboard.press('Escape');
  await inHand.focus();
  const before = await boxOf(card);

  await maya.page.keyboard.press('Shift+D');
  await expect(words(maya.page)).toBeFocused();
  await expect(field(maya.page)).toContainText('Late money');
  expect(await boxOf(card)).toEqual(before);
  await maya.page.keyboard.type('One calendar for all offices');
  await pressTakenKeys(words(maya.page));
  await expect(words(maya.page)).toHaveValue('One calendar for all offices');
  await maya.page.keyboard.press('Enter');
  await expect(field(maya.page)).toBeHidden();
  await expect(inHand).toBeFocused();
  expect(await boxOf(card)).toEqual(before);

  await expect
    .poll(async () => (await readBoardFile(server.url, board)).notes)
    .toMatchObject([{ kind: 'decision', text: 'One calendar for all offices', about: [expect.any(String)] }]);
});

test('words that were not kept survive closing and a reload', async ({ person }) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  await expect(maya.board.saved()).toBeVisible();
  await press(maya.page, 'Shift+P');
  await maya.page.keyboard.type('Whether regions report quart');
  await maya.page.keyboard.press('Escape');
  await expect(field(maya.page)).toBeHidden();
  await maya.page.reload();
  await expect(maya.board.saved()).toBeVisible();
  await press(maya.page, 'Shift+P');
  await expect(words(maya.page)).toHaveValue('Whether regions report quart');
  await maya.page.keyboard.type('erly');
  await maya.page.keyboard.press('Enter');
  await maya.page.keyboard.press('Shift+O');
  await expect(words(maya.page)).toHaveValue('');
});

test('capital letters are letters while a person types, and participants have no such keys', async ({
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  const dana = await person('Dana', 'Finance', 'participant');
  await maya.board.grid.add(['interfering', 'roles'], 'Districts Partner with None');
  await expect(dana.board.grid.factor('Districts Partner with None')).toBeVisible();
  await expect(field(maya.page)).toHaveCount(0);
  await dana.page.keyboard.press('Escape');
  await dana.page.keyboard.press('Shift+D');
  await dana.page.keyboard.press('Shift+P');
  await expect(field(dana.page)).toHaveCount(0);
});

const HOUR_MS = 3_600_000;

/** Opens the page again on a device whose clock is `ms` ahead. */
async function setClock(page: Page, ms: number): Promise<void> {
  await page.addInitScript((ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
  }, ms);
  // The answer that tells the server's time.
  await Promise.all([page.waitForResponse(/\/api\/boards\/[^/]+$/), page.reload()]);
  await new BoardPage(page).saved().waitFor();
}

/** The time an entry of the list carries, ms since 1970. */
const timeOf = async (line: Locator) =>
  Date.parse((await line.locator('time').getAttribute('datetime')) ?? '');

test('[CLOCK1] two facilitators edit the list together, whatever their clocks say: words, kind, removal and putting back', async ({
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  const rosa = await person('Rosa', 'School Improvement', 'facilitator');
  await setClock(maya.page, 5 * HOUR_MS);
  await press(maya.page, 'Shift+P');
  await maya.page.keyboard.type('Who owns the calendar?');
  const kept = Date.now();
  await maya.page.keyboard.press('Enter');

  await openList(rosa.page);
  const line = list(rosa.page).getByRole('listitem');
  await expect(line).toHaveCount(1);
  // Of a minute, not of a time: the clock of Maya's device is hours ahead.
  expect(Math.abs((await timeOf(line)) - kept)).toBeLessThan(60_000);
  await line.getByRole('combobox').selectOption('Decision');
  const text = line.getByRole('textbox', { name: 'Words of this Decision' });
  await text.fill('Rosa owns the calendar');

  await openList(maya.page);
  const seen = list(maya.page).getByRole('listitem');
  await expect(seen.getByRole('textbox')).toHaveValue('Rosa owns the calendar');
  await seen.getByRole('button', { name: 'Remove “Rosa owns the calendar”' }).click();
  await expect(line).toHaveCount(0);
  await list(maya.page).getByRole('button', { name: 'Put it back' }).click();
  await expect(line.getByRole('textbox')).toHaveValue('Rosa owns the calendar');
});

test('the keys can be turned off, for those whose letters come from dictation', async ({ person }) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  await openList(maya.page);
  await list(maya.page).getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await maya.page.keyboard.press('Escape');
  await expect(list(maya.page)).toBeHidden();
  await maya.page.keyboard.press('Shift+D');
  await expect(field(maya.page)).toHaveCount(0);
  await openList(maya.page);
  await list(maya.page).getByRole('checkbox', { name: 'Use these keys' }).check();
  await maya.page.keyboard.press('Escape');
  await expect(list(maya.page)).toBeHidden();
  await press(maya.page, 'Shift+D');
});
