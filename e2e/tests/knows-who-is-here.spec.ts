import { readFile } from 'node:fs/promises';
import type { CreatedBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { BoardPage } from '../pages/board-page.ts';
import { JoinPage } from '../pages/join-page.ts';
import { PeoplePart } from '../pages/people-part.ts';

const PLACE = ['interfering', 'roles'] as const;

async function call(address: string, token: string, body?: unknown, method = 'POST'): Promise<Response> {
  return fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('people are added without a device, renamed and moved, and each knows at once', async ({ person }) => {
  const [ruth, dana] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('Dena', 'Finance', 'participant'),
  ]);
  const people = new PeoplePart(ruth.page);
  await people.open();
  await expect(people.unit('Finance').getByRole('listitem')).toHaveText([/Dena/, /Ruth\s*you/]);

  await people.dialog.getByRole('button', { name: 'Add someone without a device' }).click();
  await people.dialog.getByLabel('Their name').fill('Ray');
  await ruth.page.keyboard.press('Tab');
  const unit = people.dialog.getByLabel('Their unit');
  await expect(unit).toBeFocused();
  await unit.selectOption('School Improvement');
  await ruth.page.keyboard.press('Tab');
  await ruth.page.keyboard.press('Enter');
  await expect(people.unit('School Improvement').getByRole('listitem')).toHaveText([
    /Ray\s*without a device/,
  ]);

  await people.choose('Dena', 'Rename…');
  await people.dialog.getByLabel('New name').fill('Dana');
  await ruth.page.keyboard.press('Enter');
  await expect(people.line('Dana')).toBeVisible();
  await expect(dana.page.getByText('You are on this board as “Dana” now.').last()).toBeVisible();

  await people.choose('Dana', 'Move to another unit…');
  await people.dialog.getByLabel('Their unit').selectOption('School Improvement');
  await people.dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(people.unit('School Improvement').getByRole('listitem')).toHaveText([/Dana/, /Ray/]);
  await expect(dana.page.getByText('A facilitator moved you to another unit.').last()).toBeVisible();
  await people.close();

  await dana.board.grid.add(PLACE, 'Two offices ask for one report');
  const card = ruth.board.grid.factor('Two offices ask for one report');
  await expect(card.getByText('School Improvement')).toBeAttached();
  await expect(card.getByText('Finance')).toHaveCount(0);

  await people.open();
  await people.choose('Dana', 'Remove from the board');
  await people.dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(people.line('Dana')).toHaveCount(0);
  await expect(dana.page.getByRole('heading', { name: 'You are no longer on this board' })).toBeVisible();
  await people.close();
  await expect(card).toBeVisible();
});

test('a person added without a device goes on with a phone as the same person', async ({
  board,
  person,
  browserOf,
}) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  const people = new PeoplePart(ruth.page);
  await people.open();
  await people.dialog.getByRole('button', { name: 'Add someone without a device' }).click();
  await people.dialog.getByLabel('Their name').fill('Ray');
  await people.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await people.choose('Ray', 'They have a device now…');
  const digits = await people.dialog.getByText(/^\d{3} \d{3}$/).innerText();

  const phone = await browserOf('Ray on a phone', { viewport: { width: 390, height: 844 } });
  await phone.goto(`/join/${board.code}`);
  await new JoinPage(phone).continueWith(digits);
  await expect(people.line('Ray')).not.toContainText('without a device');
  await expect(people.line('Ray')).not.toContainText('away');
});

test('a unit that a person typed is merged into the one it should have been', async ({
  board,
  person,
  browserOf,
}) => {
  const ruth = await person('Ruth', 'School Improvement', 'facilitator');
  const page = await browserOf('Mia');
  await page.goto(`/join/${board.code}`);
  await page.getByLabel('Your name').fill('Mia');
  await page.getByText('Other…').click();
  await page.getByLabel('Name of your unit').fill('Other: the finance people');
  await page.getByRole('button', { name: 'Join the board' }).click();
  const mia = new BoardPage(page);
  await mia.grid.add(PLACE, 'Money comes late');
  const card = ruth.board.grid.factor('Money comes late');
  await expect(card.getByText('Other: the finance people')).toBeAttached();

  const people = new PeoplePart(ruth.page);
  await people.open();
  await people.show('The units');
  await people.dialog.getByRole('button', { name: 'More for Other: the finance people' }).click();
  await ruth.page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await people.dialog.getByLabel('Merge Other: the finance people into').selectOption('Finance');
  await expect(
    people.dialog.getByText(/1 person and 1 factor .*Every wording, link and vote is kept/),
  ).toBeVisible();
  await people.dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await people.show('Who is here');
  await expect(people.unit('Finance').getByRole('listitem')).toHaveText([/Mia/]);
  await people.show('The units');
  await people.dialog.getByLabel('People who join may add one that is missing').uncheck();
  await people.close();
  await expect(card.getByText('Finance')).toBeAttached();
  await expect(card.getByText('Other: the finance people')).toHaveCount(0);

  const late = await browserOf('Late');
  await late.goto(`/join/${board.code}`);
  await expect(late.getByRole('group', { name: 'Your unit' }).locator('label')).toHaveCount(3);
  await expect(late.getByText('Other…')).toHaveCount(0);
});

test('attendance: who is expected, who came, and a sheet that no spreadsheet runs', async ({ person }) => {
  const [ruth] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('dana  ruiz', 'Finance', 'participant'),
    person('Mia Wo', 'School Improvement', 'participant'),
    person('=1+1', 'Finance', 'participant'),
  ]);
  const people = new PeoplePart(ruth.page);
  await people.open();
  await people.show('Attendance');
  await people.dialog.getByRole('button', { name: 'Paste who is expected' }).click();
  await people.dialog
    .getByLabel('Who is expected')
    .fill('Dana Ruiz, Finance\nMia Woo\tSchool Improvement\nBen Stone\n');
  await people.dialog.getByRole('button', { name: 'Expect 3 people' }).click();
  await expect(people.dialog.getByText('1 of 3 are here')).toBeVisible();
  await expect(people.dialog.getByText('“Mia Wo” has joined. The same person?')).toBeVisible();
  await people.dialog.getByRole('button', { name: 'Yes, call them Mia Woo' }).click();
  await expect(people.dialog.getByText('2 of 3 are here')).toBeVisible();

  const [file] = await Promise.all([
    ruth.page.waitForEvent('download'),
    people.dialog.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const [, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines.toSorted().map((line) => line.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/, 'when'))).toEqual([
    '\'=1+1,Finance,participant,when,"joined, not on the list"',
    ',,facilitator,when,"joined, not on the list"',
    'Ben Stone,,,,"expected, not joined"',
    'Mia Woo,School Improvement,participant,when,"expected, joined"',
    'Ruth,Finance,facilitator,when,"joined, not on the list"',
    'dana ruiz,Finance,participant,when,"expected, joined"',
  ]);
});

test('a co-facilitator or recorder can do what the facilitator can', async ({ person }) => {
  const [ruth, dana] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('Dana', 'Finance', 'participant'),
  ]);
  await expect(dana.board.header.getByRole('button', { name: 'Import…' })).toHaveCount(0);
  const people = new PeoplePart(ruth.page);
  await people.open();
  await people.choose('Dana', 'Make co-facilitator or recorder');
  await expect(people.line('Dana')).toContainText('co-facilitator');
  const hers = new PeoplePart(dana.page);
  await hers.open();
  await expect(hers.dialog.getByText('Attendance', { exact: true })).toBeVisible();
  await expect(hers.line('Ruth')).toContainText('co-facilitator');
});

test('[refusal 2] joining needs no account: a code, nothing typed, and one is in', async ({
  board,
  browserOf,
}) => {
  const page = await browserOf('Somebody');
  await page.goto(`/join/${board.code}`);
  await expect(page.getByRole('button', { name: 'Join the board' })).toBeVisible();
  await expect(page.locator('input[type=email], input[type=password], input[required]')).toHaveCount(0);
  await expect(page.getByText(/sign in|log in|sign up|create an account|register/i)).toHaveCount(0);
  await page.getByRole('button', { name: 'Join the board' }).click();
  await expect(new BoardPage(page).grid.table).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});

test('[refusal 17] a participant cannot delete the board, nor do anything else that is a facilitator’s', async ({
  board,
  server,
  person,
}) => {
  const dana = await person('Dana', 'Finance', 'participant');
  await dana.board.grid.add(PLACE, 'It stays');
  await expect(dana.board.saved()).toBeVisible();
  await expect(dana.page.getByRole('button', { name: /delete/i })).toHaveCount(0);
  await dana.board.header.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dana.page.getByRole('menu')).toBeVisible();
  await expect(dana.page.getByRole('menuitem', { name: /delete|remove/i })).toHaveCount(0);

  const home = `${server.url}/api/boards/${board.id}`;
  const tokens = await Promise.all(
    (['participant', 'observer', 'display'] as const).map(async (role) => tokenOf(server.url, board, role)),
  );
  const named = (await (await call(`${home}/commands`, board.token, { type: 'none' })).json()) as {
    error: { hint: string };
  };
  const commands = named.error.hint.match(/[a-z]+(?:-[a-z]+)*(?=[,.])/g) ?? [];
  expect(commands).toEqual(expect.arrayContaining(['remove-person', 'set-role', 'redact', 'rotate-code']));
  for (const token of tokens) {
    for (const type of commands) {
      const refused = await call(`${home}/commands`, token, { type });
      expect([type, refused.status]).toEqual([type, 403]);
    }
    for (const address of [home, `${server.url}/api/boards`, `${server.url}/sync/${board.id}`]) {
      const gone = await call(address, token, undefined, 'DELETE');
      expect([404, 405]).toContain(gone.status);
    }
  }
  await dana.page.reload();
  await expect(dana.board.grid.factor('It stays')).toBeVisible();
});

async function tokenOf(
  serverUrl: string,
  board: CreatedBoard,
  role: 'participant' | 'observer' | 'display',
): Promise<string> {
  const answer = await call(`${serverUrl}/api/join`, '', { invite: board.invites[role] });
  return ((await answer.json()) as { token: string }).token;
}
