import type { Locator, Page } from '@playwright/test';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { forbidInlineStyles } from '../harness/strict-styles.ts';
import { joinAs } from '../harness/people.ts';
import { PeoplePart } from '../pages/people-part.ts';

const MORE = { name: 'More', exact: true };

const item = (page: Page, name: string | RegExp): Locator => page.getByRole('menuitem', { name });

/** Whether the whole of it lies in the window. */
async function isOnScreen(page: Page, what: Locator): Promise<boolean> {
  const box = await what.boundingBox();
  const screen = page.viewportSize();
  if (box === null || screen === null) return false;
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= screen.width && box.y + box.height <= screen.height;
}

test('a menu is worked with the keyboard alone, and gives the focus back', async ({ person }) => {
  const { page } = await person('Lee', 'Finance', 'facilitator');
  const menu = page.getByRole('menu');
  const more = page.getByRole('banner').getByRole('button', MORE);
  await more.focus();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'Pause editing')).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(menu).toHaveAccessibleName('More');
  for (const [key, name] of [
    ['ArrowDown', 'Title, question and date'],
    ['ArrowDown', 'Versions'],
    ['End', 'Go to the start page'],
    ['ArrowDown', 'Pause editing'],
    ['ArrowUp', 'Go to the start page'],
    ['Home', 'Pause editing'],
    ['i', 'Import…'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(item(page, name), key).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.press('ArrowUp');
  await expect(item(page, 'Go to the start page')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Invite' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item(page, 'Pause editing')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole('banner').locator(':focus')).toHaveCount(0);

  // What a choice opens gives the focus back to the button.
  await more.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Title, question and date' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
});

test('a press on its button or beside it closes a menu, and only one is open', async ({ person }) => {
  const { page, board } = await person('Lee', 'Finance', 'facilitator');
  const menu = page.getByRole('menu');
  const more = page.getByRole('banner').getByRole('button', MORE);
  await more.click();
  await expect(menu).toBeVisible();
  await more.click();
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();
  await more.click();
  await board.header.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(item(page, 'Map as PNG')).toBeFocused();
  await expect(menu).toHaveCount(1);
  await expect(menu.getByRole('group', { name: 'Pictures' }).getByRole('menuitem')).not.toHaveCount(0);
  const field = await board.grid.compose(['integrative', 'purposes']);
  await expect(menu).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('a menu in a dialog is worked there; Escape closes it first, and the dialog after', async ({
  person,
}) => {
  const { page } = await person('Lee', 'Finance', 'facilitator');
  const people = new PeoplePart(page);
  await people.open();
  await people.show('The units');
  const more = people.dialog.getByRole('button', { name: `More for ${UNITS[0]}` });
  await more.click();
  await expect(people.dialog.getByRole('menu')).toBeVisible();
  await expect(item(page, 'Merge into another…')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(more).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(people.dialog).toHaveCount(0);
});

test('[BACK1] [BACK2] back on a phone closes what is open and keeps the page; forward opens nothing', async ({
  person,
}) => {
  const { page, board } = await person('Lee', 'Finance', 'facilitator', { hasTouch: true });
  await board.grid.add(['interfering', 'purposes'], 'Late money', 'Tired staff');
  await page.getByRole('button', { name: 'Put all on the map' }).click();
  await board.goTo('outline');
  const address = page.url();
  const menu = page.getByRole('menu');
  const dialog = page.getByRole('dialog');
  // Not `goBack`, which waits for a page to load.
  const press = (by: number) => page.evaluate((steps) => history.go(steps), by);
  const marks = () => page.evaluate(() => (history.state as { mark?: number } | null)?.mark ?? 0);

  await page.getByRole('banner').getByRole('button', MORE).click();
  await item(page, 'Title, question and date').click();
  await expect(dialog).toBeVisible();
  await expect.poll(marks).toBe(1);
  await press(-1);
  await expect(dialog).toHaveCount(0);
  await expect.poll(marks).toBe(0);

  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByRole('combobox', { name: 'From', exact: true }).click();
  const list = page.getByRole('listbox', { name: 'From' });
  await expect(list).toBeVisible();
  await expect.poll(marks).toBe(2);
  await press(-1);
  await expect(list).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(marks).toBe(0);
  await press(1);
  await expect.poll(marks).toBe(0);
  expect(page.url()).toBe(address);

  // A choice that leads to another page: back from there is this page, not a menu.
  await page.getByRole('banner').getByRole('button', MORE).click();
  await item(page, 'Go to the start page').click();
  await expect(page).toHaveURL(/\/$/);
  await expect(menu).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('button', { name: 'Add a link' })).toBeVisible();
});

for (const [width, height] of [
  [320, 640],
  [320, 256],
  [320, 180],
  [844, 390],
] as const) {
  test(`[ZOOM1] by touch at ${width} x ${height} menus are whole on the screen or scroll, with targets of 44 px`, async ({
    person,
  }) => {
    const { page, board } = await person('Lee', 'Finance', 'facilitator', {
      hasTouch: true,
    });
    await board.grid.add(['interfering', 'purposes'], 'Too many plans');
    await page.setViewportSize({ width, height });
    for (const name of [/^More$/, /Too many plans/]) {
      const button = page
        .locator('[aria-haspopup="menu"]:visible')
        .and(page.getByRole('button', { name }))
        .first();
      await button.tap();
      const menu = page.getByRole('menu');
      await expect.poll(() => isOnScreen(page, menu)).toBe(true);
      for (const choice of await menu.getByRole('menuitem').all()) {
        await choice.scrollIntoViewIfNeeded();
        const box = await choice.boundingBox();
        expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
        expect(await isOnScreen(page, choice)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    }
    const view = await page.locator('#board').boundingBox();
    expect(view?.height).toBeGreaterThanOrEqual(Math.min(240, height - 150));
    const field = page.getByPlaceholder('Write a factor').last();
    await field.scrollIntoViewIfNeeded();
    await expect(field).toBeInViewport();
    await page.getByRole('button', { name: 'Console' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: 'Console' })).toBeInViewport();
    await page.getByRole('button', { name: 'Console' }).tap();
    const panel = page.getByRole('complementary', { name: 'Console' });
    await expect(panel).toBeFocused();
    if (height < 360) await expect.poll(() => isOnScreen(page, panel)).toBe(true);
    await page.keyboard.press('Escape');
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^More$/ })
      .tap();
    await item(page, 'Title, question and date').tap();
    const title = page.getByRole('dialog').getByRole('textbox').first();
    await title.scrollIntoViewIfNeeded();
    await expect(title).toBeInViewport({ ratio: 1 });
    expect((await page.locator('.dialog-body').boundingBox())?.height).toBeGreaterThan(110);
  });
}

test('words beside an element come to the pointer and to the keyboard, stay under the pointer, and go with Escape', async ({
  person,
}) => {
  const { page, board } = await person('Lee', 'Finance', 'facilitator');
  const words = page.getByRole('tooltip');
  await board.undo.hover();
  await expect(words).toHaveText('Undo (your own changes only)');
  await words.hover();
  await board.grid.table.hover({ position: { x: 5, y: 5 } });
  await expect(words).toHaveCount(0);

  await board.people.hover();
  await expect(words).toHaveText('Lee');
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);

  const title = board.header.getByRole('button', { name: 'words beside an element' });
  await title.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(words).toHaveText('Coherence Board, start page');
  await page.keyboard.press('Tab');
  await expect(title).toBeFocused();
  await expect(words).toHaveText('Title, question and date');
  await expect(title).toHaveAccessibleDescription('Title, question and date');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(words).toHaveCount(0);
});

test('words beside an element of a dialog stand in it, whole on the screen, and a finger does not call them', async ({
  person,
}) => {
  const { page } = await person('Lee', 'Finance', 'facilitator', { hasTouch: true });
  const people = new PeoplePart(page);
  await people.open();
  await people.show('The units');
  await page.setViewportSize({ width: 320, height: 640 });
  const down = people.dialog.getByRole('button', { name: `Move ${UNITS[0]} down` });
  await down.tap();
  await expect(page.getByRole('button', { name: `Move ${UNITS[0]} up` })).toBeEnabled();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await down.hover();
  await expect(people.dialog.getByRole('tooltip')).toHaveText(`Move ${UNITS[0]} down`);
  expect(await isOnScreen(page, page.getByRole('tooltip'))).toBe(true);
});

test('a dialog holds the focus, hides the rest, and gives the focus back by Escape, its button or a press beside', async ({
  person,
}) => {
  const { page, board } = await person('Lee', 'Finance', 'facilitator');
  const people = new PeoplePart(page);
  const rest = board.grid.table;
  const close = people.dialog.locator('header').getByRole('button', { name: 'Close' });
  for (const how of ['Escape', 'button', 'beside'] as const) {
    await expect(rest).toHaveCount(1);
    await board.people.focus();
    await page.keyboard.press('Enter');
    await expect(close).toBeFocused();
    await expect(rest).toHaveCount(0);
    for (const key of ['Shift+Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) {
      await page.keyboard.press(key);
      await expect(people.dialog.locator(':focus'), `${how}, ${key}`).toHaveCount(1);
    }
    if (how === 'Escape') await page.keyboard.press('Escape');
    else if (how === 'button') await close.click();
    else await page.mouse.click(5, 450);
    await expect(people.dialog).toHaveCount(0);
    await expect(board.people).toBeFocused();
  }
});

test('a notice over a dialog is there to be read aloud, and is closed while the dialog stays', async ({
  person,
}) => {
  const { page } = await person('Lee', 'Finance', 'facilitator');
  const people = new PeoplePart(page);
  await people.open();
  await people.show('The units');
  await people.dialog.getByRole('textbox', { name: /^Add/ }).fill('Curriculum');
  await people.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const notice = page.locator('.toast').filter({ hasText: '1 added.' });
  await expect(notice).toBeVisible();
  await expect(page.locator('[aria-hidden="true"] [aria-live], [inert] [aria-live]')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Close', includeHidden: true }).click();
  await expect(notice).toHaveCount(0);
  await expect(people.dialog).toBeVisible();
});

test('a long list is searched with the keyboard; Escape closes it first, and nothing cuts it off', async ({
  person,
}) => {
  const { page, board } = await person('Lee', 'Finance', 'facilitator');
  await board.grid.add(['interfering', 'purposes'], 'Late money', 'Tired staff', 'Too many plans');
  await page.getByRole('button', { name: 'Put all on the map' }).click();
  await board.goTo('outline');
  await page.getByRole('button', { name: 'Add a link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a link' });
  const from = dialog.getByRole('combobox', { name: 'From', exact: true });
  const list = dialog.getByRole('listbox', { name: 'From' });
  await page.setViewportSize({ width: 320, height: 400 });
  await from.click();
  await expect(list.getByRole('option')).toHaveCount(3);
  await expect.poll(() => isOnScreen(page, list)).toBe(true);
  await from.press('ArrowDown');
  await from.press('ArrowDown');
  await expect(from).toHaveAttribute(
    'aria-activedescendant',
    (await list.getByRole('option').nth(1).getAttribute('id')) ?? '',
  );
  await from.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(from).toBeFocused();

  await from.fill('nothing of the kind');
  await expect(dialog.getByRole('status').filter({ hasText: 'Nothing' })).toBeVisible();
  await from.fill('plans');
  await expect(list.getByRole('option')).toHaveCount(1);
  await from.press('Enter');
  await expect(from).toHaveValue('Too many plans');
  // Emptied and left, the field says again what was chosen.
  await from.fill('');
  await from.press('Tab');
  await expect(from).toHaveValue('Too many plans');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('nothing that floats needs a style in the page that a stricter policy would forbid', async ({
  server,
  board,
  browserOf,
}) => {
  const page = await browserOf('Lee');
  await forbidInlineStyles(page);
  const lee = await joinAs(page, server.url, board, { name: 'Lee', unit: 'Finance', role: 'facilitator' });
  await lee.board.header.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(item(page, 'Map as PNG')).toBeFocused();
  await page.keyboard.press('Escape');
  await lee.board.undo.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  const people = new PeoplePart(page);
  await people.open();
  await people.close();
  await lee.board.grid.add(['interfering', 'purposes'], 'Late money', 'Tired staff');
  await page.getByRole('button', { name: 'Put all on the map' }).click();
  await lee.board.goTo('outline');
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByRole('combobox', { name: 'From', exact: true }).click();
  await expect(page.getByRole('listbox', { name: 'From' })).toBeVisible();
});
