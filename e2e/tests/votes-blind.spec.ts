import type { Anonymity } from '@coherence/board';
import type { Browser, Page } from '@playwright/test';
import { importBoard, readBoardFile, runCommand } from '../harness/api.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';
import type { Person } from '../harness/people.ts';
import { joinAs } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server.ts';
import { BallotPart } from '../pages/ballot-part.ts';
import { ConsolePart } from '../pages/console-part.ts';

const QUESTION = 'What matters most?';
const FACTORS = ['Unclear roles', 'Five calendars', 'Shared data days', 'Grants end', 'Trust'] as const;
const [ROLES, CALENDARS, DATA] = FACTORS;
/** Keys under which a closed round keeps its sums: none of them may travel before. */
const SUMS = ['results', 'votersByUnit', 'byUnit'];

type BrowserOf = (who: string, options?: { viewport?: { width: number; height: number } }) => Promise<Page>;

interface Room {
  readonly board: CreatedBoard;
  readonly lead: Person;
  readonly console: ConsolePart;
  readonly join: (name: string, role?: Person['role'], narrow?: boolean) => Promise<Person>;
}

/** A board with five factors in a cell, a vote with two dots at most on one, and who leads it. */
async function openRoom(
  server: ServerProcess,
  browserOf: BrowserOf,
  identity: Anonymity = 'named',
): Promise<Room> {
  const cell = (index: number) => ['interfering', 'roles', `a${index}`];
  const file = {
    schema: 'coherence-board/1',
    title: 'Retreat',
    units: UNITS.map((name, index) => ({ id: `u${index}`, name })),
    factors: FACTORS.map((text, index) => ({ id: `f${index}`, text, kind: 'factor', cell: cell(index) })),
  };
  const board = await importBoard(server.url, JSON.stringify(file));
  const join: Room['join'] = async (name, role = 'participant', narrow = false) => {
    const viewport = narrow ? { viewport: { width: 320, height: 640 } } : {};
    return joinAs(await browserOf(name, viewport), server.url, board, { name, unit: UNITS[0], role });
  };
  const agenda = [
    { id: 'v', kind: 'vote', title: 'Vote', prompt: QUESTION, identity, vote: { budget: 3 } },
    { id: 'b', kind: 'break', title: 'Break' },
  ] as const;
  await runCommand(server.url, board, { type: 'set-agenda', agenda });
  await runCommand(server.url, board, { type: 'phase', id: 'v' });
  const lead = await join('Frances', 'facilitator');
  return { board, lead, console: new ConsolePart(lead.page), join };
}

const ranks = ({ page }: Person) =>
  page
    .locator('.bar-row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['.bar-rank', '.bar-words', '.bar-number']
          .map((part) => row.querySelector(part)?.textContent)
          .join(' '),
      ),
    );

/** The wall of a board, in a browser of its own. */
async function openWall(server: ServerProcess, board: CreatedBoard, page: Page) {
  const recording = recordFrames(page.context(), 'display');
  await page.goto(`${server.url}/b/${board.id}#${board.invites.display}`);
  return { page, recording };
}

/** A second browser of the same person: it has their key, and nothing they wrote. */
async function sameAgain(browser: Browser, { page }: Person) {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const recording = recordFrames(context, 'the same person again');
  const again = await context.newPage();
  await again.goto(page.url());
  return { context, page: again, recording };
}

test('[refusal 11] a vote shows its voter alone what was given, and nobody a running total, until it is closed', async ({
  server,
  browserOf,
}) => {
  const { board, console, join, lead } = await openRoom(server, browserOf);
  const wall = await openWall(server, board, await browserOf('Wall'));
  const [dana, sam] = await Promise.all([join('Dana', 'participant', true), join('Sam')]);
  await expect(dana.page.getByText('The vote opens soon.')).toBeVisible();
  await console.primary('Open the vote').click();

  const ballot = new BallotPart(dana.page);
  await expect(ballot.left).toHaveText('3 of 3 dots left');
  await ballot.give(ROLES, 2);
  await ballot.more(ROLES).click({ force: true });
  await expect(dana.page.getByText('2 is the most for one.')).toBeVisible();
  await ballot.give(CALENDARS, 1);
  await expect(ballot.left).toHaveText('0 of 3 dots left');
  await ballot.more(DATA).click({ force: true });
  await expect(dana.page.getByText('No dots left. Take one back to move it.')).toBeVisible();
  await ballot.less(CALENDARS).click();
  await ballot.give(DATA, 1);
  await expect(ballot.kept).toHaveText('Saved. You can still change it.');
  expect(await dana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await expect(console.primary('Close the vote. 1 of 2 has voted.')).toBeVisible();
  await expect(wall.page.getByText('1 of 2 has voted')).toBeVisible();
  expect(await new BallotPart(sam.page).dots()).toEqual(FACTORS.map(() => '0 dots'));
  await expect(lead.page.getByText(ROLES)).toBeVisible();
  for (const page of [lead.page, wall.page, sam.page]) {
    await expect(page.getByText(/^\d+ votes?$/)).toHaveCount(0);
    await expect(page.locator('.bar-row')).toHaveCount(0);
  }
  for (const { recording } of [lead, sam, dana, wall]) {
    for (const key of SUMS) await recording.assertNeverSaw(key);
  }

  const other = new BallotPart(sam.page);
  await other.give(CALENDARS, 1);
  await other.give(DATA, 1);
  await console.primary('Close the vote. 2 of 2 have voted.').click();
  for (const person of [dana, sam]) {
    await expect(person.page.getByText('2 of 2 people voted, 3 dots each.')).toBeVisible();
    expect(await ranks(person)).toEqual([`1 ${ROLES} 2`, `1 ${DATA} 2`, `3 ${CALENDARS} 1`]);
  }
  await expect(wall.page.getByText('For prioritizing, not an official vote.')).toBeVisible();
  await expect(lead.page.getByText('2 votes')).toHaveCount(2);
  for (const { recording } of [lead, sam, dana, wall]) await recording.assertSaw('results');
});

test('[refusal 1] what a person says in a vote never reaches another browser, even by name before it is closed', async ({
  browser,
  server,
  browserOf,
}) => {
  const { board, join, lead } = await openRoom(server, browserOf);
  const wall = await openWall(server, board, await browserOf('Wall'));
  const [dana, sam] = await Promise.all([join('Dana'), join('Sam')]);
  await runCommand(server.url, board, {
    type: 'vote-open',
    method: 'recorded',
    question: 'Shall we adopt it?',
  });
  await expect(dana.page.getByText('everybody sees what you said, with your name')).toBeVisible();
  await dana.page.getByRole('radio', { name: 'Abstain' }).check({ force: true });
  await expect(new BallotPart(dana.page).kept).toHaveText('Saved. You can still change it.');
  await expect(lead.page.getByText('1 of 2 has voted').first()).toBeVisible();

  // The one item of such a ballot is called so, in private documents and nowhere else.
  const again = await sameAgain(browser, dana);
  await expect(again.page.getByRole('radio', { name: 'Abstain' })).toBeChecked();
  await again.recording.assertSaw('motion');
  await again.context.close();
  for (const { recording } of [lead, sam, wall]) {
    await recording.assertNeverSaw('motion');
    await recording.assertNeverSaw('abstain');
  }

  await runCommand(server.url, board, { type: 'vote-close' });
  await expect(sam.page.getByText('Yes 0, no 0, abstain 1')).toBeVisible();
  await expect(sam.page.getByRole('row', { name: /Dana.*Abstain/ })).toBeVisible();
  for (const { recording } of [lead, sam, wall]) await recording.assertNeverSaw('motion');
});

test('[refusal 5] going back a phase and forward loses neither ballots nor a closed vote, and a closing is taken back', async ({
  server,
  browserOf,
}) => {
  const { board, console, join, lead } = await openRoom(server, browserOf);
  const dana = await join('Dana');
  const ballot = new BallotPart(dana.page);
  await console.primary('Open the vote').click();
  await ballot.give(ROLES, 2);
  await expect(ballot.kept).toHaveText('Saved. You can still change it.');
  await runCommand(server.url, board, { type: 'phase', id: 'b' });
  await expect(dana.page.getByText('A break. Everything is saved.')).toBeVisible();
  await runCommand(server.url, board, { type: 'phase', id: 'v' });
  await expect(ballot.left).toHaveText('1 of 3 dots left');
  await console.primary('Close the vote. 1 of 1 has voted.').click();
  await expect(dana.page.getByText('1 of 1 people voted, 3 dots each.')).toBeVisible();
  for (const id of ['b', 'v']) await runCommand(server.url, board, { type: 'phase', id });
  await expect(dana.page.getByText('1 of 1 people voted, 3 dots each.')).toBeVisible();

  await lead.page.getByRole('button', { name: 'More to do with the result' }).click();
  await lead.page.getByRole('menuitem', { name: 'Take back the closing' }).click();
  await expect(ballot.left).toHaveText('1 of 3 dots left');
  await ballot.give(DATA, 1);
  await expect(ballot.kept).toHaveText('Saved. You can still change it.');
  await console.primary('Close the vote. 1 of 1 has voted.').click();
  await expect(dana.page.getByRole('heading', { name: `Round 2: ${QUESTION}` })).toBeVisible();
  await expect(dana.page.getByText('same rank').first()).toBeVisible();
  const { voteRounds } = await readBoardFile(server.url, board);
  expect(voteRounds.map(({ results }) => [results['f0'], results['f2']]).toSorted()).toEqual([
    [2, 0],
    [2, 1],
  ]);
});

test('[FLOOR21] two people are told before they vote that no result is shown, none is, and a vote started openly is', async ({
  server,
  browserOf,
}) => {
  const { board, console, join, lead } = await openRoom(server, browserOf, 'anonymous');
  const wall = await openWall(server, board, await browserOf('Wall'));
  const [dana, sam] = await Promise.all([join('Dana', 'participant', true), join('Sam')]);
  await console.primary('Open the vote').click();
  await expect(dana.page.getByText('Only 2 people can vote on devices of their own now.')).toBeVisible();
  expect(await dana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (const { page } of [dana, sam]) await new BallotPart(page).give(ROLES, 1);
  const tooFew = console.primary('Close the vote. 2 of 2 have voted.');
  await tooFew.click();
  const dialog = lead.page.getByRole('dialog', { name: 'Too few votes to show a result' });
  await dialog.getByRole('button', { name: 'Leave it open' }).click();
  await expect(dialog).toHaveCount(0);
  await tooFew.click();
  await dialog.getByRole('button', { name: 'Close without a result' }).click();
  for (const page of [dana.page, sam.page, wall.page])
    await expect(page.getByText('No result is shown.')).toBeVisible();
  await expect(dana.page.getByText('What people gave so far is erased.')).toBeVisible();
  expect((await readBoardFile(server.url, board)).voteRounds.map(({ results }) => results)).toEqual([{}]);
  await expect(console.primary('Next: Break (10 min)')).toBeVisible();

  await lead.page.getByRole('button', { name: 'More to do with the result' }).click();
  await lead.page.getByRole('menuitem', { name: 'Vote again' }).click();
  for (const { page } of [dana, sam]) await new BallotPart(page).give(ROLES, 1);
  await tooFew.click();
  await dialog.getByRole('button', { name: 'Vote openly instead' }).click();
  await expect(dana.page.getByText('This vote has started anew, openly.')).toBeVisible();
  expect(await new BallotPart(dana.page).dots()).toEqual(FACTORS.map(() => '0 dots'));
  await new BallotPart(dana.page).give(ROLES, 1);
  await console.primary('Close the vote. 1 of 2 has voted.').click();
  await expect(dana.page.getByText('1 of 2 people voted, 3 dots each.')).toBeVisible();
});

test('a facilitator votes for a person without a device, and puts the top with its ties on the map in one step', async ({
  server,
  browserOf,
}) => {
  const { board, console, join, lead } = await openRoom(server, browserOf);
  const dana = await join('Dana');
  await console.primary('Open the vote').click();
  await new BallotPart(dana.page).give(ROLES, 2);
  await lead.page.getByRole('button', { name: 'Vote for someone without a device' }).click();
  const dialog = lead.page.getByRole('dialog', { name: 'Vote for someone without a device' });
  await dialog.getByLabel('For whom').selectOption({ label: 'Somebody who is not on the list' });
  await dialog.getByLabel('Name').fill('Rosa');
  await dialog.getByRole('button', { name: 'Add and vote' }).click();
  const proxy = new BallotPart(lead.page, dialog);
  await proxy.give(CALENDARS, 1);
  await proxy.give(DATA, 1);
  await expect(proxy.kept).toHaveText('Saved. You can still change it.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await console.primary('Close the vote. 2 of 2 have voted.').click();
  await expect(dana.page.getByText('2 of 2 people voted, 3 dots each.')).toBeVisible();
  expect(await ranks(dana)).toEqual([`1 ${ROLES} 2`, `2 ${CALENDARS} 1`, `2 ${DATA} 1`]);

  await lead.page.getByLabel('How many of the top').fill('2');
  await expect(lead.page.getByText('3, because 2 share rank 2.')).toBeVisible();
  await lead.page.getByRole('button', { name: 'Put the top 3 on the map' }).click();
  const onMap = async () =>
    (await readBoardFile(server.url, board)).factors.filter(({ pos }) => pos !== null).map(({ id }) => id);
  await expect.poll(onMap).toEqual(['f0', 'f1', 'f2']);
  await lead.board.undo.click();
  await expect.poll(onMap).toEqual([]);
});

test('a ballot waits on a phone without a network and says so, and is sent when it is back', async ({
  server,
  browserOf,
}) => {
  const { console, join } = await openRoom(server, browserOf);
  const dana = await join('Dana', 'participant', true);
  await console.primary('Open the vote').click();
  const ballot = new BallotPart(dana.page);
  await expect(ballot.left).toBeVisible();
  await dana.page.context().setOffline(true);
  await ballot.give(ROLES, 1);
  await expect(ballot.kept).toHaveText('Kept on this phone, not sent yet', { timeout: 30_000 });
  await dana.page.context().setOffline(false);
  await expect(ballot.kept).toHaveText('Saved. You can still change it.', { timeout: 30_000 });
  await expect(console.primary('Close the vote. 1 of 1 has voted.')).toBeVisible();
});

test('[ANSWER1] [VOTE16] what one person gives on two devices adds up, and what is too many or too late is said', async ({
  server,
  browserOf,
  browser,
}) => {
  const { console, join, lead } = await openRoom(server, browserOf);
  const dana = await join('Dana');
  await console.primary('Open the vote').click();
  const phone = await sameAgain(browser, dana);
  const [laptop, other] = [new BallotPart(dana.page), new BallotPart(phone.page)];
  await expect(other.left).toHaveText('3 of 3 dots left');

  const cutOff = (isOff: boolean) =>
    Promise.all([dana.page.context(), phone.context].map((context) => context.setOffline(isOff)));
  await cutOff(true);
  await laptop.give(ROLES, 2);
  await other.give(CALENDARS, 2);
  await cutOff(false);
  for (const page of [dana.page, phone.page])
    await expect(page.getByText('1 dot too many')).toBeVisible({ timeout: 30_000 });
  await expect(dana.page.getByText(`Take back 1 from “${CALENDARS}”`)).toBeVisible();
  await expect(lead.page.getByText(/1 ballot needs a look/)).toBeVisible();

  await laptop.less(CALENDARS).click();
  await expect(other.left).toHaveText('0 of 3 dots left');
  await expect(lead.page.getByText(/needs a look/)).toBeHidden();

  await phone.context.setOffline(true);
  await other.less(CALENDARS).click();
  await other.give(DATA, 1);
  await console.primary('Close the vote. 1 of 1 has voted.').click();
  await expect(dana.page.getByText('1 of 1 people voted, 3 dots each.')).toBeVisible();
  expect(await ranks(dana)).toEqual([`1 ${ROLES} 2`, `2 ${CALENDARS} 1`]);
  await phone.context.setOffline(false);
  const late = phone.page.getByText(
    /^The vote was closed before what you gave to .*Shared data days.* arrived/,
  );
  await expect(late).toBeVisible({ timeout: 30_000 });
  await phone.context.close();
});
