import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/fixtures.ts';
import type { Cell } from '../pages/grid-part.ts';
import { PeoplePart } from '../pages/people-part.ts';

const PURPOSES: Cell = ['interfering', 'purposes'];

const paste = (at: Locator, text: string) =>
  at.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('[LIST1] [LIST11] a list of Word in the outline, a table in the grid, a roster of who is expected', async ({
  person,
}) => {
  const { board, page } = await person('Ruth', 'Finance', 'facilitator');
  const field = await board.grid.compose(PURPOSES);
  await paste(field, 'Finance\tGuidance arrives late\nGrants\t"No shared\ncalendar"\n');
  const dialog = page.getByRole('dialog', { name: 'What are these columns?' });
  await expect(dialog.getByRole('combobox', { name: 'Column 2' })).toHaveValue('words');
  await dialog.getByRole('button', { name: 'Add 2 factors' }).click();
  await expect(board.grid.cell(PURPOSES)).toHaveText([/^Guidance arrives late/, /^No shared\s+calendar/]);
  await expect(dialog).toHaveCount(0);

  await board.goTo('outline');
  await page.getByRole('textbox', { name: 'Words of the new entry' }).waitFor();
  await paste(page.locator('body'), '•\tRoles are unclear\r\no\tStaff leave in June\r\n');
  await expect(board.outline.entries.filter({ hasText: 'Roles are unclear' })).toHaveCount(1);
  await expect(board.outline.entries.filter({ hasText: 'Staff leave in June' })).toHaveCount(1);
  await board.goTo('grid');

  const people = new PeoplePart(page);
  await people.open();
  await people.show('Attendance');
  await people.dialog.getByRole('button', { name: 'Paste who is expected' }).click();
  const expected = people.dialog.getByLabel('Who is expected');
  await paste(
    expected,
    '"Rivera, Ana",ana.r@sea.example,Finance\n"Chen, Bo",bo.c@sea.example,"Grants, Title I"\n',
  );
  await expect(dialog.getByRole('combobox', { name: 'Column 2' })).toHaveValue('out');
  await dialog.getByRole('button', { name: 'Take 2 people' }).click();
  await expect(expected).toHaveValue('Ana Rivera\tFinance\nBo Chen\tGrants, Title I');
  await people.dialog.getByRole('button', { name: 'Expect 2 people' }).click();
  await expect(people.dialog.getByText('0 of 2 are here')).toBeVisible();
});
