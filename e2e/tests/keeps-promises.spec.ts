import { readBoardFile, runCommand } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { WritePart } from '../pages/write-part.ts';

const SECRET = { id: 'secret', kind: 'write', title: 'Say it', identity: 'anonymous' } as const;
const WALK = { id: 'walk', kind: 'walk', title: 'Walk the notes' } as const;

test('notes without names of two people are shown only where their writers say so, and the room goes on', async ({
  server,
  board,
  person,
}) => {
  await runCommand(server.url, board, { type: 'set-agenda', agenda: [SECRET, WALK] });
  await runCommand(server.url, board, { type: 'phase', id: SECRET.id });
  const dana = await person('Dana', 'Finance', 'participant');
  await expect(dana.page.getByText('Only 1 person is here. In so small a group')).toBeVisible();
  const lee = await person('Lee', 'Special Education', 'participant');
  await expect(dana.page.getByText('Only 2 people are here. In so small a group')).toBeVisible();
  const olga = await person('Olga', 'Finance', 'observer');
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  await expect(dana.page.getByText('3 people are here: notes can be without names.')).toBeVisible();
  await new WritePart(dana.page).add('We announce before we ask');
  await new WritePart(lee.page).add('Nobody tells the board about attendance');

  const button = ruth.page.getByRole('button', { name: 'Reveal… Fewer than 3 people have written.' });
  await button.click();
  const dialog = ruth.page.getByRole('dialog', { name: 'Fewer than 3 people have written' });
  await dialog.getByRole('button', { name: 'Ask those who wrote' }).click();
  await dana.page.getByRole('button', { name: 'Yes, show them' }).click();
  await lee.page.getByRole('button', { name: 'No, not with so few' }).click();
  await expect(dana.page.getByText('You said yes.')).toBeVisible();
  await expect(lee.page.getByText('You said no.')).toBeVisible();
  await expect(new WritePart(lee.page).status).toHaveText('1 written');
  await ruth.page.getByRole('button', { name: 'Show what the writers agreed to' }).click();
  await dialog.getByRole('button', { name: 'Show what the writers agreed to' }).click();
  await expect(ruth.page.getByText('1 note to read aloud, one at a time.')).toBeVisible();

  const { factors } = await readBoardFile(server.url, board);
  expect(factors.map(({ text, sources }) => [text, sources])).toEqual([['We announce before we ask', {}]]);
  for (const { recording } of [dana, olga, ruth])
    await recording.assertNeverSaw('Nobody tells the board about attendance');
  const kept = lee.page.getByRole('region', { name: 'This note is not on the board' });
  await expect(kept).toContainText('Nobody tells the board about attendance');
  await kept.getByRole('button', { name: 'Add with my name' }).click();
  await expect(kept).toHaveCount(0);
  const after = (await readBoardFile(server.url, board)).factors;
  expect(after.flatMap(({ sources }) => Object.values(sources).map(({ name }) => name))).toEqual(['Lee']);
});
