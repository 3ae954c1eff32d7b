import type { Page } from '@playwright/test';
import { importBoard, readBoardFile, runCommand, type CreatedBoard } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { PlacePart } from '../pages/place-part.ts';
import { WalkPart } from '../pages/walk-part.ts';

const WALK = { id: 'walk', kind: 'walk', title: 'Walk the notes' } as const;
const GROUP = { id: 'group', kind: 'group', title: 'Group and name' } as const;
const PLACE = { id: 'place', kind: 'place', title: 'Place in the grid', mode: 'pairs' } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const ROLES = 'Unclear roles in monitoring';
const ROLES_AGAIN = 'Roles in monitoring are not clear';
const BUSES = 'Buses come late';

const WRITTEN = {
  schema: 'coherence-board/1',
  title: 'Walk and merge',
  units: UNITS.map((name) => ({ id: name, name })),
  factors: [
    { id: 'roles', text: ROLES, kind: 'factor', no: 1, sources: { Finance: { unit: 'Finance' } } },
    { id: 'buses', text: BUSES, kind: 'factor', no: 2, sources: { Finance: { unit: 'Finance' } } },
    {
      id: 'again',
      text: ROLES_AGAIN,
      kind: 'factor',
      no: 3,
      sources: { 'Special Education': { unit: 'Special Education' } },
    },
  ],
};

interface Venue {
  readonly url: string;
}

const go = ({ url }: Venue, board: CreatedBoard, phase: { readonly id: string }) =>
  runCommand(url, board, { type: 'phase', id: phase.id });

type BrowserOf = (who: string, options?: object) => Promise<Page>;

/** What Dana and Lee have written is on the board, and the walk is on. Ruth leads. */
async function walking(server: Venue, browserOf: BrowserOf, device: object = PHONE) {
  const board = await importBoard(server.url, JSON.stringify(WRITTEN));
  await runCommand(server.url, board, { type: 'set-agenda', agenda: [WALK, PLACE, GROUP] });
  await go(server, board, WALK);
  const join = async (name: string, unit: string, role: 'facilitator' | 'participant', options = {}) =>
    joinAs(await browserOf(name, options), server.url, board, { name, unit, role });
  const [dana, lee, ruth] = await Promise.all([
    join('Dana', 'Finance', 'participant', device),
    join('Lee', 'Special Education', 'participant', PHONE),
    join('Ruth', 'School Improvement', 'facilitator'),
  ]);
  await ruth.page.goto(`/b/${board.id}?view=room`);
  return { board, dana, lee, ruth, join, desk: new WalkPart(ruth.page) };
}

/** Steps to one of the two notes on roles and gives it first, the other second: they come one after the other. */
async function toTheRoles(desk: WalkPart): Promise<readonly [string, string]> {
  await desk.next.click();
  await expect(desk.note(1, 3)).toBeVisible();
  if ((await desk.words.textContent()) === BUSES) {
    await desk.next.click();
    await expect(desk.note(2, 3)).toBeVisible();
  }
  return (await desk.words.textContent()) === ROLES ? [ROLES, ROLES_AGAIN] : [ROLES_AGAIN, ROLES];
}

const unitsOf: Readonly<Record<string, string>> = { [ROLES]: 'Finance', [ROLES_AGAIN]: 'Special Education' };

test('[refusal 6] a merge keeps the original words and who said them, and splits again', async ({
  server,
  browserOf,
}) => {
  const { board, dana, ruth, desk } = await walking(server, browserOf);
  const phone = new WalkPart(dana.page);
  const [kept, merged] = await toTheRoles(desk);
  await expect(phone.words).toHaveText(kept);
  await expect(dana.page.getByRole('region', { name: 'Looks like this one' })).toContainText(merged);

  await desk.merge(merged);
  await desk.showOriginals();
  await expect(desk.originals.getByRole('listitem')).toHaveText(new RegExp(`“${merged}”`));
  await phone.showOriginals();
  await expect(phone.originals.getByRole('listitem')).toHaveText(new RegExp(`“${merged}”`));
  await expect(phone.originals.getByText(unitsOf[merged] ?? '')).toBeAttached();
  // A later reword loses neither the words of the note nor those that were merged into it.
  await ruth.page.getByRole('button', { name: 'Reword' }).click();
  await ruth.page.getByRole('textbox', { name: 'The words of this note' }).fill('Nobody knows who monitors');
  await ruth.page.keyboard.press('Enter');
  await expect(phone.words).toHaveText('Nobody knows who monitors');
  await expect(phone.originals.getByRole('listitem')).toHaveText([
    new RegExp(`“${kept}”`),
    new RegExp(`“${merged}”`),
  ]);
  const file = await readBoardFile(server.url, board);
  const [survivor] = file.factors.filter(({ text }) => text === 'Nobody knows who monitors');
  expect(survivor).toMatchObject({ wording: kept });
  expect(Object.values(survivor?.sources ?? {}).map(({ words }) => words)).toContain(merged);

  await desk.split(merged);
  await expect(desk.note(1, 3).or(desk.note(2, 3))).toBeVisible();
  await expect(dana.page.getByRole('region', { name: 'Looks like this one' })).toContainText(merged);
  await expect(phone.originals.getByRole('listitem')).toHaveText([new RegExp(`“${kept}”`)]);
});

test('[refusal 4] undo of a merge leaves what others wrote meanwhile', async ({ server, browserOf }) => {
  const { board, dana, ruth, desk } = await walking(server, browserOf, {});
  const [kept, merged] = await toTheRoles(desk);
  await desk.merge(merged);
  await expect(desk.words).toHaveText(kept);
  // Dana writes in the very note that was merged, and adds another.
  await go(server, board, GROUP);
  const { grid } = dana.board;
  await grid.add(['interfering', 'roles'], 'A new one of Dana');
  const field = await grid.edit(kept);
  await field.press('End');
  await field.pressSequentially(' since May');
  await field.press('Escape');
  await expect(ruth.page.getByText(`${kept} since May`).first()).toBeVisible();
  await ruth.board.undo.click();
  await expect
    .poll(async () => (await readBoardFile(server.url, board)).factors.map(({ text }) => text).toSorted())
    .toEqual([`${kept} since May`, merged, BUSES, 'A new one of Dana'].toSorted());
});

test('one walks with keys, parks a note for the minutes and takes it back, and all screens follow', async ({
  server,
  browserOf,
}) => {
  const { board, lee, ruth, desk } = await walking(server, browserOf);
  const phone = new WalkPart(lee.page);
  await expect(lee.page.getByText('The facilitator will start with the first note.')).toBeVisible();
  const [kept, merged] = await toTheRoles(desk);
  await expect(phone.words).toHaveText(kept);
  await ruth.page.keyboard.press('m');
  await expect(desk.note(1, 2).or(desk.note(2, 2))).toBeVisible();
  await ruth.page.keyboard.press('p');
  await expect(phone.words).toHaveText(BUSES);
  await expect(desk.note(1, 1)).toBeVisible();
  const parked = await readBoardFile(server.url, board);
  expect(parked.notes).toMatchObject([{ kind: 'parked', text: `${kept} / ${merged}` }]);
  await ruth.page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(phone.words).toHaveText(kept);
  expect((await readBoardFile(server.url, board)).notes).toEqual([]);
  const first = await desk.note(1, 2).isVisible();
  await ruth.page.keyboard.press(first ? 'ArrowRight' : 'ArrowLeft');
  await expect(phone.words).toHaveText(BUSES);
  // Letters in a field are words.
  await ruth.page.getByRole('button', { name: 'Reword' }).click();
  await ruth.page.getByRole('textbox', { name: 'The words of this note' }).fill('');
  await ruth.page.keyboard.type('map');
  await ruth.page.keyboard.press('Enter');
  await expect(phone.words).toHaveText('map');
});

test('notes are dealt to two phones, placed, and placed twice is settled', async ({ server, browserOf }) => {
  const { board, dana, lee, ruth, join } = await walking(server, browserOf);
  await go(server, board, PLACE);
  const [a, b] = [new PlacePart(dana.page), new PlacePart(lee.page)];
  await ruth.page.getByRole('button', { name: 'Deal 3 notes to 1 pair' }).click();
  await expect(a.root).toContainText('You work with Lee.');
  await expect(b.root).toContainText('0 of 3 of your notes have a place');
  const note = (await a.words.textContent()) ?? '';
  await a.put('Interfering', 'Roles and responsibilities');
  await expect(a.words).not.toHaveText(note);
  await expect(b.root).toContainText('1 of 3 of your notes have a place');
  // No person is moved on because another person was quicker.
  await expect(b.words).toHaveText(note);
  await expect(b.root).toContainText('It is now in Interfering Factors, Roles and responsibilities.');
  await b.put('Integrative', 'Leadership Interactions');
  const console_ = ruth.page.getByRole('complementary', { name: 'Console' });
  await expect(console_).toContainText('1 note was placed twice');
  await expect(console_).toContainText('Dana: Interfering Factors, Roles and responsibilities');
  await console_
    .getByRole('button', { name: `Keep this: “${note}” in Interfering Factors, Roles and responsibilities` })
    .click();
  await expect(console_).not.toContainText('placed twice');
  await a.put('Interfering', 'Strategies and approaches');
  await a.put('Interfering', 'Strategies and approaches');
  await expect(a.words).toHaveText('All your notes have a place.');
  await expect(console_).toContainText('3 of 3 placed');
  await a.choose(note);
  await a.put('Integrative', 'Roles and responsibilities');
  await expect(a.own).toContainText('Integrative Factors, Roles and responsibilities');
  // Who comes late joins the pair.
  const kim = await join('Kim', 'Finance', 'participant', PHONE);
  await expect(new PlacePart(kim.page).root).toContainText('3 of 3 of your notes have a place');
  const placed = (await readBoardFile(server.url, board)).factors.map(({ cell }) => cell?.slice(0, 2));
  expect(placed).toHaveLength(3);
  expect(placed).not.toContainEqual([null, null]);
});

test('cards that belong together are grouped and named in the grid, renamed and taken apart', async ({
  server,
  board,
  person,
}) => {
  await runCommand(server.url, board, { type: 'set-agenda', agenda: [GROUP] });
  const ruth = await person('Ruth', 'School Improvement', 'facilitator');
  const dana = await person('Dana', 'Finance', 'participant');
  await ruth.board.grid.add(['interfering', 'roles'], ROLES, ROLES_AGAIN, BUSES);
  await go(server, board, GROUP);
  const { grid } = dana.board;
  await grid
    .factor(ROLES)
    .first()
    .click({ modifiers: ['Control'] });
  await grid.factor(ROLES_AGAIN).click({ modifiers: ['Control'] });
  await dana.page.getByRole('button', { name: 'Group', exact: true }).click();
  await dana.page.getByRole('menuitem', { name: 'Group and name…' }).click();
  const dialog = dana.page.getByRole('dialog', { name: 'Name this group' });
  await dialog.getByLabel('Name of the group').fill('Who does what');
  await dialog.getByRole('button', { name: 'Group' }).click();
  await expect(ruth.board.grid.factor(ROLES)).toContainText('Who does what');
  await expect(ruth.board.grid.factor(ROLES_AGAIN)).toContainText('Who does what');
  await ruth.page.getByRole('button', { name: 'Groups (1)' }).click();
  await ruth.page.getByRole('textbox', { name: 'Name of the group' }).fill('Roles');
  await expect(grid.factor(ROLES)).toContainText('Roles');
  await ruth.page.getByRole('button', { name: 'Ungroup “Roles”' }).click();
  await expect(ruth.page.getByRole('button', { name: /^Groups/, includeHidden: true })).toHaveCount(0);
  expect((await readBoardFile(server.url, board)).factors.map(({ group }) => group)).toEqual([
    null,
    null,
    null,
  ]);
});
