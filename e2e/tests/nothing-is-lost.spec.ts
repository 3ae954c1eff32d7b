import { startBand } from '../band/band.ts';
import { readMaterial } from '../band/material.ts';
import { createBoard, readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import type { Person } from '../harness/people.ts';
import { layWire } from '../harness/wire.ts';
import type { Cell } from '../pages/grid-part.ts';

const ROLES: Cell = ['interfering', 'roles'];
const PURPOSES: Cell = ['interfering', 'purposes'];
const OFFLINE = /^Offline: /;
/** Clients wait a little longer after each failure before they knock again. */
const BACK = { timeout: 30_000 };

/** The words in the open editor if the header says "Saved" in that same moment, else null. */
const wordsShownSaved = ({ page }: Person) =>
  page.evaluate(() => {
    const mark = document.querySelector('.saved')?.textContent.trim();
    const field = document.querySelector('textarea');
    return mark === 'Saved' && field !== null ? field.value : null;
  });

test('what was shown as saved in the middle of typing is there after kill -9, with every browser gone', async ({
  server,
  board,
  person,
}) => {
  const dana = await person('Dana', 'Finance', 'participant');
  await dana.board.grid.add(ROLES, 'Seen');
  const field = await dana.board.grid.edit('Seen');
  await field.press('End');
  const typing = field.pressSequentially(' as saved letter by letter while the power goes', { delay: 40 });
  let shown = 'Seen';
  await expect
    .poll(async () => {
      shown = (await wordsShownSaved(dana)) ?? shown;
      return shown.length;
    })
    .toBeGreaterThan('Seen as saved letter'.length);
  await server.kill9();
  await typing;
  await dana.page.context().close();

  await server.restart();
  const [factor] = (await readBoardFile(server.url, board)).factors;
  expect(factor?.text.startsWith(shown)).toBe(true);
});

test('kill -9 while a band and two browsers type: all come back by themselves with what they typed meanwhile', async ({
  server,
  browserOf,
}) => {
  const { title, question, units } = readMaterial();
  const board = await createBoard(server.url, { title, question, units });
  const join = async (name: string) =>
    joinAs(await browserOf(name), server.url, board, {
      name,
      unit: units[0]?.name ?? '',
      role: 'participant',
    });
  const [dana, lee] = await Promise.all([join('Dana'), join('Lee')]);
  const leaving = new AbortController();
  const band = await startBand({
    venue: { url: server.url, code: board.code },
    size: 5,
    seed: 11,
    speed: 12,
    steps: 'grid',
    signal: leaving.signal,
  });
  try {
    await dana.board.grid.add(ROLES, 'Before the cut');
    await expect(lee.board.grid.factor('Before the cut')).toBeVisible();
    const field = await dana.board.grid.edit('Before the cut');
    await field.press('End');
    await server.kill9();
    await expect(dana.board.saved(OFFLINE)).toBeVisible();
    await field.pressSequentially(', and after it');
    await expect(dana.board.saved(/^Offline: \d+ changes kept on this device/)).toBeVisible();
    await expect(field).toBeFocused();
    await lee.board.grid.add(PURPOSES, 'Written in the dark');

    await server.restart();
    await expect(dana.board.saved()).toBeVisible(BACK);
    await expect(lee.board.saved()).toBeVisible(BACK);
    await expect(field).toHaveValue('Before the cut, and after it');
    await expect(lee.board.grid.factor('Before the cut, and after it')).toBeVisible();
    await expect(dana.board.grid.factor('Written in the dark')).toBeVisible();
    await band.written;
  } finally {
    leaving.abort();
    await band.done;
  }
  const stored = (await readBoardFile(server.url, board)).factors.map(({ text }) => text);
  const said = readMaterial().factors.map(({ text }) => text);
  expect(stored.toSorted()).toEqual(
    [...said, 'Before the cut, and after it', 'Written in the dark'].toSorted(),
  );
  for (const { board: screen } of [dana, lee]) {
    await expect(screen.grid.cards).toHaveCount(stored.length);
  }
});

test('words typed without a network arrive when it is back, and the mark in the header says the truth', async ({
  server,
  person,
}) => {
  const wire = await layWire(server.port);
  try {
    const [dana, lee] = await Promise.all([
      person('Dana', 'Finance', 'participant', { via: wire.url }),
      person('Lee', 'Finance', 'participant'),
    ]);
    await dana.board.grid.add(ROLES, 'Typed at the desk');
    await expect(dana.board.saved()).toBeVisible();
    wire.pull();
    await expect(dana.board.saved('Offline: kept on this device')).toBeVisible();
    await dana.board.grid.add(ROLES, 'Typed in the elevator');
    await expect(dana.board.saved(/^Offline: \d+ changes? kept on this device/)).toBeVisible();
    await lee.board.grid.add(ROLES, 'Typed by Lee meanwhile');
    await expect(lee.board.grid.factor('elevator')).toHaveCount(0);

    wire.mend();
    await expect(dana.board.saved()).toBeVisible(BACK);
    for (const { board } of [dana, lee]) await expect(board.grid.cell(ROLES)).toHaveCount(3);
    await expect(lee.board.grid.factor('Typed in the elevator')).toBeVisible();
  } finally {
    await wire.close();
  }
});

test('a computer that is offline keeps the words of a tab, and of a tab that was closed', async ({
  server,
  board,
  person,
}) => {
  const dana = await person('Dana', 'Finance', 'participant');
  const context = dana.page.context();
  await dana.board.grid.add(ROLES, 'Said online');
  await expect(dana.board.saved()).toBeVisible();
  await server.kill9();
  await context.setOffline(true);
  await dana.board.grid.add(ROLES, 'Said on the train');
  await expect(dana.board.saved(OFFLINE)).toBeVisible();
  await dana.page.close();

  await server.restart();
  expect((await readBoardFile(server.url, board)).factors.map(({ text }) => text)).toEqual(['Said online']);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/b/${board.id}`);
  await expect(again.getByRole('button', { name: 'Said on the train' }).first()).toBeVisible();
  await expect
    .poll(async () => (await readBoardFile(server.url, board)).factors.map(({ text }) => text).toSorted())
    .toEqual(['Said on the train', 'Said online']);
});

test('a page that is opened while the board cannot be reached shows the device’s copy and does not call it saved', async ({
  person,
}) => {
  const dana = await person('Dana', 'Finance', 'participant');
  const context = dana.page.context();
  await dana.board.grid.add(ROLES, 'On this device');
  await expect(dana.board.saved()).toBeVisible();
  await context.routeWebSocket(/\/sync\//, (socket) => socket.close());
  await context.route(/\/sync\//, (route) => route.abort());
  await dana.page.reload();
  await expect(dana.board.grid.factor('On this device')).toBeVisible();
  await expect(dana.board.saved(OFFLINE)).toBeVisible();
  await dana.board.grid.add(ROLES, 'Added in the dark');
  await expect(dana.board.saved()).toHaveCount(0);

  await context.unrouteAll();
  await dana.page.reload();
  await expect(dana.board.grid.factor('Added in the dark')).toBeVisible();
});
