import { importBoard, readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';

const unitsOf = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}${at}`, name: `${name} ${at}` }));
const fileOf = (units: readonly object[]) => ({
  name: 'board.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ schema: 'coherence-board/1', title: 'Another', units })),
});

test('[BOUND1] a file with more units than a board can have says so, and adds nothing until it fits', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, fileOf(unitsOf(299, 'Unit')).buffer.toString());
  const count = async () => (await readBoardFile(server.url, board)).units.length;
  const who = { name: 'Frances', unit: 'Unit 0', role: 'facilitator' } as const;
  const { page, board: screen } = await joinAs(await browserOf('Frances'), server.url, board, who);
  await screen.header.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a file into this board' });
  const choose = (units: readonly object[]) =>
    dialog.locator('input[type=file]').setInputFiles(fileOf(units));

  await choose(unitsOf(20_000, 'New'));
  await expect(dialog.getByText('units has 20000 entries; a board can have 300 there')).toBeVisible();
  await expect(dialog.getByText('Nothing was added or changed.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add to this board' })).toHaveCount(0);

  await choose(unitsOf(2, 'New'));
  await dialog.getByRole('button', { name: 'Add to this board' }).click();
  const told = page.getByText('With this file the board would have 301 units; it can have 300.');
  await expect(told.last()).toBeInViewport();
  await expect(dialog).toBeVisible();

  await choose(unitsOf(1, 'New'));
  await dialog.getByRole('button', { name: 'Add to this board' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(count).toBe(300);
});
