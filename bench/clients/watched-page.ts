import { chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../scripts/find-chromium.mjs';
import type { RoomPages } from '../wire/dialect.ts';
import { pause } from './pace.ts';

const LOOK_EVERY_MS = 250;
const QUIET_MS = 2_000;
const SETTLED_LIMIT_MS = 120_000;
/** What is there once a view is open, and what each card of it is. */
const OPEN = { grid: 'table', map: '.map-canvas' } as const;
const CARDS = { grid: 'table [data-card]', map: '[data-shape-type="factor"]' } as const;

/** A page in a real browser on a slow device, which says how long its long tasks (over 50 ms) took. */
export interface WatchedPage {
  /** Waits until the page holds so many cards and has had no long task for two seconds. Answers the tasks since the last call, in ms. */
  settled(cards: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Joins as a person would and opens a view, which from then on runs `slowdown` times slower. */
export async function openWatchedPage(
  pages: RoomPages,
  view: 'grid' | 'map',
  slowdown: number,
): Promise<WatchedPage> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath: ensureChromium(), args });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(noteLongTasks);
    await page.goto(pages.join);
    const field = page.getByLabel('Your name');
    await field.fill('Slow device');
    await page.getByRole('button', { name: 'Join the board' }).click();
    await field.waitFor({ state: 'detached' });
    await page.goto(pages[view]);
    await page.locator(OPEN[view]).first().waitFor();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return { settled: (cards) => untilSettled(page, CARDS[view], cards), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function untilSettled(page: Page, selector: string, cards: number): Promise<readonly number[]> {
  const tasks: number[] = [];
  const limit = performance.now() + SETTLED_LIMIT_MS;
  let quietSince = performance.now();
  while (performance.now() - quietSince < QUIET_MS) {
    if (performance.now() > limit) throw new Error(`the page did not come to rest with ${cards} cards`);
    await pause(LOOK_EVERY_MS);
    const asked = performance.now();
    const more = await page.evaluate(takeLongTasks);
    // A page that answers late was in a task that it notes only afterwards.
    const isLate = performance.now() - asked > LOOK_EVERY_MS;
    if (isLate || more.length > 0 || (await page.evaluate(countOf, selector)) < cards)
      quietSince = performance.now();
    tasks.push(...more);
  }
  return tasks;
}

type Noting = { longTasks?: number[] };

/** Runs in the page. The selectors of the test library would take seconds of a slow page. */
function countOf(selector: string): number {
  return document.querySelectorAll(selector).length;
}

/** Runs in the page, before its own code. */
function noteLongTasks(): void {
  const longTasks: number[] = [];
  Object.assign(globalThis, { longTasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page. */
function takeLongTasks(): readonly number[] {
  return (globalThis as Noting).longTasks?.splice(0) ?? [];
}
