import { readBoard, readBoardFile, runCommand } from '../harness/api.ts';
import { expect, test as base } from '../harness/fixtures.ts';
import { becomeKeptBrowser, keptDesk, startOnKeptStore } from '../harness/kept-browser.ts';
import { BoardPage } from '../pages/board-page.ts';
import { WritePart } from '../pages/write-part.ts';

const test = base.extend<{ old: Awaited<ReturnType<typeof startOnKeptStore>> }>({
  old: async ({}, use) => {
    const server = await startOnKeptStore();
    await use(server);
    await server.dispose();
  },
});

const textsOn = async (url: string) => (await readBoardFile(url, keptDesk())).factors.map(({ text }) => text);

test('[KEEPS7] a browser with a copy of revision 4b10a38 opens the board, and the words it had not sent arrive', async ({
  old,
  browserOf,
}) => {
  const desk = keptDesk();
  expect(await textsOn(old.url)).not.toContain('Said in the elevator');
  const page = await browserOf('Dana', { via: old.url });
  await becomeKeptBrowser(page, old.url, 'dana');
  await page.goto(`${old.url}/b/${desk.id}`);
  await expect.poll(() => textsOn(old.url)).toContain('Said in the elevator');
  await expect(new BoardPage(page).saved()).toBeVisible();
  expect((await readBoard(old.url, desk.id, desk.token)).title).toBe('Two browsers that went offline');
});

test('[KEEPS7] a private copy of revision 4b10a38 opens with its notes, and the one it had not sent arrives', async ({
  old,
  browserOf,
}) => {
  const desk = keptDesk();
  const page = await browserOf('Lee', { via: old.url });
  await becomeKeptBrowser(page, old.url, 'lee');
  await page.goto(`${old.url}/b/${desk.id}`);
  const write = new WritePart(page);
  for (const words of ['Thought at the desk', 'Thought on the train']) {
    await expect(write.note(words)).toBeVisible();
  }
  await expect(write.status).toHaveText('2 written');
  await runCommand(old.url, desk, { type: 'reveal', phase: 'w-unit' });
  expect(await textsOn(old.url)).toEqual(
    expect.arrayContaining(['Thought at the desk', 'Thought on the train']),
  );
});
