import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ConsolePart } from '../pages/console-part.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { createBoard, readBoard, readBoardFile } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import type { Person } from '../harness/people.ts';
import { joinAs } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server.ts';

const WRITE = 'What gets in the way? Silent writing';

interface Room {
  readonly board: CreatedBoard;
  readonly lead: Page;
  readonly console: ConsolePart;
  /** A person who takes part, in a browser of their own. */
  readonly dana: Person;
}

type BrowserOf = (who: string) => Promise<Page>;

/** A board with the half-day agenda, who leads it, and a participant. */
async function openRoom(server: ServerProcess, browserOf: BrowserOf, title: string): Promise<Room> {
  const board = await createBoard(server.url, { title, units: UNITS, template: 'half-day' });
  const [lead, other] = await Promise.all([browserOf('Frances'), browserOf('Dana')]);
  await joinAs(lead, server.url, board, { name: 'Frances', unit: UNITS[0], role: 'facilitator' });
  const dana = await joinAs(other, server.url, board, { name: 'Dana', unit: UNITS[1], role: 'participant' });
  return { board, lead, console: new ConsolePart(lead), dana };
}

const own = ({ page }: Person) => page.getByRole('textbox', { name: 'Your note' });
const roomTitle = ({ page }: Person, title: string) =>
  page.getByRole('main').getByRole('heading', { name: title });

async function goTo(console: ConsolePart, title: string): Promise<void> {
  await console.lookAt(title);
  await console.root.getByRole('button', { name: `Move 1 person to ${title}` }).click();
  await expect(console.phase(title)).toBeVisible();
}

const seconds = (digits: string) => {
  const [minutes = 0, rest = 0] = digits.split(':').map(Number);
  return minutes * 60 + rest;
};

test('a board is made with an agenda, and one button that says what it does leads through it', async ({
  server,
  browserOf,
}) => {
  const lead = await browserOf('Frances');
  await lead.goto(`${server.url}/new`);
  await lead.getByRole('button', { name: 'Make the board' }).click();
  await expect(lead.getByLabel('Title'), 'what has to be mended comes into view').toBeFocused();
  await lead.getByLabel('Title').fill('Retreat');
  await lead.getByRole('radio', { name: /Half-day retreat/ }).check({ force: true });
  await expect(lead.getByRole('radio', { name: 'The unit only' })).toBeChecked();
  await lead.getByLabel('People come from').selectOption('offices');
  await lead.getByLabel('Offices').fill(UNITS.join('\n'));
  await lead.getByRole('radio', { name: 'Name and office' }).check({ force: true });
  await lead.getByRole('button', { name: 'Make the board' }).click();
  await lead.waitForURL(/\/b\/[^/]+\/sheet$/);
  await lead.goto(lead.url().replace('/sheet', ''));

  const console = new ConsolePart(lead);
  await expect(console.root).toContainText('14 parts, 240 minutes.');
  await console.primary('Start: Arrive, join, practice note (15 min)').click();
  await expect(console.root).toContainText('Step 1 of 14');
  await expect(console.clock).toHaveText(/^1[45]:\d\d$/);
  await console.primary('Next: Purpose and ground rules (10 min)').click();
  await expect(console.phase('Purpose and ground rules')).toBeVisible();
  await expect(lead).toHaveURL(/view=room/);

  const before = seconds(await console.clock.innerText());
  await console.root.getByRole('button', { name: '+1 minute' }).click();
  await expect.poll(async () => seconds(await console.clock.innerText())).toBeGreaterThan(before + 30);
  await expect(console.root).toContainText('14 minutes ahead');

  await console.back.click();
  await expect(lead.getByRole('menuitem')).toHaveText(['Start its clock again: 15 min']);
  await lead.getByRole('menuitem').click();
  await expect(console.phase('Arrive, join, practice note')).toBeVisible();
  await expect(console.clock).toHaveText(/^1[45]:\d\d$/);
  await console.lookAt('Purpose and ground rules');
  await expect(console.root).toContainText('It was on before. Its clock starts again: 10 min.');
  await console.lookAt('Link: what leads to what?');
  await expect(console.root).toContainText('Say each link as a sentence before you keep it.');
  await console.root.getByRole('button', { name: 'Go to Link: what leads to what?' }).click();
  await expect(console.phase('Link: what leads to what?')).toBeVisible();
  await expect(lead).toHaveURL(/view=map/);

  await console.root.getByRole('button', { name: 'End the session' }).click();
  await expect(console.root.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
});

test('after the end the console says that it is over, what can be taken away, and what starting again would do', async ({
  server,
  browserOf,
}, info) => {
  const { lead, console } = await openRoom(server, browserOf, info.title.slice(0, 80));
  await console.primary(/^Start/).click();
  await console.root.getByRole('button', { name: 'End the session' }).click();
  await expect(console.root.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
  await expect(console.root.getByRole('button', { name: /^Start:/ })).toHaveCount(0);
  await expect(lead.locator('.button-primary:visible')).toHaveText(['Take the results away']);

  await console.primary('Take the results away').click();
  const [file] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('menuitem', { name: /^Board file/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  await console.root.getByRole('button', { name: 'Kept for the minutes: 0' }).click();
  await expect(lead.getByRole('dialog', { name: 'Kept for the minutes' })).toBeVisible();
  await lead.keyboard.press('Escape');
  await console.root.getByRole('button', { name: 'Save a version' }).click();
  await expect(lead.getByRole('dialog', { name: 'Versions' }).getByLabel('Name of a version')).toBeVisible();
  await lead.keyboard.press('Escape');

  await lead.setViewportSize({ width: 1024, height: 768 });
  const bar = lead.getByRole('region', { name: 'Console' });
  await expect(bar).toContainText('The session has ended');
  await expect(bar.locator('.button-primary')).toHaveCount(0);
  await lead.setViewportSize({ width: 1440, height: 900 });

  const again = console.root.getByRole('button', { name: 'Start again from the first part' });
  await expect(again).toHaveAccessibleDescription(
    'Brings everybody back to “Arrive, join, practice note” with 15 min on the clock. Nothing on the board is lost.',
  );
  await again.click();
  await expect(console.phase('Arrive, join, practice note')).toBeVisible();
  await expect(console.clock).toHaveText(/^1[45]:\d\d$/);
});

test('[refusal 18] a mended prompt reaches all people at once: no restart, no word lost, no person’s focus moves', async ({
  server,
  browserOf,
}, info) => {
  const { board, console, dana } = await openRoom(server, browserOf, info.title.slice(0, 80));
  await console.primary(/^Start/).click();
  await goTo(console, WRITE);
  await own(dana).fill('Half a sen');
  const phase = async () => (await readBoard(server.url, board.id, board.token)).phase;
  const before = await phase();

  const editor = await console.edit();
  const prompt = editor.getByLabel('Prompt');
  await expect(prompt).toHaveValue(/^What gets in the way, and what already helps\?/);
  await prompt.fill('What gets in the way of our work with schools?');
  await expect(roomTitle(dana, 'What gets in the way of our work with schools?')).toBeVisible();

  await expect(own(dana)).toBeFocused();
  await expect(own(dana)).toHaveValue('Half a sen');
  await dana.page.keyboard.type('tence, whole now');
  await dana.page.keyboard.press('Enter');
  await expect(dana.page.getByText('Half a sentence, whole now')).toBeVisible();
  expect(await phase()).toEqual({ ...before, prompt: 'What gets in the way of our work with schools?' });

  // Right before the editor closes still counts.
  await prompt.fill('What gets in the way?');
  await editor.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(roomTitle(dana, 'What gets in the way?')).toBeVisible();
});

test('[refusal 8] nobody gets into the tools of another phase, by address or by key', async ({
  server,
  browserOf,
}, info) => {
  const { board, console, dana } = await openRoom(server, browserOf, info.title);
  await console.primary(/^Start/).click();
  await goTo(console, WRITE);
  await expect(own(dana)).toBeVisible();
  const { page } = dana;

  for (const view of ['grid', 'map', 'outline', 'room']) {
    await page.goto(`${server.url}/b/${board.id}?view=${view}`);
    await expect(own(dana)).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(page.locator('.tl-container')).toHaveCount(0);
  }
  await page.getByRole('main').focus();
  for (const key of ['n', 'v', 't', 'Delete', 'Shift+1', 'Control+a']) await page.keyboard.press(key);
  await expect(own(dana)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Console' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Steps' })).toHaveCount(0);
  const { factors } = await readBoardFile(server.url, board);
  expect(factors).toEqual([]);

  const refused = await page.evaluate(async (id) => {
    const token =
      Object.values(localStorage)
        .join(' ')
        .match(/"token":"([^"]+)"/)?.[1] ?? '';
    const answer = await fetch(`/api/boards/${id}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: 'phase', id: null }),
    });
    return answer.status;
  }, board.id);
  expect(refused).toBe(403);

  await goTo(console, 'Read the map');
  await expect(page.getByRole('region', { name: 'What the room does now' })).toContainText('Read the map');
  await page.goto(`${server.url}/b/${board.id}?view=grid`);
  await expect(page.getByRole('region', { name: 'What the room does now' })).toContainText('Read the map');
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('[refusal 3] the room moves on, and no person is moved while typing', async ({
  server,
  browserOf,
}, info) => {
  const { console, dana } = await openRoom(server, browserOf, info.title);
  await console.primary(/^Start/).click();
  await goTo(console, WRITE);
  const field = own(dana);
  await field.fill('Three units ask schools for three');
  const place = await field.boundingBox();
  await goTo(console, 'Purpose and ground rules');

  await expect(
    dana.page.getByText('The room is now at “Purpose and ground rules”.', { exact: false }),
  ).toBeVisible();
  await expect(field).toBeFocused();
  expect(await field.boundingBox()).toEqual(place);
  await dana.page.keyboard.type(' plans');
  await dana.page.keyboard.press('Enter');
  await field.blur();
  await expect(roomTitle(dana, 'Purpose and ground rules')).toBeVisible();
});

test('going back and forth loses nothing', async ({ server, browserOf }, info) => {
  const { board, console, dana } = await openRoom(server, browserOf, info.title);
  await console.primary(/^Start/).click();
  await goTo(console, WRITE);
  for (const words of ['Roles are not clear', 'No shared calendar']) {
    await own(dana).fill(words);
    await own(dana).press('Enter');
  }
  const texts = async () =>
    (await readBoardFile(server.url, board)).factors.map(({ text }) => text).toSorted();
  await expect(console.root).toContainText('0 of 1 has finished, 2 notes wait.');
  await console.primary('Reveal 2 notes. 1 person is still writing.').click();
  await expect(console.phase('Reveal and read')).toBeVisible();
  const both = ['No shared calendar', 'Roles are not clear'];
  await expect.poll(texts).toEqual(both);

  await console.goBack();
  await expect(console.phase(WRITE)).toBeVisible();
  await own(dana).fill('A thought that came late');
  await own(dana).press('Enter');
  await console.primary(/^Reveal 1 note\./).click();
  await expect.poll(texts).toEqual(['A thought that came late', ...both]);
  await console.goBack();
  await expect(console.phase(WRITE)).toBeVisible();
  await console.goBack();
  await expect(console.phase('Purpose and ground rules')).toBeVisible();
  await goTo(console, 'Place in the grid');
  expect(await texts()).toEqual(['A thought that came late', ...both]);
});

test('in a narrow window the console opens over the board and closes again, and the focus goes along', async ({
  server,
  browserOf,
}, info) => {
  const { lead, console } = await openRoom(server, browserOf, info.title.slice(0, 80));
  await lead.setViewportSize({ width: 1024, height: 768 });
  const bar = lead.getByRole('region', { name: 'Console' });
  await bar.getByRole('button', { name: 'Start: Arrive, join, practice note (15 min)' }).click();
  await expect(bar.getByRole('timer')).toHaveText(/^1[45]:\d\d$/);
  const main = await lead.getByRole('main').boundingBox();
  await bar.getByRole('button', { name: 'Console' }).click();
  await expect(console.root).toBeFocused();
  await expect(console.phase('Arrive, join, practice note')).toBeVisible();
  expect(await lead.getByRole('main').boundingBox()).toEqual(main);
  await lead.keyboard.press('Escape');
  await expect(console.root).toHaveCount(0);
  await expect(bar.getByRole('button', { name: 'Console' })).toBeFocused();
});

test('an agenda goes to another board as a file, and a file that is none changes nothing', async ({
  server,
  browserOf,
}, info) => {
  const { board, lead, console } = await openRoom(server, browserOf, info.title.slice(0, 80));
  const editor = await console.edit();
  const [saved] = await Promise.all([
    lead.waitForEvent('download'),
    editor.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const bytes = await readFile(await saved.path());

  const blank = await createBoard(server.url, { title: 'Another', units: UNITS });
  await joinAs(lead, server.url, blank, { name: 'Frances', unit: UNITS[0], role: 'facilitator' });
  await lead.getByRole('button', { name: 'Plan a session' }).click();
  const other = lead.getByRole('dialog', { name: 'Agenda' });
  const open = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      lead.waitForEvent('filechooser'),
      other.getByRole('button', { name: 'Open a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer });
  };
  await open('broken.json', Buffer.from(bytes.toString().replace('"minutes": 12', '"minutes": "a while"')));
  await expect(other).toContainText('Part 3, minutes: it must be of type number');
  await expect(other.getByRole('listitem')).toHaveCount(0);
  await open('ours.agenda.json', bytes);
  await expect(other).toContainText('14 parts, 240 minutes');
  await expect(other.getByRole('listitem').first()).toContainText('Arrive, join, practice note');
  expect(board.id).not.toBe(blank.id);
});

test('two facilitators change the agenda at once, and neither loses a word', async ({
  server,
  browserOf,
}, info) => {
  const { board, lead, console, dana } = await openRoom(server, browserOf, info.title);
  const other = await browserOf('Maria');
  await joinAs(other, server.url, board, { name: 'Maria', unit: UNITS[2], role: 'facilitator' });
  const [mine, theirs] = [await console.edit(), await new ConsolePart(other).edit()];
  for (const editor of [mine, theirs])
    await editor
      .getByRole('button', { name: /Purpose and ground rules/ })
      .first()
      .click();
  await Promise.all([
    mine.getByLabel('Prompt').fill('Mine: what do we answer today?'),
    theirs.getByLabel('What should be there at its end').fill('Theirs: one question'),
  ]);
  await expect(theirs.getByLabel('Prompt')).toHaveValue('Mine: what do we answer today?');
  await expect(mine.getByLabel('What should be there at its end')).toHaveValue('Theirs: one question');

  // The same words at the same time: the later ones are kept beside, not thrown away.
  await lead.context().setOffline(true);
  await mine.getByLabel('Title', { exact: true }).fill('Purpose, mine');
  await theirs.getByLabel('Title', { exact: true }).fill('Purpose, theirs');
  await expect(mine.getByRole('alert')).toContainText('Your words are still here.');
  await lead.context().setOffline(false);
  await expect(mine.getByRole('alert')).toContainText('Maria changed this meanwhile to “Purpose, theirs”.');
  await expect(mine.getByLabel('Title', { exact: true })).toHaveValue('Purpose, mine');
  await mine.getByRole('button', { name: 'Keep mine' }).click();
  await expect(theirs.getByLabel('Title', { exact: true })).toHaveValue('Purpose, mine');

  await mine.getByRole('button', { name: 'Remove' }).click();
  await expect(mine).toContainText('13 parts');
  await mine.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(theirs).toContainText('14 parts, 240 minutes');
  await expect(dana.page.getByRole('table')).toBeVisible();
});

test('[MOVE2] two facilitators press Next one after the other within a second, and the room goes on by one part', async ({
  server,
  browserOf,
}, info) => {
  const { board, console } = await openRoom(server, browserOf, info.title);
  const other = await browserOf('Maria');
  await joinAs(other, server.url, board, { name: 'Maria', unit: UNITS[2], role: 'facilitator' });
  const theirs = new ConsolePart(other);
  await expect(theirs.primary(/^Start: /)).toBeVisible();
  // Maria presses at the moment in which her button says something else.
  await other.evaluate(() => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('.console-primary');
      if (button?.textContent.startsWith('Next: ') !== true) return;
      observer.disconnect();
      button.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await console.primary(/^Start: /).click();
  const told = other.getByText('Frances was quicker and went to “Arrive, join, practice note”.').last();
  await expect(told).toBeVisible();
  await expect(theirs.phase('Arrive, join, practice note')).toBeVisible();
  await expect(console.phase('Arrive, join, practice note')).toBeVisible();
});
