import type { Page } from '@playwright/test';
import { createBoard, importBoard, readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';

const FROM = {
  schema: 'coherence-board/1',
  title: 'The first board',
  units: [
    { id: 'a', name: 'Finance' },
    { id: 'b', name: 'Family Engagement' },
  ],
  factors: [
    ['turnover', 'Turnover', 'a', 'a1', 0],
    ['workload', 'Workload', 'b', 'a2', 400],
    ['trust', 'Trust', 'a', 'a3', 800],
  ].map(([id, text, unit, rank, x]) => ({
    id,
    text,
    kind: 'factor',
    sources: { [String(unit)]: { unit } },
    cell: ['interfering', 'roles', rank],
    pos: [x, 0, 206],
  })),
  influences: [
    { id: 'l', from: 'turnover', to: 'workload', polarity: '-', source: { kind: 'unit', id: 'a' } },
  ],
};

const told = (page: Page) => page.locator('.toast').last();

/** Drops or pastes what a person may bring, on this element. */
const bring = (
  page: Page,
  on: string,
  how: 'drop' | 'paste',
  brought: { text?: string; file?: [string, string, string] },
) =>
  page
    .locator(on)
    .first()
    .evaluate(
      (element, { type, what: { text, file } }) => {
        const data = new DataTransfer();
        if (text !== undefined) data.setData('text/plain', text);
        if (file !== undefined) data.items.add(new File([file[2]], file[0], { type: file[1] }));
        const box = element.getBoundingClientRect();
        const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
        const how = { bubbles: true, cancelable: true };
        const event =
          type === 'drop'
            ? new DragEvent('drop', { ...how, ...at, dataTransfer: data })
            : new ClipboardEvent('paste', { ...how, clipboardData: data });
        return !element.dispatchEvent(event);
      },
      { type: how, what: brought },
    );

test('[COPY1] [COPY3] [COPY5] cards are copied, cut and pasted with links and units, from board to board and view to view', async ({
  server,
  browserOf,
}) => {
  const page = await browserOf('Ruth');
  const from = await importBoard(server.url, JSON.stringify(FROM));
  const ruth = { name: 'Ruth', unit: 'Finance', role: 'facilitator' } as const;
  const { board } = await joinAs(page, server.url, from, ruth);
  const words = (text: string) =>
    page.locator('[data-card]').filter({ hasText: text }).locator('[data-part="words"]');
  await words('Turnover').click({ modifiers: ['ControlOrMeta'] });
  await words('Workload').click({ modifiers: ['ControlOrMeta'] });
  // What listens comes after the grid.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+c');
    await expect(told(page)).toContainText('Copied 2 cards', { timeout: 1_000 });
  }).toPass();

  const to = await createBoard(server.url, { title: 'The second board', units: ['Finance'] });
  await joinAs(page, server.url, to, ruth);
  await board.grid.add(['integrative', 'purposes'], 'Was here');
  await page.keyboard.press('Escape');
  await words('Was here').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(told(page)).toContainText('Pasted 2 cards with 1 link. Said elsewhere by Family Engagement');
  const file = () => readBoardFile(server.url, to);
  await expect.poll(async () => (await file()).influences.length).toBe(1);
  const pasted = (await file()).factors.filter(({ text }) => text !== 'Was here');
  expect(
    pasted.map(({ text, cell, sources }) => [text, cell?.[0], Object.keys(sources).length]).toSorted(),
  ).toEqual([
    ['Turnover', 'integrative', 1],
    ['Workload', 'integrative', 0],
  ]);

  await words('Turnover').focus();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(told(page)).toContainText('Cut 1 card');
  await expect(words('Turnover')).toHaveCount(0);
  await page.locator('.grid-notice').getByRole('button', { name: 'Undo' }).click();
  await expect(words('Turnover')).toHaveCount(1);

  await page.goto(`/b/${to.id}?view=outline`);
  await page.getByRole('heading', { name: 'Outline' }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('.entry').filter({ hasText: 'Turnover' })).toHaveCount(1);
  await words('Turnover').focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(told(page)).toContainText('Copied 1 card');
  await page.goto(`/b/${to.id}?view=map`);
  await expect(board.map.cards).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(board.map.cards).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+x');
  await expect(board.map.cards).toHaveCount(1);
});

test('[DROP1] [DROP2] words, files and pictures that are dropped or pasted are taken or answered, on every view', async ({
  person,
}) => {
  const { page, board } = await person('Ruth', 'Finance', 'facilitator');
  await board.grid.add(['integrative', 'purposes'], 'Was here');
  await page.keyboard.press('Escape');
  const cell = '[data-place="interfering.roles"]';
  expect(await bring(page, cell, 'drop', { text: '• Late money\n• Tired staff' })).toBe(true);
  await expect(page.locator(`${cell} [data-card]`)).toHaveCount(2);
  expect(await bring(page, cell, 'paste', { file: ['wall.png', 'image/png', 'x'] })).toBe(true);
  await expect(told(page)).toContainText('“wall.png” is a picture.');
  await page.getByRole('button', { name: 'Put all on the map' }).click();

  await board.goTo('outline');
  expect(await bring(page, '.outline-page', 'drop', { text: 'Dropped on the outline' })).toBe(true);
  await expect(page.locator('.entry').filter({ hasText: 'Dropped on the outline' })).toHaveCount(1);
  expect(await bring(page, '.outline-page', 'drop', { file: ['plan.pdf', 'application/pdf', 'x'] })).toBe(
    true,
  );
  await expect(told(page)).toContainText('“plan.pdf” is a document.');

  await board.goTo('map');
  await expect(board.map.cards).toHaveCount(4);
  expect(await bring(page, '.tl-canvas', 'drop', { text: 'Dropped on the map' })).toBe(true);
  await expect(board.map.cards).toHaveCount(5);
  const boardFile = JSON.stringify({ ...FROM, title: 'Dropped' });
  expect(
    await bring(page, '.tl-canvas', 'drop', { file: ['first.json', 'application/json', boardFile] }),
  ).toBe(true);
  const dialog = page.getByRole('dialog', { name: /^Import/ });
  await expect(dialog).toContainText('first.json');
  await dialog.getByRole('button', { name: 'Add', exact: false }).last().click();
  await expect(board.map.cards).toHaveCount(8);
  expect(page.context().pages()).toHaveLength(1);
});
