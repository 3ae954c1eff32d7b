import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { expect as shown } from '@playwright/test';
import { runParticipant, type Pretend } from '@coherence/band';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/bootstrap/prepare.mjs';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { createBoard, readBoardFile } from '../harness/api.ts';
import { joinAs } from '../harness/people.ts';
import { startServer, type ServerProcess } from '../harness/server.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { WallPage } from '../pages/wall-page.ts';
import { WritePart } from '../pages/write-part.ts';
import { joinBand } from './band.ts';
import { nameOf, readMaterial } from './material.ts';
import { noticedOn, watchPage, type Noticed } from './watch-page.ts';

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const BOTS = Number(process.env['BOTS'] ?? 44);
const NOTES_EACH = 4;
/** People take longer for each thing. */
const SPEED = 4;
/** Two cores carry the server, 44 people and three browsers: what one page has for itself is a fraction of them. */
const FREEZE_MAX_MS = 2500;
/** Moments at which people read or work and the room stays where it is, or goes on as people expect it. */
const CALM: ReadonlySet<string> = new Set([
  '2-why',
  '3-writing',
  '4-revealed',
  '5-groups',
  '7-voting',
  '8-result',
  '9-links',
]);
/**
 * A console that makes room for an open vote is 0.024; a line more over the grid 0.05; a phone whose list of links begins
 * above what it pushes down 0.1. What is left is links that get a second line under the reader, 0.013.
 */
const SHIFT_MAX = 0.02;
/** `STORY=<folder>` keeps pictures. */
const STORY = process.env['STORY'];

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  await ensureBuilt(ROOT);
  server = await startServer();
  const executablePath = findChromium();
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test('ninety minutes with 45 people of six units: no person waits, nothing jumps, nothing is lost', async () => {
  const material = readMaterial();
  const units = [...material.units, { id: 'six', name: 'Office of Finance', short: 'OF' }];
  const { title, question } = material;
  const board = await createBoard(server.url, { title, question, units, template: 'ninety-minutes' });
  const unitOf = (at: number) => units[at % units.length]?.name ?? '';
  const errors: string[] = [];
  const open = async (who: string, options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ baseURL: server.url, ...options });
    context.on('weberror', (error) => errors.push(`${who}: ${error.error().message}`));
    const page = await context.newPage();
    await watchPage(page);
    return page;
  };

  const lead = await joinAs(await open('Dana', DESK), server.url, board, {
    name: 'Dana',
    unit: unitOf(0),
    role: 'facilitator',
  });
  const phone = await joinAs(await open('Noor', PHONE), server.url, board, {
    name: 'Noor',
    unit: unitOf(1),
    role: 'participant',
  });
  const wallPage = await open('wall', DESK);
  await new WallPage(wallPage).open(server.url, board);
  const console_ = new ConsolePart(lead.page);
  const watched = { lead: lead.page, phone: phone.page, wall: wallPage };
  const figures: Record<string, Record<string, Noticed>> = {};
  const noted = async (moment: string): Promise<void> => {
    figures[moment] = Object.fromEntries(
      await Promise.all(
        Object.entries(watched).map(async ([who, page]) => {
          if (STORY !== undefined) {
            mkdirSync(STORY, { recursive: true });
            await page.screenshot({ path: join(STORY, `90-${moment}-${who}.png`) });
          }
          return [who, await noticedOn(page)] as const;
        }),
      ),
    );
    console.log(moment, JSON.stringify(figures[moment]));
  };
  const next = (words: RegExp) => console_.primary(words).click();
  const file = () => readBoardFile(server.url, board);

  const bots: Pretend[] = [];
  const leaving = new AbortController();
  try {
    await next(/^Start: Join/);
    for (let at = 0; at < BOTS; at += 1) {
      bots.push(await joinBand({ url: server.url, code: board.code }, nameOf(at), at));
    }
    for (const [at, member] of bots.entries()) {
      const from = (at * NOTES_EACH) % material.thoughts.length;
      const round = [...material.thoughts.slice(from), ...material.thoughts.slice(0, from)];
      const says = round.slice(0, NOTES_EACH);
      void runParticipant(member, { material, seed: at, says, speed: SPEED, signal: leaving.signal });
    }
    await shown(lead.page.getByText(`${BOTS + 2}`).first()).toBeVisible();
    await noted('1-lobby');

    await next(/^Next: Why we meet/);
    await noted('2-why');

    await next(/^Next: Silent writing/);
    const writes = new WritePart(phone.page);
    await shown(writes.field).toBeVisible();
    await phone.page.locator('label').filter({ hasText: 'Interfering' }).first().click();
    await phone.page.locator('label').filter({ hasText: 'Roles' }).first().click();
    await writes.add('Nobody says who decides');
    await writes.done.click();
    await shown(console_.primary(new RegExp(`^Reveal ${BOTS * NOTES_EACH + 1} notes`))).toBeVisible({
      timeout: 60_000,
    });
    await noted('3-writing');

    await next(/^Reveal/);
    await shown(phone.page.getByText(`${BOTS * NOTES_EACH + 1} notes`)).toBeVisible({ timeout: 30_000 });
    await noted('4-revealed');

    await next(/^Next: Breakouts/);
    await lead.page.getByRole('button', { name: /^Put people into 6 rooms/ }).click();
    await shown(phone.page.getByText(/You work with/)).toBeVisible();
    await expect.poll(async () => (await file()).groups.length, { timeout: 60_000 }).toBeGreaterThan(8);
    await noted('5-groups');

    await next(/^Next: Rooms report/);
    await noted('6-report');

    await next(/^Next: Vote/);
    await next(/^Open the vote/);
    const more = phone.page.getByRole('button', { name: /^One more dot for/ });
    await more.first().click();
    await shown(console_.primary(new RegExp(`^Close the vote. ${BOTS + 1} of`))).toBeVisible({
      timeout: 60_000,
    });
    await noted('7-voting');
    await next(/^Close the vote/);
    await shown(phone.page.getByText('For prioritizing, not an official vote.')).toBeVisible();
    await noted('8-result');
    await next(/^Next: put the top/);

    await next(/^Next: Three strongest links/);
    await shown(phone.page.getByRole('button', { name: 'Add a link' })).toBeVisible();
    await expect
      .poll(async () => (await file()).influences.length, { timeout: 60_000 })
      .toBeGreaterThan(BOTS / 2);
    await noted('9-links');

    await next(/^Next: What the map says/);
    await noted('10-read');
    await next(/^Next: Who carries/);
    await next(/^Next: Close/);
    await noted('11-close');
    await next(/^End the session/);

    const end = await file();
    const named = new Set(end.groups.map(({ text }) => text));
    const written = end.factors.filter(({ text, pos }) => pos === null || !named.has(text));
    expect(written).toHaveLength(BOTS * NOTES_EACH + 1);
    expect(end.factors.filter(({ pos }) => pos !== null).length).toBeLessThan(30);
    expect(end.voteRounds).toMatchObject([{ participants: BOTS + 1 }]);
    expect(errors).toEqual([]);
    for (const [moment, people] of Object.entries(figures)) {
      for (const [who, { longestTask, shifted, worst }] of Object.entries(people)) {
        expect(longestTask, `${who} at ${moment} waited`).toBeLessThan(FREEZE_MAX_MS);
        if (CALM.has(moment)) expect(shifted, `${who} at ${moment}: ${worst}`).toBeLessThan(SHIFT_MAX);
      }
    }
  } catch (error) {
    await noted('failed').catch(() => undefined);
    throw error;
  } finally {
    leaving.abort();
    for (const bot of bots) bot.leave();
  }
});
