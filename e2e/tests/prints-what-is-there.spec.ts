import type { Page } from '@playwright/test';
import { importBoard, runCommand } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';

const COLUMNS = ['purposes', 'strategies', 'roles', 'interactions'] as const;
const COUNT = 80;
const words = (at: number) => `Factor ${at} of those that stand in the way of all that was agreed`;

const factor = (at: number) => ({
  id: `f${at}`,
  text: words(at),
  kind: 'factor',
  no: at + 1,
  sources: { Finance: { unit: 'Finance' } },
  cell: [
    at % 2 === 0 ? 'interfering' : 'integrative',
    COLUMNS[at % COLUMNS.length],
    `a${String.fromCharCode(98 + Math.floor(at / 4))}`,
  ],
  pos: [(at % 10) * 260, Math.floor(at / 10) * 180, 206],
});
const FILE = {
  schema: 'coherence-board/1',
  title: 'Why plans stall',
  question: 'What gets in the way?',
  units: UNITS.map((name) => ({ id: name, name })),
  factors: Array.from({ length: COUNT }, (_, at) => factor(at)),
  notes: Array.from({ length: 30 }, (_, at) => ({
    id: `n${at}`,
    kind: 'decision',
    text: `Decision ${at} of the day`,
    at: 1_760_000_000_000 + at,
    about: [],
  })),
};

/** About the width of a letter page on its side, without its margins. */
const PAPER = { width: 965, height: 700 };

/** What paper would not show: what lies past its right edge, or in a box that scrolls; and words that are not black. */
const troublesOf = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) =>
      one.checkVisibility({ checkVisibilityCSS: true }),
    );
    const troubles: string[] = [];
    for (const one of shown) {
      const { overflowY, color, display } = getComputedStyle(one);
      const name = `${one.localName}.${one.className} ${one.textContent.slice(0, 30)}`;
      if (one.closest('.visually-hidden, svg') !== null || display === 'inline') continue;
      if (one.getBoundingClientRect().right > innerWidth + 1) troubles.push(`cut at the right: ${name}`);
      if (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
        troubles.push(`cut below: ${name}`);
      const ownWords = [...one.childNodes].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim() !== '',
      );
      if (ownWords && color !== 'rgb(0, 0, 0)' && one.closest('.chip, .avatar') === null)
        troubles.push(`not black (${color}): ${name}`);
    }
    return troubles;
  });

const pagesOf = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('[PRINT1] [PRINT2] paper has all of a view, dialog or result, with title and date, and no bar or button', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, JSON.stringify(FILE));
  const page = await browserOf('Ruth', { viewport: PAPER });
  await joinAs(page, server.url, board, { name: 'Ruth', unit: 'Finance', role: 'facilitator' });
  const head = page.locator('.print-head');
  const print = async (what: string, inside = '#board') => {
    await page.emulateMedia({ media: 'print' });
    await expect(head.or(page.locator('.printed-map svg')).first(), what).toContainText(
      /Why plans stall.*20\d\d/s,
    );
    expect.soft(await troublesOf(page), what).toEqual([]);
    for (const bar of ['.console-bar', '.board-header', '.shell-main .button', '[type=search]', '.composer'])
      await expect.soft(page.locator(bar).filter({ visible: true }), `${bar} of ${what}`).toHaveCount(0);
    const text = (await page.locator(inside).allTextContents()).join(' ');
    const pages = await pagesOf(page);
    await page.emulateMedia({ media: null });
    return { text, pages };
  };
  const missingIn = (text: string) =>
    FILE.factors.filter((one) => !text.replaceAll(/\s+/g, ' ').includes(one.text)).map(({ id }) => id);

  await expect(page.locator('[data-card]')).toHaveCount(COUNT);
  const grid = await print('grid');
  expect(missingIn(grid.text)).toEqual([]);
  expect(grid.pages).toBeGreaterThan(1);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.phone-grid')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await expect(page.locator('[data-card]').filter({ visible: true })).toHaveCount(COUNT);
  await page.emulateMedia({ media: null });

  await page.goto(`/b/${board.id}?view=outline`);
  await expect(page.locator('.entry')).toHaveCount(COUNT);
  const outline = await print('outline');
  expect(missingIn(outline.text)).toEqual([]);
  expect(outline.pages).toBeGreaterThan(1);

  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Kept for the minutes' }).click();
  const notes = page.getByRole('dialog').locator('textarea');
  await expect(notes).toHaveCount(30);
  expect((await print('minutes')).pages).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await expect(notes.filter({ visible: true })).toHaveCount(30);
  await expect(page.locator('.entry').filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await page.locator('.people-button').click();
  await page.getByRole('dialog', { name: 'People' }).getByText('Ruth').first().waitFor();
  expect((await print('people', '.dialog')).text).toContain('Ruth');
  await page.keyboard.press('Escape');

  await page.goto(`/b/${board.id}?view=map`);
  await expect(page.locator('.map-panel, .map-foot').first()).toBeVisible();
  const map = await print('map', '.printed-map text');
  // The picture breaks its lines itself.
  const first = FILE.factors.map(({ text }) => text.slice(0, text.indexOf(' of') + 3));
  expect(first.filter((line) => !map.text.includes(line))).toEqual([]);
  expect(map.pages).toBe(1);

  await runCommand(server.url, board, {
    type: 'set-agenda',
    agenda: [{ id: 'vote', kind: 'vote', title: 'Vote', identity: 'named' }],
  });
  await runCommand(server.url, board, { type: 'phase', id: 'vote' });
  await page.goto(`/b/${board.id}?view=room`);
  const items = FILE.factors.slice(0, 40).map(({ id }) => id);
  await runCommand(server.url, board, { type: 'vote-open', items, question: 'First?', method: 'dots' });
  await page.getByRole('button', { name: 'Vote yourself' }).click();
  await page.getByText(words(39)).first().waitFor();
  expect((await print('ballot')).text).toContain(words(39));
  await page
    .getByRole('button', { name: /^One more dot for/ })
    .first()
    .click();
  await page
    .getByText(/^7 of 8/)
    .first()
    .waitFor();
  await runCommand(server.url, board, { type: 'vote-close' });
  await page.getByText(/not an official vote/).waitFor();
  expect((await print('result')).text).toMatch(/Factor \d+ of those/);
});
