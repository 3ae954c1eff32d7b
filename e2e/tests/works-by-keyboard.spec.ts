import { expect, test } from '../harness/fixtures.ts';
import { pressTakenKeys } from '../harness/input-method.ts';
import { openRoom, ROLES } from '../harness/session-room.ts';
import { tabTo } from '../harness/tab-to.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { PlacePart } from '../pages/place-part.ts';
import { WritePart } from '../pages/write-part.ts';

test('[KEYS1] a note is written and done, placed and voted on with the keyboard alone', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', { viewport: { width: 1024, height: 700 } });
  await room.go('write');
  await tabTo(page, 'textbox', 'Your note');
  await page.keyboard.type('Grants end too early');
  await pressTakenKeys(page.getByRole('textbox', { name: 'Your note' }));
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('Grants end too early');
  await page.keyboard.press('Enter');
  await new WritePart(page).note('Grants end too early').waitFor();
  await tabTo(page, 'button', 'I am done');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'I am done' })).toHaveAttribute('aria-pressed', 'true');

  await room.go('place');
  await room.run({ type: 'deal' });
  const place = new PlacePart(page);
  const words = (await place.words.first().textContent()) ?? '';
  await tabTo(page, 'radio', /^Interfering Factors/);
  await page.keyboard.press('Space');
  await tabTo(page, 'radio', /^Purpose/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'button', /^Place it/);
  await page.keyboard.press('Enter');
  await expect(place.words.first()).not.toHaveText(words);
  await expect(place.words.first()).toBeFocused();

  await room.go('vote');
  await room.dots();
  await tabTo(page, 'button', `One more dot for “${ROLES}”`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. You can still change it.')).toBeVisible();
  await expect(page.getByRole('button', { name: `One more dot for “${ROLES}”` })).toBeFocused();
});

test('notes are walked and merged, and the room moves on, with the keyboard alone', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Ruth', 'facilitator');
  const console = new ConsolePart(page);
  await room.go('walk');
  await page.goto(`/b/${room.board.id}?view=room`);
  await tabTo(page, 'button', 'Start with the first note');
  await page.keyboard.press('Enter');
  const merge = page.getByRole('button', { name: /^Merge/ }).first();
  for (let walked = 0; walked < 4 && !(await merge.isVisible()); walked += 1) {
    await tabTo(page, 'button', /^Next$/);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: `Note ${walked + 2} of 4` }).waitFor();
  }
  await tabTo(page, 'button', /^Merge/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 merged/)).toBeVisible();
  await tabTo(page, 'button', /^Next: Place in the grid/);
  await page.keyboard.press('Enter');
  await expect(console.phase('Place in the grid')).toBeVisible();
});
