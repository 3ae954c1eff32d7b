import type { Page } from '@playwright/test';
import { importBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { GRID_SAMPLE, MAP_SAMPLE } from '../harness/samples.ts';

/** Below this width a screen is held in a hand. */
const DESK_FROM = 1000;
const SCREENS = [
  [1600, 900],
  [1024, 768],
  [1920, 1080],
  [390, 844],
  [320, 640],
] as const;

const widthTooMuch = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pairs of things in the header that lie on each other, and things that stick out of the window. */
const collisionsIn = (page: Page) =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll('header[class^=board] :is(a, button, .saved, h1)')]
      .filter((part) => part.checkVisibility() && part.querySelector('a, button') === null)
      .map((part) => ({
        name: (part.ariaLabel ?? part.textContent).trim(),
        box: part.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const found = parts
      .filter(({ box }) => box.left < -1 || box.right > innerWidth + 1)
      .map(({ name }) => `${name} sticks out`);
    for (const [index, { name, box }] of parts.entries()) {
      for (const other of parts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 1) found.push(`${name} lies on ${other.name}`);
      }
    }
    return { parts: parts.length, found };
  });

for (const [width, height] of SCREENS) {
  test(`nothing scrolls sideways or overlaps at ${width} x ${height}`, async ({ server, browserOf }) => {
    const grid = await importBoard(server.url, GRID_SAMPLE.text);
    const page = await browserOf('Dana', { viewport: { width, height } });
    const fits = async (what: string) => {
      expect.soft(await widthTooMuch(page), `${what} is wider than the screen by`).toBeLessThanOrEqual(0);
      const { parts, found } = await collisionsIn(page);
      expect.soft(found, `the header of ${what}`).toEqual([]);
      return parts;
    };
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fits('start');
    await page.goto('/new');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fits('create');
    await page.goto(`/join/${grid.code}`);
    await page.getByRole('group', { name: 'Your unit' }).waitFor();
    await fits('join');

    const { board } = await joinAs(page, server.url, grid, {
      name: 'Dana',
      unit: 'Office of School and District Improvement',
      role: 'facilitator',
    });
    const words = page.locator('[data-card] [data-part="words"]');
    await words.first().waitFor();
    expect(await fits('grid')).toBeGreaterThan(4);
    const sizes = await words.evaluateAll((all) =>
      all.map((one) => parseFloat(getComputedStyle(one).fontSize)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(width < DESK_FROM ? 13 : 15);

    const map = await importBoard(server.url, MAP_SAMPLE.text);
    await joinAs(page, server.url, map, {
      name: 'Dana',
      unit: 'Superintendent’s Office',
      role: 'facilitator',
    });
    await page.goto(`/b/${map.id}?view=outline`);
    await expect(board.outline.entries).toHaveCount(37);
    expect(await fits('outline')).toBeGreaterThan(4);
    await page.goto(`/b/${map.id}?view=map`);
    await expect(board.map.cards).toHaveCount(37);
    expect(await fits('map')).toBeGreaterThan(4);
    await page.goto(`/b/${map.id}/sheet`);
    await page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).waitFor();
    await fits('sheet');
  });
}
