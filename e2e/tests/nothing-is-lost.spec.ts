import type { Role } from '@coherence/protocol';
import { startBand } from '../band/band.ts';
import { readMaterial } from '../band/material.ts';
import { createBoard, readBoardFile, readPeople, runCommand } from '../harness/api.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import type { Person } from '../harness/people.ts';
import { layWire } from '../harness/wire.ts';
import type { Cell } from '../pages/grid-part.ts';
import { NotSentPart } from '../pages/not-sent-part.ts';

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
  const said = readMaterial().thoughts.map(({ text }) => text);
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

test('factors go on the map from the grid without a network, and wait where the network went too early', async ({
  server,
  board,
  person,
}) => {
  const [dana, lee] = await Promise.all([
    person('Dana', 'Finance', 'participant'),
    person('Lee', 'Finance', 'participant'),
  ]);
  const gap = /\/assets\/map-places.*|\/health\/ready/;
  await lee.page.route(gap, (route) => route.abort('internetdisconnected'));
  await lee.page.reload();
  await dana.board.grid.add(ROLES, 'Put there on the train');
  await expect(lee.board.grid.factor('on the train')).toBeVisible();
  const putAll = ({ page }: Person) => page.getByRole('button', { name: 'Put all on the map' }).click();
  const put = (who: Person, words: string) => expect(who.page.getByText(words)).toBeVisible(BACK);
  await putAll(lee);
  await put(lee, 'Waiting for the server.');
  expect((await readBoardFile(server.url, board)).factors[0]?.pos).toBeNull();
  await lee.page.unroute(gap);
  await put(lee, 'Put 1 factor on the map.');

  await dana.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/map-places')),
  );
  await expect(dana.board.saved()).toBeVisible();
  await dana.page.context().setOffline(true);
  await dana.board.grid.add(PURPOSES, 'Put there in the tunnel');
  await putAll(dana);
  await put(dana, 'Put 1 factor on the map.');
  await dana.page.context().setOffline(false);
  await expect
    .poll(
      async () => (await readBoardFile(server.url, board)).factors.filter(({ pos }) => pos !== null).length,
      BACK,
    )
    .toBe(2);
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

/** Gives a person another role while their browser may be away. */
async function setRole(url: string, board: CreatedBoard, name: string, role: Role): Promise<void> {
  const participantId = (await readPeople(url, board)).find((one) => one.name === name)?.id;
  if (participantId === undefined) throw new Error(`nobody is called ${name}`);
  await runCommand(url, board, { type: 'set-role', participantId, role });
}

/** Three factors of one person, on the map. */
async function atTheMap({ board }: Person): Promise<void> {
  await board.grid.add(ROLES, 'Late money', 'Tired staff', 'Two plans');
  await board.goTo('map');
  await board.map.panel.getByRole('button', { name: 'Put all 3 on the map' }).click();
  await expect(board.map.cards).toHaveCount(3);
  await expect(board.saved()).toBeVisible();
}

/** One link, one card that is moved, and one drawn line. */
async function workOnTheMap({ page, board }: Person): Promise<void> {
  await page.keyboard.press('Escape');
  await board.map.fit();
  await board.map.link('Late money', 'Tired staff');
  await board.map.sign('more leads to less');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await board.map.drag('Two plans', { x: 60, y: 100 });
  await page.keyboard.press('Escape');
  await board.map.tool('Pen');
  await board.map.stroke({ x: 500, y: 700 }, { x: 600, y: 760 });
  await expect(board.map.strokes).toHaveCount(1);
  await page.keyboard.press('Escape');
}

const LINK = 'Link: More “Late money” leads to less “Tired staff”.';

test('what a person drew offline and may not send any more is named, kept over a reload, and can be made again', async ({
  server,
  board,
  person,
}) => {
  const wire = await layWire(server.port);
  try {
    const dana = await person('Dana', 'Finance', 'participant', { via: wire.url });
    await atTheMap(dana);
    wire.pull();
    await expect(dana.board.saved(OFFLINE)).toBeVisible();
    await workOnTheMap(dana);
    await setRole(server.url, board, 'Dana', 'observer');
    wire.mend();
    const tray = new NotSentPart(dana.page);
    await expect(tray.button).toHaveText('Not sent (3)', BACK);
    await dana.page.reload();
    await tray.open();
    await expect(tray.words(/^Link/)).toHaveValue(LINK);
    await expect(tray.entries.first()).toContainText('ask a facilitator');
    await expect(tray.entries.nth(1)).toContainText('1 line drawn on the map');
    await expect(tray.words(/^Moved/)).toHaveValue('Moved: Two plans');
    await expect(tray.dialog.getByRole('button', { name: /^Add “/ })).toHaveCount(0);

    await setRole(server.url, board, 'Dana', 'participant');
    await tray.addAgain('Link: ');
    await tray.addAgain('1 line');
    await tray.discard('Moved: ');
    await expect(tray.button).toHaveCount(0);
    await expect(dana.board.map.links).toHaveCount(1);
    await expect(dana.board.map.strokes).toHaveCount(1);
    await expect(dana.board.saved()).toBeVisible();
    const { influences, drawings } = await readBoardFile(server.url, board);
    expect(influences.map(({ polarity }) => polarity)).toEqual(['-']);
    expect(drawings).toHaveLength(1);
  } finally {
    await wire.close();
  }
});

test('what a facilitator wrote offline and may not send as a participant is all kept, with the reason and what to do', async ({
  server,
  board,
  person,
}) => {
  const wire = await layWire(server.port);
  try {
    const dana = await person('Dana', 'Finance', 'facilitator', { via: wire.url });
    await atTheMap(dana);
    await dana.board.header.getByRole('button', { name: 'More' }).click();
    await dana.page.getByRole('menuitem', { name: 'Title, question and date' }).click();
    const details = dana.page.getByRole('dialog', { name: 'Title, question and date' });
    const title = details.getByRole('textbox', { name: 'Title' });
    await title.waitFor();
    wire.pull();
    await title.fill('A better title');
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(dana.board.saved(OFFLINE)).toBeVisible();
    await workOnTheMap(dana);
    await dana.board.goTo('grid');
    await dana.board.grid.add(PURPOSES, 'Said on the train');
    await setRole(server.url, board, 'Dana', 'participant');
    wire.mend();
    const tray = new NotSentPart(dana.page);
    await expect(tray.button).toHaveText('Not sent (5)', BACK);
    await dana.page.reload();
    await tray.open();
    await expect(tray.words('A better title')).toHaveValue('A better title');
    await expect(tray.words(/^Link/)).toHaveValue(LINK);
    await expect(tray.entry('A better title')).toContainText(
      'It was sent with something that your role does not allow.',
    );
    await expect(tray.entry('A better title')).toContainText('ask a facilitator');
    await expect(tray.entry('A better title').getByRole('button', { name: /^Add “/ })).toHaveCount(0);

    await tray.addAgain('Said on the train');
    await tray.addAgain('Link: ');
    await expect(tray.entries).toHaveCount(3);
    await dana.page.keyboard.press('Escape');
    await expect(dana.board.saved()).toBeVisible();
    const { factors, influences } = await readBoardFile(server.url, board);
    expect(factors.map(({ text }) => text)).toContain('Said on the train');
    expect(influences).toHaveLength(1);
  } finally {
    await wire.close();
  }
});

test('what waited while words were redacted is kept in one’s own words, and the redacted ones do not return with it', async ({
  server,
  board,
  person,
}) => {
  const wire = await layWire(server.port);
  try {
    const dana = await person('Dana', 'Finance', 'participant', { via: wire.url });
    await atTheMap(dana);
    wire.pull();
    await expect(dana.board.saved(OFFLINE)).toBeVisible();
    await workOnTheMap(dana);
    const { factors } = await readBoardFile(server.url, board);
    const factorIds = factors.filter(({ text }) => text === 'Late money').map(({ id }) => id);
    await runCommand(server.url, board, { type: 'redact', factorIds });
    wire.mend();
    const tray = new NotSentPart(dana.page);
    await expect(tray.button).toHaveText('Not sent (3)', BACK);
    await dana.page.reload();
    await tray.open();
    await expect(tray.words(/^Link/)).toHaveValue('Link: More “[redacted]” leads to less “Tired staff”.');
    await expect(tray.entries.first()).toContainText('The board was renewed before this was sent.');
    expect(await dana.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Late money');
    await tray.addAgain('Link: ');
    await expect(tray.entries).toHaveCount(2);
    await dana.page.keyboard.press('Escape');
    await expect(dana.board.saved()).toBeVisible();
    expect((await readBoardFile(server.url, board)).influences).toHaveLength(1);
  } finally {
    await wire.close();
  }
});
