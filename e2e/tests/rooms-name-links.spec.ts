import type { CommandBody } from '@coherence/protocol/http';
import { addInfluence, readSession, readSnapshot, breakoutNow, teamOf } from '@coherence/board';
import type { Pretend } from '@coherence/band';
import { joinBand } from '../band/band.ts';
import { exportFile, importBoard, readBoardFile, runCommand } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server.ts';
import { PHONE } from '../harness/session-room.ts';
import { BoardPage } from '../pages/board-page.ts';
import { ConsolePart } from '../pages/console-part.ts';

const GROUP = { id: 'group', kind: 'group', title: 'Breakouts by column', mode: 'rooms' } as const;
const LINK = { id: 'link', kind: 'link', title: 'Three strongest links', mode: 'rooms' } as const;
const WRITE = { id: 'write', kind: 'write', title: 'One line from each four', mode: 'fours' } as const;
const ENDS = { from: 'calendars', to: 'data' } as const;
const SAID = '“Five calendars” influences “Shared data days”; seen both ways (1 +, 1 −).';

/** A board with two cards on the map and something in each column, and so many people without a browser on it. */
async function openRooms(server: ServerProcess, bots: number) {
  const factor = (id: string, text: string, column: string, at: number) => ({
    id,
    text,
    kind: 'factor',
    cell: ['interfering', column, 'a0'],
    pos: [at * 420, 0, 240],
  });
  const file = {
    schema: 'coherence-board/1',
    title: 'How do our units support improving schools?',
    units: UNITS.map((name) => ({ id: name, name })),
    factors: [
      factor('calendars', 'Five calendars', 'purposes', 0),
      factor('data', 'Shared data days', 'strategies', 1),
      factor('roles', 'Unclear roles', 'roles', 2),
      factor('talk', 'We meet too late', 'interactions', 3),
    ],
  };
  const board = await importBoard(server.url, JSON.stringify(file));
  const run = (body: CommandBody) => runCommand(server.url, board, body);
  await run({ type: 'set-agenda', agenda: [GROUP, LINK, WRITE] });
  const members = await Promise.all(
    Array.from({ length: bots }, (_, at) => joinBand({ url: server.url, code: board.code }, `Bot ${at}`, at)),
  );
  return { board, run, members };
}

const roomOf = ({ doc, id }: Pretend) => breakoutNow(readSession(doc), id);
const say = (member: Pretend, polarity: '+' | '-') =>
  addInfluence(member.doc, { ...ENDS, polarity }, { ...member.actor, room: roomOf(member) });

test('rooms have a name and columns of the grid, and each phone opens at its own', async ({
  server,
  browserOf,
}) => {
  const { board, run, members } = await openRooms(server, 13);
  const join = async (name: string, role: 'facilitator' | 'participant', device: object = {}) =>
    (await joinAs(await browserOf(name, device), server.url, board, { name, unit: UNITS[1], role })).page;
  const desk = await join('Dana', 'facilitator');
  const phone = await join('Lee', 'participant', PHONE);
  await run({ type: 'phase', id: GROUP.id });
  await desk.getByRole('button', { name: 'Put people into 2 rooms' }).click();

  const console_ = new ConsolePart(desk).root;
  await expect(console_.getByText('Working in 2 rooms.')).toBeVisible();
  await expect(console_.getByText('Room 1 · Purposes · Strategies · 7 people')).toBeVisible();
  await expect(console_.getByText('Room 2 · Roles · Interactions · 7 people')).toBeVisible();

  const line = phone.getByText(/^Your room: Room [12] · /);
  await expect(line).toBeVisible();
  const isFirst = (await line.textContent())?.startsWith('Your room: Room 1') === true;
  const [own, other] = isFirst ? (['Purposes', 'Roles'] as const) : (['Roles', 'Purposes'] as const);
  const notes = { Purposes: 'Five calendars', Roles: 'Unclear roles' };
  await expect(phone.getByRole('radio', { name: `${own}, your room` })).toBeChecked();
  await expect(phone.getByText(notes[own])).toBeVisible();
  await phone.getByText('You work with 6 others').click();
  await expect(phone.getByText(/Bot \d+, Bot \d+/)).toBeVisible();
  // No person is kept out of another room's column, and another deal takes nobody away from what they are writing.
  await phone.locator('label').filter({ hasText: other }).first().click();
  await expect(phone.getByText(notes[other])).toBeVisible();
  const field = phone.getByRole('textbox').first();
  await field.fill('Half a sentence');
  await desk.getByRole('button', { name: 'Mix people into 2 rooms again' }).click();
  await expect.poll(() => members.every((member) => roomOf(member) !== null)).toBe(true);
  await expect(phone.getByText(/^Your room: Room [12] · /)).toBeVisible();
  await expect(field).toHaveValue('Half a sentence');
  await expect(phone.getByText(notes[other])).toBeVisible();

  const late = await join('Sam', 'participant');
  await expect(late.getByText(/^Your room: Room [12] · /)).toBeVisible();
  await expect(late.getByRole('columnheader', { name: /your room$/ })).toHaveCount(2);
  for (const member of members) member.leave();
});

test('a link that two rooms name is drawn between rails and says so, each room with its own sign', async ({
  server,
  browserOf,
}) => {
  const { board, run, members } = await openRooms(server, 13);
  const join = async (name: string, role: 'facilitator' | 'participant', device: object = {}) =>
    (await joinAs(await browserOf(name, device), server.url, board, { name, unit: UNITS[1], role })).page;
  const phone = await join('Lee', 'participant', PHONE);
  const desk = await join('Dana', 'facilitator');
  const deskBoard = new BoardPage(desk);
  await deskBoard.goTo('map');
  await run({ type: 'phase', id: LINK.id });
  await run({ type: 'deal' });
  const line = phone.getByText(/^Your room: Room [12]$/);
  await expect(line).toBeVisible();
  const own = (await line.textContent())?.replace('Your room: ', '') ?? '';
  await expect.poll(() => members.every((member) => roomOf(member) !== null)).toBe(true);
  const others = members.filter((member) => roomOf(member)?.name !== own);
  const mates = members.filter((member) => roomOf(member)?.name === own);
  const [stranger, colleague] = others;
  if (stranger === undefined || colleague === undefined) throw new Error('nobody is in the other room');

  // Two people of one room are one voice.
  say(stranger, '-');
  await expect.poll(() => readSnapshot(colleague.doc).influences.length).toBe(1);
  say(colleague, '-');
  const links = phone.getByRole('region', { name: /^Links so far/ }).getByRole('listitem');
  await expect(links).toHaveCount(1);
  await expect(links.first()).not.toContainText('named by');
  const { links: map, legend } = deskBoard.map;
  await expect(map).toHaveCount(1);
  await expect(map.locator('[data-rooms-agree]')).toHaveCount(0);

  await phone.getByRole('button', { name: 'Add a link' }).first().tap();
  const dialog = phone.getByRole('dialog', { name: 'Add a link' });
  for (const [end, words] of [
    ['From', 'Five calendars'],
    ['To', 'Shared data days'],
  ] as const) {
    await dialog.getByRole('combobox', { name: end, exact: true }).tap();
    await dialog.getByRole('option', { name: words }).tap();
  }
  await dialog.getByRole('button', { name: 'Add link' }).tap();
  await expect(links.first()).toContainText(SAID);
  await expect(links.first()).toContainText('named by 2 rooms');
  await expect(links).toHaveCount(1);

  // The phone changes its own room's word; what the other room says is there to read.
  await links.first().getByRole('button', { name: 'Change the link' }).tap();
  await expect(links.first().getByRole('combobox', { name: `Sign, as ${own} sees it` })).toHaveValue('+');
  await expect(links.first().getByRole('combobox', { name: /^Sign, as/ })).toHaveCount(1);
  await expect(links.first()).toContainText(/Room [12]\s*More leads to less/);
  await links.first().getByRole('button', { name: 'Done' }).tap();

  await expect(map.locator('[data-rooms-agree]')).toHaveCount(1);
  await expect(legend).toContainText('between rails: named by two or more rooms');
  const svg = (await exportFile(server.url, board, 'map.svg')).toString();
  expect(svg).toContain('between rails: named by two or more rooms');
  const { influences } = JSON.parse((await exportFile(server.url, board, 'map.json')).toString());
  expect(influences).toHaveLength(1);
  const rooms = influences[0].sources.map((said: { room: { name: string }; polarity: string }) => [
    said.room.name,
    said.polarity,
  ]);
  expect(rooms.toSorted()).toEqual([
    ['Room 1', own === 'Room 1' ? '+' : '-'],
    ['Room 2', own === 'Room 2' ? '+' : '-'],
  ]);

  // A room-mate changes what the room says, and both rooms agree.
  const [mate] = mates;
  if (mate === undefined) throw new Error('the phone is alone in its room');
  await expect.poll(() => readSnapshot(mate.doc).influences.length).toBe(2);
  say(mate, '-');
  await expect(links.first()).toContainText('More “Five calendars” leads to less “Shared data days”.');
  await expect(links.first()).toContainText('named by 2 rooms');
  expect((await readBoardFile(server.url, board)).influences).toHaveLength(2);
  for (const member of members) member.leave();
});

test('one of each four writes the line, and everybody sees who', async ({ server, browserOf }) => {
  const { board, run, members } = await openRooms(server, 3);
  const phone = (
    await joinAs(await browserOf('Lee', PHONE), server.url, board, {
      name: 'Lee',
      unit: UNITS[1],
      role: 'participant',
    })
  ).page;
  await run({ type: 'phase', id: WRITE.id });
  await expect(phone.getByText('Work in fours.')).toBeVisible();
  await run({ type: 'deal' });
  await expect(phone.getByText(/^You work with Bot \d, Bot \d and Bot \d\.$/)).toBeVisible();
  const turn = () => members.map(({ doc, id }) => teamOf(readSession(doc).deal, id)?.turn)[0];
  await expect.poll(turn).toBeTruthy();
  const writer = members.find(({ id }) => id === turn());
  if (writer === undefined) {
    await expect(phone.getByText('You write the line for all')).toBeVisible();
    await phone.getByRole('button', { name: 'Pass it on' }).tap();
    await expect(phone.getByText(/^Bot \d writes the line for all$/)).toBeVisible();
  } else {
    await expect(phone.getByText(`${writer.name} writes the line for all`)).toBeVisible();
  }
  for (const one of members) one.leave();
});
