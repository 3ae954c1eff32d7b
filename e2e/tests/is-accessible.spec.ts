import { importBoard } from '../harness/api.ts';
import { isClean } from '../harness/axe.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { MAP_SAMPLE } from '../harness/samples.ts';
import { BoardPage } from '../pages/board-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('start, create and join have no violation that a machine can find', async ({ board, browserOf }) => {
  const page = await browserOf('Dana');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isClean(page, 'start');
  await page.goto('/new');
  await page.getByLabel('Units').fill('Finance\nSpecial Education');
  await page.getByText('2 units').waitFor();
  await isClean(page, 'create');
  await page.goto(`/join/${board.code}`);
  await page.getByRole('group', { name: 'Your unit' }).waitFor();
  await isClean(page, 'join');
});

test('[FIELD1] sheet, grid, outline, map and their dialogs have none either', async ({
  server,
  browserOf,
}) => {
  const page = await browserOf('Ruth');
  const filled = await importBoard(server.url, MAP_SAMPLE.text);
  const { board } = await joinAs(page, server.url, filled, {
    name: 'Ruth',
    unit: 'Superintendent’s Office',
    role: 'facilitator',
  });
  await board.grid.add(['interfering', 'roles'], 'Reports are due twice');
  await isClean(page, 'grid');
  await board.grid.factor('Reports are due twice').hover();
  await board.grid.choose('Reports are due twice', 'Move to…');
  await isClean(page, 'move dialog');
  await page.keyboard.press('Escape');

  await board.goTo('outline');
  await expect(board.outline.entries).toHaveCount(37);
  await board.outline.sentences
    .first()
    .getByRole('button', { name: /^Change the link/ })
    .click();
  await page.getByText('Not on the map').click();
  await isClean(page, 'outline');
  await board.goTo('map');
  await expect(board.map.cards).toHaveCount(37);
  await isClean(page, 'map');
  await page.goto(`/b/${filled.id}/sheet`);
  await page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).waitFor();
  await page.getByRole('heading', { name: 'Rehearse' }).waitFor();
  await isClean(page, 'sheet');
  await page.goto(`/b/${filled.id}`);
  await new BoardPage(page).people.click();
  await page.getByRole('dialog', { name: 'People' }).waitFor();
  await isClean(page, 'people');
  await page.goto('/');
  await page.getByRole('link', { name: /Why our four/ }).waitFor();
  await isClean(page, 'start with boards');
});

test('people, attendance, units and who is silent have none', async ({ person }) => {
  const { page, board } = await person('Ruth', 'Finance', 'facilitator');
  await board.grid.add(['interfering', 'roles'], 'Reports are due twice');
  await board.people.click();
  const people = page.getByRole('dialog', { name: 'People' });
  await people.getByRole('button', { name: 'Add someone without a device' }).click();
  await isClean(page, 'people');
  await people.getByText('Attendance', { exact: true }).click();
  await people.getByRole('button', { name: 'Paste who is expected' }).click();
  await isClean(page, 'attendance');
  await people.getByText('The units', { exact: true }).click();
  await people
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await isClean(page, 'units');
  await people.locator('header').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'All units' }).click();
  await page.getByRole('menuitem', { name: 'Who is silent where…' }).click();
  await page.getByRole('table', { name: /How many factors/ }).waitFor();
  await isClean(page, 'who is silent where');
});

test('keeping for the minutes, versions, the check and a rehearsal have none', async ({ board, person }) => {
  const { page, board: on } = await person('Maya', 'Finance', 'facilitator');
  await on.grid.add(['interfering', 'roles'], 'Reports are due twice');
  const words = page.getByRole('textbox', { name: 'Words to keep' });
  await page.keyboard.press('Escape');
  await expect(async () => {
    await page.keyboard.press('Shift+D');
    await expect(words).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('One calendar');
  await isClean(page, 'field that keeps');
  await page.keyboard.press('Enter');
  const more = page.getByRole('banner').getByRole('button', { name: 'More' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Kept for the minutes' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await isClean(page, 'kept for the minutes');
  await page.keyboard.press('Escape');
  await more.click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('textbox').fill('Before lunch');
  await versions.getByRole('button', { name: 'Save a version' }).click();
  await versions.getByRole('button', { name: 'What changed since Before lunch' }).click();
  await versions.getByRole('button', { name: /^Restore as a new version/ }).click();
  await versions.getByText('Nothing changed since.').waitFor();
  await isClean(page, 'versions');
  await page.goto(`/b/${board.id}/check`);
  await page.getByText('WebSockets work.').waitFor();
  await isClean(page, 'check of the room');
  await page.goto(`/check/${board.code}`);
  await page.getByRole('heading', { name: 'It works' }).waitFor();
  await isClean(page, 'check on a phone');
  await page.goto(`/b/${board.id}`);
  await page.getByRole('banner').getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('region', { name: 'Rehearse' }).waitFor();
  await isClean(page, 'invitation with rehearsal');
  await page.getByRole('spinbutton', { name: 'Pretend participants' }).fill('1');
  await page.getByRole('button', { name: 'Rehearse on a copy' }).click();
  await page.getByText('Rehearsal: 1 pretend participant').waitFor();
  await page.getByRole('button', { name: 'Delete this rehearsal' }).click();
  await isClean(page, 'rehearsal');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
});
