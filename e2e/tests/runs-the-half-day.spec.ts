import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chance } from '@coherence/board/testing';
import { followAgenda } from '../band/follow-agenda.ts';
import { nameOf, readMaterial } from '../band/material.ts';
import { joinBand, type Member } from '../band/member.ts';
import { createBoard, readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';
import { joinAs } from '../harness/people.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { PlacePart } from '../pages/place-part.ts';
import { WallPage } from '../pages/wall-page.ts';
import { WritePart } from '../pages/write-part.ts';

const DESK = { viewport: { width: 1600, height: 900 } };
const WALL = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const SMALL_PHONE = { ...PHONE, viewport: { width: 320, height: 640 } };
const BOTS = 10;

const LEE = [
  'Central office visits are not coordinated',
  'Every plan wants its own template',
  'Coaches meet every second Tuesday',
];
const RUTH = ['Every plan wants its own template and calendar', 'Principals trust their coaches'];

/** `STORY=<folder>` keeps a picture of each moment, as docs/story.md shows them. */
const STORY = process.env['STORY'];

async function picture(page: Page, name: string): Promise<void> {
  if (STORY === undefined) return;
  mkdirSync(STORY, { recursive: true });
  await page.screenshot({ path: join(STORY, `${name}.png`) });
}

test('a half-day retreat runs from the lobby to the vote and on to the map, and no word is lost', async ({
  server,
  browserOf,
}) => {
  test.setTimeout(240_000);
  const material = readMaterial();
  const { title, question, units } = material;
  const created = await createBoard(server.url, { title, question, units, template: 'half-day' });
  const enter = async (name: string, role: 'facilitator' | 'participant', unit: number, options: object) =>
    joinAs(await browserOf(name, options), server.url, created, {
      name,
      unit: units[unit]?.name ?? '',
      role,
    });

  const dana = await enter('Dana', 'facilitator', 0, DESK);
  const lee = await enter('Lee', 'participant', 1, PHONE);
  const ruth = await enter('Ruth', 'participant', 2, SMALL_PHONE);
  const wallPage = await browserOf('Projector', WALL);
  const wall = { page: wallPage, recording: recordFrames(wallPage.context(), 'display') };
  await new WallPage(wallPage).open(server.url, created);
  const lead = new ConsolePart(dana.page);
  const bots: Member[] = [];
  for (let at = 0; at < BOTS; at += 1) {
    const unit = units[at % units.length];
    bots.push(await joinBand({ url: server.url, code: created.code }, nameOf(at + 1), unit?.name ?? ''));
  }
  const stops = bots.map((member, at) =>
    followAgenda({
      member,
      material,
      thoughts: material.factors.filter((_, index) => index % BOTS === at),
      luck: chance(100 + at),
    }),
  );
  const everybody = [dana, lee, ruth, wall];

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

    const [leeWrites, ruthWrites] = [new WritePart(lee.page), new WritePart(ruth.page)];
    await test.step('write alone', async () => {
      await lead.primary(/^Next: What gets in the way/).click();
      await leeWrites.add(...LEE);
      await ruthWrites.add(...RUTH);
      await picture(lee.page, '02-phone-writing');
      await picture(wall.page, '02-wall-writing');
      await leeWrites.done.click();
      await expect(lead.primary(/^Reveal 35 notes/)).toBeVisible();
      await picture(dana.page, '02-console-writing');
      for (const { recording } of [dana, ruth, wall]) await recording.assertNeverSaw(LEE[0] ?? '');
      for (const { recording } of everybody) await recording.assertNeverSaw(material.factors[0]?.text ?? '');
    });

    await test.step('reveal and walk', async () => {
      await lead.primary(/^Reveal 35 notes/).click();
      const room = dana.page.getByRole('main');
      await room.getByRole('button', { name: 'Start with the first note' }).click();
      await expect(room.getByText('1 of 35')).toBeVisible();
      for (let read = 0; read < 3; read += 1) {
        await room.getByRole('button', { name: 'Next', exact: true }).click();
      }
      await expect(room.getByText('4 of 35')).toBeVisible();
      await expect(ruth.page.getByText('4 of 35')).toBeVisible();
      await picture(dana.page, '03-walk');
      await picture(wall.page, '03-wall-walk');
      await picture(ruth.page, '03-phone-walk');
      await mergeOne(dana.page);
    });

    await test.step('place', async () => {
      await lead.primary(/^Next: Place in the grid/).click();
      await dana.page.getByRole('button', { name: /^Deal \d+ notes? to 6 pairs/ }).click();
      await placeAll(lee.page, 'Interfering Factors', 'Strategies and approaches');
      await picture(lee.page, '04-phone-placed');
      await placeAll(ruth.page, 'Integrative Factors', 'Roles and responsibilities');
      await expect(lead.root.getByText(/^(\d+) of \1 placed$/)).toBeVisible();
      await picture(dana.page, '04-console-placed');
      await picture(wall.page, '04-wall-grid');
    });

    await test.step('vote', async () => {
      await lead.primary(/^Next: Vote/).click();
      await lead.primary('Open the vote').click();
      for (const { page } of [lee, ruth]) await giveDots(page);
      await picture(lee.page, '05-phone-ballot');
      await expect(lead.primary(/^Close the vote\. 12 of 12 have voted/)).toBeVisible();
      await picture(wall.page, '05-wall-voting');
      await lead.primary(/^Close the vote/).click();
      await expect(wall.page.getByText('For prioritizing, not an official vote.')).toBeVisible();
      await picture(wall.page, '05-wall-result');
      await picture(dana.page, '05-result');
      await dana.page.getByRole('button', { name: /^Put the top \d+ on the map/ }).click();
    });

    await test.step('break', async () => {
      await lead.primary(/^Next: Break/).click();
      await expect(lee.page.getByRole('heading', { name: 'Break' })).toBeVisible();
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
      for (const text of [...LEE, ...RUTH]) expect(words).toContain(text);
      for (const [at] of bots.entries()) {
        const said = material.factors.filter((_, index) => index % BOTS === at).slice(0, 3);
        for (const { text } of said) expect(words).toContain(JSON.stringify(text).slice(1, -1));
      }
      expect(file.voteRounds).toHaveLength(1);
    });

    await test.step('back and forward lose nothing', async () => {
      await lead.back.click();
      await expect(lead.phase('Link: what leads to what?')).toBeVisible();
      await lead.primary(/^Next: Read the map/).click();
      await expect(lead.phase('Read the map')).toBeVisible();
      expect((await readBoardFile(server.url, created)).voteRounds).toHaveLength(1);
    });
  } finally {
    for (const stop of stops) stop();
    for (const bot of bots) bot.leave();
  }
});

/** Merges the first note that looks like the walked one into it, wherever in the walk there is one. */
async function mergeOne(page: Page): Promise<void> {
  const room = page.getByRole('main');
  const merge = room.getByRole('button', { name: /^Merge into this: “/ }).first();
  const next = room.getByRole('button', { name: 'Next', exact: true });
  for (let read = 0; read < 30; read += 1) {
    if (await merge.isVisible()) break;
    await next.click();
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
