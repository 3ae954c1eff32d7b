import { exportFile } from '../harness/api.ts';
import { expect, LAN, test } from '../harness/fixtures.ts';

test('on a plain http name of the room’s network people join, type, copy a link and take the picture away', async ({
  server,
  board,
  person,
}) => {
  const via = `${LAN}:${server.port}`;
  const ruth = await person('Ruth', 'Finance', 'facilitator', { via });
  const { page } = ruth;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.reload();
  await expect(ruth.board.grid.table).toBeVisible();
  // Else this test would prove nothing.
  expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await ruth.board.grid.add(['interfering', 'roles'], 'Typed without a certificate');
  await ruth.board.grid.choose('Typed without a certificate', 'Put on the map');
  await ruth.board.goTo('map');
  await expect(ruth.board.map.card('Typed without')).toBeVisible();
  await ruth.board.goTo('outline');
  await expect(ruth.board.outline.entries).toHaveCount(1);
  await ruth.board.goTo('grid');
  await expect(ruth.board.saved()).toBeVisible();

  await ruth.board.header.getByRole('button', { name: 'Invite' }).click();
  const invite = page.getByRole('dialog', { name: 'Invite people' });
  const copy = invite.getByRole('button', { name: 'Copy the Observer link' });
  const link = await invite.getByRole('textbox', { name: 'Observer' }).inputValue();
  expect(link).toBe(`${via}/b/${board.id}#${board.invites.observer}`);
  await copy.click();
  await expect(copy).toHaveText('Copied');
  await invite.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('searchbox')).toHaveValue(link);

  await ruth.board.header.getByRole('button', { name: 'Invite' }).click();
  await page.evaluate(() => (document.execCommand = () => false));
  const [file] = await Promise.all([page.waitForEvent('download'), copy.click()]);
  expect(file.suggestedFilename()).toBe('observer.txt');
  await expect(page.getByText('The link was saved as a file.').last()).toBeVisible();
  await invite.getByRole('button', { name: 'Close' }).click();

  const taken = await ruth.board.export('Map as SVG');
  expect(taken.bytes.equals(await exportFile(server.url, board, 'map.svg'))).toBe(true);
  expect(complaints).toEqual([]);
});
