import { readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { openRoom, PHONE, ROLES } from '../harness/session-room.ts';
import { changeAtRandom, translate } from '../harness/translator.ts';
import { BallotPart } from '../pages/ballot-part.ts';
import { BoardPage } from '../pages/board-page.ts';
import { WalkPart } from '../pages/walk-part.ts';
import { WritePart } from '../pages/write-part.ts';

const BROKEN = 'Something went wrong on this screen';

test('[TRANSLATE1] a page that the browser translates neither breaks nor goes stale, in any phase and view', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, async (who, options) => {
    const page = await browserOf(who, options);
    await translate(page, who === 'Ruth' ? 'moved' : 'replaced');
    return page;
  });
  const lee = await room.enter('Lee', 'participant', PHONE);
  const ruth = await room.enter('Ruth', 'facilitator');
  const hers = new BoardPage(ruth);
  const mark = lee.locator('.saved');

  await room.go('write');
  const write = new WritePart(lee);
  await write.add('Grants end too early');
  await expect(mark).toHaveText('Saved');
  await write.done.click();
  await expect(write.done).toHaveAttribute('aria-pressed', 'true');
  await write.done.click();
  await expect(write.done).toHaveAttribute('aria-pressed', 'false');
  await expect(write.status).toContainText('1 written');
  expect(await lee.locator('#root font font').count()).toBeGreaterThan(10);

  await room.go('walk');
  const walk = new WalkPart(ruth);
  await ruth.goto(`/b/${room.board.id}?view=room`);
  await walk.next.click();
  const first = await walk.words.innerText();
  await expect(lee.getByRole('heading', { name: first })).toBeVisible();
  await walk.next.click();
  await expect(walk.words).not.toHaveText(first);
  await expect(new WalkPart(lee).words).toHaveText(await walk.words.innerText());

  await room.go('vote');
  const items = ['roles', 'data'];
  await room.run({
    type: 'vote-open',
    items,
    question: 'What matters?',
    method: 'dots',
    budget: 5,
    perItem: 2,
  });
  const ballot = new BallotPart(lee);
  await ballot.give(ROLES, 2);
  await expect(ballot.left).toHaveText('3 of 5 dots left');
  await ballot.less(ROLES).click();
  await expect(ballot.left).toHaveText('4 of 5 dots left');
  await expect(ballot.kept).toHaveText('Saved. You can still change it.');

  for (const view of ['grid', 'map', 'outline'] as const) await hers.goTo(view);
  await expect(hers.outline.sentence('Shared data days')).toBeVisible();
  await ruth.getByRole('button', { name: 'Shared data days', exact: true }).click();
  await ruth.getByRole('textbox', { name: 'The words of “Shared data days”' }).fill('Shared data weeks');
  await ruth.keyboard.press('Enter');
  await expect(hers.outline.sentence('Shared data weeks')).toBeVisible();
  await expect(lee.getByText('Shared data weeks').first()).toBeVisible();
  await expect(lee.getByText('Shared data days')).toHaveCount(0);

  await server.kill9();
  await expect(mark).toHaveText(/^Offline/);
  await server.restart();
  await expect(mark).toHaveText('Saved', { timeout: 30_000 });
  const omar = await browserOf('Omar');
  await translate(omar, 'removed');
  await omar.goto('/');
  for (const page of [lee, ruth, omar]) {
    for (const seed of [3, 12]) {
      const { right, said } = await changeAtRandom(page, seed);
      expect(said).toBe(right);
    }
  }
  for (const page of [lee, ruth]) await expect(page.getByText(BROKEN)).toHaveCount(0);
  const { factors } = await readBoardFile(server.url, room.board);
  expect(factors.map(({ text }) => text)).toContain('Shared data weeks');
});
