import type { CommandBody } from '@coherence/protocol/http';
import type { Page } from '@playwright/test';
import { readBoardFile, runCommand } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Versions' });

async function openVersions(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await expect(dialog(page)).toBeVisible();
}

test('a facilitator saves a version, sees what changed since and restores it; no other person loses a word', async ({
  server,
  board,
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  const dana = await person('Dana', 'Special Education', 'participant');
  await maya.board.grid.add(['interfering', 'roles'], 'Late money', 'Two plans');
  await expect(dana.board.grid.factor('Two plans')).toBeVisible();

  await openVersions(maya.page);
  await dialog(maya.page).getByRole('textbox', { name: 'Name of a version' }).fill('Before lunch');
  await dialog(maya.page).getByRole('button', { name: 'Save a version' }).click();
  const version = dialog(maya.page).getByRole('listitem').filter({ hasText: 'Before lunch' });
  await expect(version).toContainText('Maya');

  const field = await dana.board.grid.edit('Late money');
  await field.fill('Slow money');
  await field.press('Escape');
  await dana.board.grid.add(['integrative', 'roles'], 'Shared coach');
  await expect(dana.board.saved()).toBeVisible();
  await version.getByRole('button', { name: 'What changed since Before lunch' }).click();
  await expect(version.getByText('2 changes since')).toBeVisible();
  await expect(version.getByText('Reworded factor “Late money”. Now it says “Slow money”.')).toBeVisible();
  await expect(version.getByText('Added factor “Shared coach”.')).toBeVisible();

  await version.getByRole('button', { name: 'Restore as a new version: Before lunch' }).click();
  await version.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dana.board.grid.factor('Late money')).toBeVisible();
  await expect(dana.board.grid.factor('Shared coach')).toHaveCount(0);
  await expect(version.getByText('Nothing changed since.')).toBeVisible();

  const before = dialog(maya.page)
    .getByRole('listitem')
    .filter({ hasText: 'Before a restore: Before lunch' });
  await before.getByRole('button', { name: /^Restore as a new version/ }).click();
  await before.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dana.board.grid.factor('Slow money')).toBeVisible();
  await expect(dana.board.grid.factor('Shared coach')).toBeVisible();
  const { factors } = await readBoardFile(server.url, board);
  expect(factors.map(({ text, no }) => [no, text])).toEqual(
    expect.arrayContaining([
      [1, 'Slow money'],
      [3, 'Shared coach'],
    ]),
  );
});

test('every phase leaves a version to go back to, and a version is a file one can keep', async ({
  server,
  board,
  person,
}) => {
  const command = (body: CommandBody) => runCommand(server.url, board, body);
  const agenda = [
    { id: 'read', kind: 'read', title: 'Look at the map' },
    { id: 'break', kind: 'break', title: 'Break' },
  ] as const;
  await command({ type: 'set-agenda', agenda });
  const maya = await person('Maya', 'Finance', 'facilitator');
  await maya.board.grid.add(['interfering', 'roles'], 'Late money');
  await command({ type: 'phase', id: 'read' });
  await maya.board.grid.add(['interfering', 'roles'], 'Two plans');
  await expect(maya.board.saved()).toBeVisible();
  await command({ type: 'phase', id: 'break' });

  await openVersions(maya.page);
  const lines = dialog(maya.page).getByRole('listitem');
  await expect(lines.locator('.version-name')).toHaveText(['Before: Break', 'Before: Look at the map']);
  const [file] = await Promise.all([
    maya.page.waitForEvent('download'),
    lines.getByRole('button', { name: 'Download Before: Look at the map' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/look-at-the-map\.json$/);
});
