import type { Page } from '@playwright/test';
import { readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { openHalfDay, picture } from '../harness/half-day.ts';
import type { ServerProcess } from '../harness/server.ts';
import { PlacePart } from '../pages/place-part.ts';
import { WritePart } from '../pages/write-part.ts';

const LEE = [
  'Central office visits are not coordinated',
  'Every plan wants its own template',
  'Coaches meet every second Tuesday',
];
const NOOR = ['Every plan wants its own template and calendar', 'Principals trust their coaches'];

test('a half-day retreat runs from the lobby to the vote and on to the map, and no word is lost', async ({
  server,
  browserOf,
}) => {
  test.setTimeout(400_000);
  const room = await openHalfDay(server.url, browserOf);
  const { created, material, lead, dana, lee, noor, wall, bots } = room;
  const everybody = [dana, lee, noor, wall];
  room.follow();

  try {
    await test.step('lobby', async () => {
      await lead.primary(/^Start: Arrive/).click();
      await expect(wall.page.getByText(created.code.slice(0, 3)).first()).toBeVisible();
      await expect(lee.page.getByText('You are in')).toBeVisible();
      await picture(wall.page, '01-wall-join');
      await picture(lee.page, '01-phone-lobby');
      await picture(dana.page, '01-console');
    });

    await test.step('purpose', async () => {
      await lead.primary(/^Next: Purpose/).click();
      await expect(lee.page.getByRole('heading', { name: 'Purpose and ground rules' })).toBeVisible();
    });

    const [leeWrites, noorWrites] = [new WritePart(lee.page), new WritePart(noor.page)];
    await test.step('write alone', async () => {
      await lead.primary(/^Next: What gets in the way/).click();
      await leeWrites.add(...LEE);
      await noorWrites.add(...NOOR);
      await picture(lee.page, '02-phone-writing');
      await picture(wall.page, '02-wall-writing');
      await leeWrites.done.click();
      await expect(lead.primary(/^Reveal 35 notes/)).toBeVisible();
      await picture(dana.page, '02-console-writing');
      for (const { recording } of [dana, noor, wall]) await recording.assertNeverSaw(LEE[0] ?? '');
      for (const { recording } of everybody) await recording.assertNeverSaw(material.thoughts[0]?.text ?? '');
    });

    await test.step('reveal and walk', async () => {
      await lead.primary(/^Reveal 35 notes/).click();
      const main = dana.page.getByRole('main');
      await main.getByRole('button', { name: 'Start with the first note' }).click();
      await expect(main.getByText('1 of 35')).toBeVisible();
      for (let read = 0; read < 3; read += 1) {
        await main.getByRole('button', { name: 'Next', exact: true }).click();
      }
      await expect(main.getByText('4 of 35')).toBeVisible();
      await expect(noor.page.getByText('4 of 35')).toBeVisible();
      await picture(dana.page, '03-walk');
      await picture(wall.page, '03-wall-walk');
      await picture(noor.page, '03-phone-walk');
      await mergeOne(dana.page);
      await main.getByRole('button', { name: 'Park', exact: true }).click();
      await expect(main.getByText(/^Parked: “/)).toBeVisible();
    });

    await test.step('place', async () => {
      await lead.primary(/^Next: Place in the grid/).click();
      await dana.page.getByRole('button', { name: /^Deal \d+ notes? to 6 pairs/ }).click();
      await expect(new PlacePart(lee.page).words).toBeVisible();
      await crash(server, [dana.page, lee.page, noor.page]);
      await placeAll(lee.page, 'Interfering Factors', 'Strategies and approaches');
      await picture(lee.page, '04-phone-placed');
      await placeAll(noor.page, 'Integrative Factors', 'Roles and responsibilities');
      await expect(lead.root.getByText(/^(\d+) of \1 placed$/)).toBeVisible();
      await picture(dana.page, '04-console-placed');
      await picture(wall.page, '04-wall-grid');
    });

    await test.step('vote', async () => {
      await lead.primary(/^Next: Vote/).click();
      await lead.primary('Open the vote').click();
      await giveDots(lee.page);
      await expect(noor.page.getByRole('button', { name: /^One more dot for/ }).first()).toBeVisible();
      await noor.page.context().setOffline(true);
      await giveDots(noor.page);
      await expect(noor.page.getByText('Kept on this phone, not sent yet')).toBeVisible({ timeout: 30_000 });
      await picture(noor.page, '05-phone-offline');
      await expect(lead.primary(/^Close the vote\. 11 of 12 have voted/)).toBeVisible();
      await noor.page.context().setOffline(false);
      await picture(lee.page, '05-phone-ballot');
      await expect(lead.primary(/^Close the vote\. 12 of 12 have voted/)).toBeVisible();
      await picture(wall.page, '05-wall-voting');
      await lead.primary(/^Close the vote/).click();
      await expect(wall.page.getByText('For prioritizing, not an official vote.')).toBeVisible();
      await picture(wall.page, '05-wall-result');
      await picture(dana.page, '05-result');
      await lead.primary(/^Next: put the top \d+ on the map/).click();
    });

    await test.step('break', async () => {
      await lead.primary(/^Next: Break/).click();
      await expect(lee.page.getByRole('heading', { name: 'Break' })).toBeVisible();
    });

    await test.step('a person comes late', async () => {
      const late = await room.enter('Marta', 'participant', 3);
      await expect(late.page.getByText('We are at step 7 of 14: Break.')).toBeVisible();
      await expect(late.page.getByText(/Before: 3\d notes on the board, 1 vote closed/)).toBeVisible();
      await picture(late.page, '06-phone-late');
      await late.page.close();
    });

    await test.step('link in threes', async () => {
      await lead.primary(/^Next: Link/).click();
      await dana.page.getByRole('button', { name: /^Put people into 4 teams of three/ }).click();
      await expect(lee.page.getByText(/You work with/)).toBeVisible();
      await expect
        .poll(async () => (await readBoardFile(server.url, created)).influences.length)
        .toBeGreaterThan(8);
      await picture(lee.page, '06-phone-linking');
    });

    await test.step('read the map', async () => {
      await lead.primary(/^Next: Read the map/).click();
      await expect(dana.board.map.cards.first()).toBeVisible();
      await picture(dana.page, '07-map');
      await picture(wall.page, '07-wall-map');
    });

    await test.step('nothing is lost', async () => {
      const file = await readBoardFile(server.url, created);
      const words = JSON.stringify(file);
      for (const text of [...LEE, ...NOOR]) expect(words).toContain(text);
      for (const [at] of bots.entries()) {
        const said = room.thoughtsOf(at);
        for (const { text } of said) expect(words).toContain(JSON.stringify(text).slice(1, -1));
      }
      expect(file.voteRounds).toMatchObject([{ participants: 12 }]);
      expect(file.notes).toMatchObject([{ kind: 'parked' }]);
    });

    await test.step('back and forward lose nothing', async () => {
      await lead.goBack();
      await expect(lead.phase('Link: what leads to what?')).toBeVisible();
      await lead.primary(/^Next: Read the map/).click();
      await expect(lead.phase('Read the map')).toBeVisible();
      expect((await readBoardFile(server.url, created)).voteRounds).toHaveLength(1);
    });
  } finally {
    room.end();
  }
});

/** Pulls the server down and starts it again. Nobody reloads: a page that did would have forgotten the mark. */
async function crash(server: ServerProcess, pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.evaluate(() => document.body.setAttribute('data-here', 'all along'));
  await server.kill9();
  for (const page of pages) await expect(page.locator('.saved')).not.toHaveText('Saved', { timeout: 30_000 });
  await server.restart();
  for (const page of pages) {
    await expect(page.locator('.saved')).toHaveText('Saved', { timeout: 30_000 });
    await expect(page.locator('body')).toHaveAttribute('data-here', 'all along');
  }
}

/** Merges the first note that looks like the walked one into it, wherever in the walk there is one. */
async function mergeOne(page: Page): Promise<void> {
  const room = page.getByRole('main');
  const merge = room.getByRole('button', { name: /^Merge into this: “/ }).first();
  let step = room.getByRole('button', { name: 'Next', exact: true });
  for (let read = 0; read < 70; read += 1) {
    if (await merge.isVisible()) break;
    const place = await room.getByText(/^Note \d+ of 35$/).innerText();
    // It may be one of those that were read before this began.
    if (place.startsWith('Note 35 ')) step = room.getByRole('button', { name: 'Previous', exact: true });
    await step.click();
    await expect(room.getByText(place, { exact: true })).toBeHidden();
  }
  await merge.click();
  await expect(room.getByText(/1 merged/)).toBeVisible();
}

/** Places every note this phone was dealt that its partner has not placed. */
async function placeAll(page: Page, row: string, column: string): Promise<void> {
  const part = new PlacePart(page);
  const place = part.root.getByRole('button', { name: /^Place it/ });
  const all = page.getByText('All your notes have a place.');
  await place.or(all).first().waitFor();
  while (!(await all.isVisible())) await part.put(row, column);
}

async function giveDots(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /^One more dot for/ });
  await more.first().click();
  await more.nth(1).click();
}
