import { addFactors, addInfluence, placeOnMap, readSession, readSnapshot } from '@coherence/board';
import type { Page } from '@playwright/test';
import { readBoardFile, runCommand } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { openHalfDay, picture, type HalfDay } from '../harness/half-day.ts';
import { MapPart } from '../pages/map-part.ts';

const KEPT = [
  { key: 'D', kind: 'Decision', text: 'Three strategies go forward' },
  { key: 'P', kind: 'Parked', text: 'Bus schedules limit team time' },
  { key: 'G', kind: 'Disagreement', text: 'Whether one calendar fits all schools' },
  { key: 'O', kind: 'Note', text: 'The board meets in April' },
] as const;
const FROM_PHONE = 'Each office ends two initiatives';
const FROM_SMALL_PHONE = 'One visit calendar';
const FROM_MAP = 'Principals meet by network';

test('a half-day retreat goes on from the map to strategies, choices, owners and its close, and keeps it all', async ({
  server,
  browserOf,
}) => {
  test.setTimeout(400_000);
  const room = await openHalfDay(server.url, browserOf);
  const { created, lead, dana, lee, noor, wall } = room;
  await drawMap(room);
  await goTo(server.url, room, 'read');
  room.follow();

  try {
    await test.step('read the map, and what is said goes to the minutes', async () => {
      await expect(wall.page.locator('[data-shape-type="factor"]:visible').first()).toBeVisible();
      await expect(lead.phase('Read the map')).toBeVisible();
      for (const one of KEPT.slice(0, 2)) await keep(dana.page, one);
    });

    await test.step('a person comes late', async () => {
      const late = await room.enter('Marta', 'participant', 3);
      await expect(late.page.getByText('We are at step 9 of 14: Read the map.')).toBeVisible();
      await expect(late.page.getByText(/^.*Before: \d+ links on the map/)).toBeVisible();
      await picture(late.page, '08-phone-late');
      await late.page.close();
    });

    await test.step('break', async () => {
      await lead.primary(/^Next: Break/).click();
      await expect(noor.page.getByRole('heading', { name: 'Break' })).toBeVisible();
      for (const one of KEPT.slice(2)) await keep(dana.page, one);
    });

    await test.step('strategies, in fours, from phones and on the map', async () => {
      await lead.primary(/^Next: Strategies/).click();
      await dana.page.getByRole('button', { name: /^Put people into 3 teams of four/ }).click();
      await expect(lee.page.getByText(/You work with/)).toBeVisible();
      await propose(lee.page, FROM_PHONE);
      await picture(lee.page, '09-phone-strategies');
      await propose(noor.page, FROM_SMALL_PHONE);
      await picture(noor.page, '09-small-phone-strategies');
      const map = new MapPart(dana.page);
      await map.waitUntilOpen();
      await map.tool('Factor');
      const canvas = await map.canvas.boundingBox();
      await dana.page.mouse.click((canvas?.x ?? 0) + 120, (canvas?.y ?? 0) + 420);
      await dana.page.keyboard.type(FROM_MAP);
      await dana.page.keyboard.press('Escape');
      await expect.poll(async () => strategies(server.url, room)).toHaveLength(6);
      expect(await strategies(server.url, room)).toEqual(
        expect.arrayContaining([FROM_PHONE, FROM_SMALL_PHONE, FROM_MAP]),
      );
      await picture(dana.page, '09-strategies');
      await picture(wall.page, '09-wall-strategies');
    });

    await test.step('choose by impact and effort', async () => {
      await lead.primary(/^Next: Choose/).click();
      await lead.primary('Open the vote').click();
      await rateAll(lee.page);
      await rateAll(noor.page);
      await picture(noor.page, '10-phone-rating');
      await expect(lead.primary(/^Close the vote\. 12 of \d+ have voted/)).toBeVisible();
      await lead.primary(/^Close the vote/).click();
      await expect(wall.page.getByText('For prioritizing, not an official vote.')).toBeVisible();
      await expect(wall.page.getByRole('img', { name: /^Plot of Impact/ })).toBeVisible();
      await picture(wall.page, '10-wall-plot');
      await picture(dana.page, '10-result');
      await picture(lee.page, '10-phone-result');
    });

    await test.step('owners and close', async () => {
      await lead.primary(/^Next: Owners/).click();
      await expect(lee.page.getByRole('heading', { name: 'Owners, dates, first steps' })).toBeVisible();
      await picture(lee.page, '11-phone-owners');
      await lead.primary(/^Next: Read back minutes/).click();
      await expect(lee.page.getByRole('heading', { name: 'Read back minutes, check-out' })).toBeVisible();
      await picture(wall.page, '12-wall-close');
      await lead.primary('End the session').click();
      await expect(lead.root.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
      await picture(lee.page, '12-phone-after');
    });

    await test.step('all of it is there', async () => {
      const file = await readBoardFile(server.url, created);
      expect(file.notes.map(({ kind, text }) => `${kind}: ${text}`).toSorted()).toEqual(
        KEPT.map(({ kind, text }) => `${kind.toLowerCase()}: ${text}`).toSorted(),
      );
      expect(file.voteRounds).toMatchObject([{ method: 'rating', participants: 12 }]);
      await openFromMenu(dana.page, 'Kept for the minutes');
      const kept = dana.page.getByRole('dialog', { name: 'Kept for the minutes' });
      await expect(kept.getByRole('listitem')).toHaveCount(KEPT.length);
      await picture(dana.page, '12-kept');
      await dana.page.keyboard.press('Escape');
      await openFromMenu(dana.page, 'Versions');
      const versions = dana.page.getByRole('dialog', { name: 'Versions' });
      // Of versions that say the same the last is kept.
      for (const name of [/Before: Break/, /Before: Strategies/, /Before the vote closed/, /part ended/]) {
        await expect(versions.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
      }
      await picture(dana.page, '12-versions');
    });
  } finally {
    room.end();
  }
});

/** What the morning has left on the map: eight factors with links. */
async function drawMap({ bots, material }: HalfDay): Promise<void> {
  const [somebody] = bots;
  if (somebody === undefined) throw new Error('nobody is there to draw');
  const ids = material.thoughts.slice(0, 8).map(({ text, row, column }, at) => {
    const added = addFactors(somebody.doc, { texts: [text], cell: { row, column } }, somebody.actor);
    const id = added.ok ? (added.value[0] ?? '') : '';
    placeOnMap(somebody.doc, [{ id, pos: [(at % 4) * 310, Math.floor(at / 4) * 240, 206] }]);
    return id;
  });
  for (const [at, id] of ids.slice(1).entries()) {
    addInfluence(somebody.doc, { from: ids[at] ?? '', to: id, polarity: '+' }, somebody.actor);
  }
  const last = bots.at(-1);
  await expect.poll(() => (last === undefined ? 0 : readSnapshot(last.doc).influences.length)).toBe(7);
}

async function goTo(url: string, { created, bots }: HalfDay, kind: string): Promise<void> {
  const phase = readSession(bots[0]?.doc ?? raise()).agenda.find((one) => one.kind === kind);
  await runCommand(url, created, { type: 'phase', id: phase?.id ?? '' });
}

function raise(): never {
  throw new Error('nobody is there');
}

/** One keystroke, the words, Enter. */
async function keep(
  page: Page,
  { key, text }: { readonly key: string; readonly text: string },
): Promise<void> {
  const words = page.getByRole('textbox', { name: 'Words to keep' });
  await expect(async () => {
    await page.keyboard.press(`Shift+${key}`);
    await expect(words).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(words).toHaveCount(0);
}

/** On a phone: the words, and Add. What it is needs no choosing in this phase. */
async function propose(page: Page, text: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Add to the map' });
  await expect(form.getByLabel('What it is')).toHaveValue('strategy');
  await form.getByRole('textbox').fill(text);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('[data-card]').filter({ hasText: text })).toBeVisible();
}

async function strategies(url: string, { created }: HalfDay): Promise<readonly string[]> {
  return (await readBoardFile(url, created)).strategies.map(({ text }) => text);
}

/** A four for everything. */
async function rateAll(page: Page): Promise<void> {
  const fours = page.getByRole('main').locator('label').filter({ hasText: /^4$/ });
  await expect(fours).toHaveCount(12);
  for (const four of await fours.all()) await four.click();
  await expect(page.getByText('12 of 12 answered')).toBeVisible();
}

async function openFromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
