import { agendaFrom, type PhaseKind } from '@coherence/board';
import type { Page } from '@playwright/test';
import { readBoardFile, runCommand } from '../harness/api.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';

const AGENDA = agendaFrom('half-day', (text) => text);
const idOf = (kind: PhaseKind) => AGENDA.find((phase) => phase.kind === kind)?.id ?? kind;

/** The key this browser holds for the board it shows. */
async function keyHere(page: Page): Promise<{ id: string; token: string }> {
  return page.evaluate(() => {
    const id = location.pathname.split('/')[2] ?? '';
    return JSON.parse(localStorage.getItem(`coherence.board.${id}`) ?? '{}') as { id: string; token: string };
  });
}

async function rehearse(page: Page, people: number): Promise<{ id: string; token: string }> {
  const here = page.url();
  await page.getByRole('banner').getByRole('button', { name: 'Invite' }).click();
  const sheet = page.getByRole('region', { name: 'Rehearse' });
  await sheet.getByRole('spinbutton', { name: 'Pretend participants' }).fill(String(people));
  await sheet.getByRole('combobox', { name: 'Pace' }).selectOption('Quick');
  await sheet.getByRole('button', { name: 'Rehearse on a copy' }).click();
  await page.waitForURL((url) => url.href !== here);
  return keyHere(page);
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

test('[refusal 16] a facilitator rehearses half a day with pretend participants who write, are revealed and vote, on a copy', async ({
  server,
  board,
  person,
}) => {
  test.setTimeout(240_000);
  await runCommand(server.url, board, { type: 'set-agenda', agenda: AGENDA });
  const maya = await person('Maya', 'Finance', 'facilitator');
  await maya.board.grid.add(['interfering', 'roles'], 'Already on the board');
  await expect(maya.board.saved()).toBeVisible();
  const key = await rehearse(maya.page, 4);
  await expect(maya.page.getByText('Rehearsal: 4 pretend participants')).toBeVisible();
  await expect(maya.page.getByRole('heading', { level: 1 })).toContainText('(rehearsal)');
  await expect(maya.board.grid.factor('Already on the board')).toBeVisible();

  await runCommand(server.url, key, { type: 'phase', id: idOf('write') });
  const status = () => readBoardFile(server.url, key);
  await expect
    .poll(async () => maya.page.getByRole('button', { name: /Reveal \d+ notes/ }).count(), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  expect((await status()).factors).toHaveLength(1);
  await expect(maya.page.getByRole('button', { name: /Reveal ([89]|\d\d) notes/ })).toBeVisible({
    timeout: 60_000,
  });
  const { revealed } = await runCommand(server.url, key, { type: 'reveal' });
  expect(revealed).toBeGreaterThanOrEqual(8);

  const { factors } = await status();
  expect(factors.length).toBe(1 + revealed);
  await runCommand(server.url, key, { type: 'phase', id: idOf('vote') });
  const items = factors.map(({ id }) => id);
  await runCommand(server.url, key, {
    type: 'vote-open',
    question: 'What matters most?',
    items,
    budget: 3,
    perItem: 2,
  });
  await expect(maya.page.getByText(/^4 of \d+ have voted|Close the vote\. 4 of/).first()).toBeVisible({
    timeout: 60_000,
  });
  const { turnout } = await runCommand(server.url, key, { type: 'vote-close' });
  expect(turnout).toBe(4);
  const [round] = (await status()).voteRounds;
  expect(round?.participants).toBe(4);
  expect(sum(round?.results ?? {})).toBeGreaterThanOrEqual(4);
  expect((await readBoardFile(server.url, board)).factors).toHaveLength(1);
});

test('[refusal 16] pretend participants leave when told to, and the rehearsal goes without a trace of the real board', async ({
  server,
  board,
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  await maya.board.grid.add(['interfering', 'roles'], 'Real work');
  await expect(maya.board.saved()).toBeVisible();
  const key = await rehearse(maya.page, 2);
  await expect(maya.page.getByText('Rehearsal: 2 pretend participants')).toBeVisible();
  await expect(maya.board.people).toHaveAccessibleName('3 people here');
  await maya.page.getByRole('button', { name: 'Stop the pretend participants' }).click();
  await expect(maya.page.getByText('Rehearsal: the pretend participants have left')).toBeVisible();
  await expect(maya.board.people).toHaveAccessibleName('1 person here');

  await maya.page.getByRole('button', { name: 'Delete this rehearsal' }).click();
  await maya.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(maya.page.getByText('The rehearsal is deleted.').last()).toBeVisible();
  const gone: Pick<CreatedBoard, 'id' | 'token'> = key;
  const answer = await fetch(`${server.url}/api/boards/${gone.id}`, {
    headers: { authorization: `Bearer ${gone.token}` },
  });
  expect(answer.status).toBe(404);
  expect((await readBoardFile(server.url, board)).factors.map(({ text }) => text)).toEqual(['Real work']);
});
