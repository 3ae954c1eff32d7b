import { createBoard, exportFile, readBoardFile, runCommand, type CreatedBoard } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';
import { joinAs } from '../harness/people.ts';
import type { Person } from '../harness/people.ts';
import { layWire } from '../harness/wire.ts';
import { boxOf } from '../pages/grid-part.ts';
import { WallPage } from '../pages/wall-page.ts';
import { WritePart } from '../pages/write-part.ts';

const WRITE = { id: 'write', kind: 'write', title: 'Write alone', cellRequired: true } as const;
const SECRET = { id: 'secret', kind: 'write', title: 'Say it', identity: 'anonymous' } as const;
const WALK = { id: 'walk', kind: 'walk', title: 'Walk the notes' } as const;
/** Clients wait a little longer after each failure before they knock again. */
const BACK = { timeout: 30_000 };

interface Venue {
  readonly url: string;
}

const start = async ({ url }: Venue, board: CreatedBoard, phase: { readonly id: string }) => {
  await runCommand(url, board, { type: 'set-agenda', agenda: [WRITE, SECRET, WALK] });
  await runCommand(url, board, { type: 'phase', id: phase.id });
};

const partOf = ({ page }: Person) => new WritePart(page);

/**
 * A facilitator looks where they want; this is where the participants are. Within the page: a browser that leaves it
 * throws away answers that the recorder has not read, and what cannot be searched fails the test.
 */
async function inTheRoom({ page }: Person, board: CreatedBoard): Promise<WritePart> {
  await page.evaluate((path) => {
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/b/${board.id}?view=room`);
  return new WritePart(page);
}

const texts = async ({ url }: Venue, board: CreatedBoard) =>
  (await readBoardFile(url, board)).factors.map(({ text }) => text).toSorted();

test('[refusal 1] nothing of what a person writes alone reaches another browser before the reveal', async ({
  server,
  board,
  browserOf,
  person,
}) => {
  await start(server, board, WRITE);
  const wallPage = await browserOf('the wall');
  const wall = recordFrames(wallPage.context(), 'display');
  await new WallPage(wallPage).open(server.url, board);
  const dana = await person('Dana', 'Finance', 'participant');
  const lee = await person('Lee', 'Special Education', 'participant');
  const olga = await person('Olga', 'Finance', 'observer');
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  const desk = await inTheRoom(ruth, board);
  const written = [
    { who: dana, words: 'Grants end before a strategy takes hold' },
    { who: lee, words: 'Three templates for one improvement plan' },
    { who: ruth, words: 'Calendars are made without each other' },
  ];
  await partOf(dana).add(written[0]?.words ?? '');
  await partOf(lee).add(written[1]?.words ?? '');
  await desk.add(written[2]?.words ?? '');
  // A sentence that was begun is as hidden as one that was added.
  await partOf(dana).field.pressSequentially('Half of a thought');
  await expect(olga.page.getByText('3 notes so far')).toBeVisible();

  const everybody = [dana, lee, olga, ruth].map((one) => ({ one, recording: one.recording }));
  for (const { who, words } of written) {
    for (const { one, recording } of everybody) if (one !== who) await recording.assertNeverSaw(words);
    await wall.assertNeverSaw(words);
  }
  for (const { recording } of everybody) await recording.assertNeverSaw('Half of a thought');

  await runCommand(server.url, board, { type: 'reveal' });
  for (const { words } of written) {
    for (const recording of [...everybody.map((one) => one.recording), wall]) {
      await expect
        .poll(() =>
          recording.assertSaw(words).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
    }
  }
  expect(await texts(server, board)).toEqual(written.map(({ words }) => words).toSorted());
  await expect(partOf(dana).field).toHaveValue('Half of a thought');
});

test('[FOCUS1] a person who goes on writing right after changing a note loses no key', async ({
  server,
  board,
  person,
}) => {
  await start(server, board, WRITE);
  const dana = await person('Dana', 'Finance', 'participant');
  const desk = partOf(dana);
  await desk.add('Said at the desk');
  const field = await desk.edit('Said at the desk');
  // A device that is slow to draw: what waits for a frame comes when the person is elsewhere.
  await dana.page.evaluate(() => {
    const soon = requestAnimationFrame;
    window.requestAnimationFrame = (work) => Number(setTimeout(() => soon(work), 300));
  });
  await field.press('Enter');
  await desk.field.pressSequentially('Begun and not', { delay: 50 });
  await expect(desk.field).toHaveValue('Begun and not');
  await desk.edit('Said at the desk');
  await field.press('Enter');
  await expect(desk.note('desk').getByRole('button', { name: /^Change/ })).toBeFocused();
});

test('[refusal 7] with the network gone, the tab closed and the server killed, every sentence arrives', async ({
  server,
  board,
  person,
}) => {
  await start(server, board, WRITE);
  const wire = await layWire(server.port);
  try {
    const dana = await person('Dana', 'Finance', 'participant', { via: wire.url });
    const olga = await person('Olga', 'Finance', 'observer');
    const desk = partOf(dana);
    await desk.add('Said at the desk');
    await expect(desk.status).toHaveText('1 written');
    await expect(olga.page.getByText('1 note so far')).toBeVisible();
    wire.pull();
    await desk.add('Said in the elevator', 'Said in the garage');
    await expect(desk.status).toContainText('2 not sent yet, kept on this device');
    await expect(desk.note('elevator')).toContainText('Not sent yet, kept on this device');
    await expect(desk.note('desk')).not.toContainText('Not sent yet');
    const field = await desk.edit('Said at the desk');
    await field.press('End');
    await field.pressSequentially(', and thought over');
    await field.press('Enter');
    await desk.field.pressSequentially('Begun and not');
    await expect(desk.status).toContainText('3 not sent yet');
    await dana.page.close();

    await server.kill9();
    await server.restart();
    wire.mend();
    const page = await dana.page.context().newPage();
    const again = new WritePart(page);
    await page.goto(`${wire.url}/b/${board.id}`);
    await expect(again.notes).toHaveCount(3);
    await expect(again.field).toHaveValue('Begun and not');
    await expect(again.status).toHaveText('3 written', BACK);
    // What was just opened says so while it is being sent, too: the server's count tells that it has arrived.
    await expect(olga.page.getByText('3 notes so far')).toBeVisible(BACK);
  } finally {
    await wire.close();
  }
  await runCommand(server.url, board, { type: 'reveal' });
  expect(await texts(server, board)).toEqual([
    'Said at the desk, and thought over',
    'Said in the elevator',
    'Said in the garage',
  ]);
});

test('[refusal 9] a facilitator writes for a person without a device, and it counts for their unit', async ({
  server,
  board,
  person,
}) => {
  await start(server, board, WRITE);
  const ruth = await person('Ruth', 'Special Education', 'facilitator');
  const olga = await person('Olga', 'Finance', 'observer');
  const desk = await inTheRoom(ruth, board);
  await desk.forSomebodyNew('Ray', 'Finance');
  await desk.add('Nobody reads the plans of others');
  await expect(desk.note('plans of others')).toContainText('For Ray (Finance)');
  await expect(olga.page.getByText('1 note, 0 of 1 done')).toBeVisible();
  await olga.recording.assertNeverSaw('Nobody reads the plans of others');

  await runCommand(server.url, board, { type: 'reveal' });
  const { units, factors } = await readBoardFile(server.url, board);
  const finance = units.find(({ name }) => name === 'Finance')?.id;
  expect(factors.map(({ text, sources }) => ({ text, sources: Object.values(sources) }))).toEqual([
    { text: 'Nobody reads the plans of others', sources: [expect.objectContaining({ unit: finance })] },
  ]);
});

test('[refusal 12] an anonymous phase tells neither unit nor name, in no export and to nobody; late words stay private', async ({
  server,
  board,
  person,
}) => {
  await start(server, board, SECRET);
  const wire = await layWire(server.port);
  try {
    const dana = await person('Dana Whitfield', 'Finance', 'participant', { via: wire.url });
    const lee = await person('Lee', 'Special Education', 'participant');
    const mia = await person('Mia', 'Finance', 'participant');
    const olga = await person('Olga', 'Finance', 'observer');
    const desk = partOf(dana);
    await expect(dana.page.getByText('Neither name nor unit is kept with your notes')).toBeVisible();
    await desk.add('We promise what we cannot pay');
    await partOf(lee).add('We agree in the room and not after');
    await expect(olga.page.getByText('Fewer than 3 people have written')).toBeVisible();
    await partOf(mia).add('We meet to plan the next meeting');
    await expect(olga.page.getByText('3 notes so far')).toBeVisible();
    wire.pull();
    await desk.add('Written where there was no network');
    await expect(desk.status).toContainText('1 not sent yet');
    await runCommand(server.url, board, { type: 'reveal' });
    await runCommand(server.url, board, { type: 'phase', id: 'walk' });

    const files = await Promise.all(
      (['board.json', 'map.json', 'grid.svg', 'map.svg'] as const).map((file) =>
        exportFile(server.url, board, file),
      ),
    );
    for (const bytes of files) expect(bytes.toString()).not.toContain('Whitfield');
    const { factors } = await readBoardFile(server.url, board);
    expect(factors.map(({ sources }) => sources)).toEqual([{}, {}, {}]);
    await lee.recording.assertSaw('We promise what we cannot pay');
    await lee.recording.assertNeverSaw('Written where there was no network');

    wire.mend();
    const late = dana.page.getByRole('region', { name: 'This note is not on the board' });
    await expect(late).toContainText('Written where there was no network', BACK);
    await expect(late).not.toContainText('We promise');
    expect(await texts(server, board)).toHaveLength(3);
    // Alone it would be known whose it is: without a name it waits, with the unit its writer shows it now.
    await late.getByRole('button', { name: 'Add without a name' }).click();
    await expect(late).toContainText('Waits until 3 people have such a note.');
    expect(await texts(server, board)).toHaveLength(3);
    await late.getByRole('button', { name: 'Add with my unit' }).click();
    await expect(late).toHaveCount(0);
    const all = (await readBoardFile(server.url, board)).factors;
    const shown = all.filter(({ sources }) => Object.keys(sources).length > 0);
    expect([all.length, shown.map(({ text }) => text)]).toEqual([4, ['Written where there was no network']]);
  } finally {
    await wire.close();
  }
});

test('what is begun, and that one is done, is there after a reload; who comes late hears what they missed', async ({
  server,
  board,
  person,
}) => {
  await start(server, board, WRITE);
  const dana = await person('Dana', 'Finance', 'participant');
  const desk = partOf(dana);
  await desk.add('Silos', 'Calendars');
  await desk.field.fill('Half a sentence');
  await desk.done.click();
  await expect(desk.done).toHaveAttribute('aria-pressed', 'true');
  await desk.note('Silos').getByRole('button', { name: 'Remove' }).click();
  await expect(desk.status).toHaveText('1 written');
  await desk.notes.getByRole('button', { name: 'Bring “Silos” back' }).click();
  await expect(desk.status).toHaveText('2 written');
  await expect(dana.board.saved()).toBeVisible();
  await dana.page.reload();
  await expect(desk.done).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.field).toHaveValue('Half a sentence');
  await expect(desk.notes).toHaveCount(2);

  await runCommand(server.url, board, { type: 'reveal' });
  await runCommand(server.url, board, { type: 'phase', id: 'walk' });
  const lee = await person('Lee', 'Finance', 'participant');
  await expect(
    lee.page.getByText('We are at step 3 of 3: Walk the notes. Before: 2 notes on the board.'),
  ).toBeVisible();
  await lee.page.reload();
  await expect(lee.page.getByRole('main')).toBeVisible();
  await expect(lee.page.getByText('We are at step')).toHaveCount(0);
});

for (const [width, height, keyboard] of [
  [320, 568, 0],
  [390, 844, 0],
  [320, 568, 230],
  [390, 844, 330],
] as const) {
  test(`on a phone of ${width} x ${height} the field is in sight, ${keyboard} pixels of keyboard or not`, async ({
    server,
    browserOf,
  }) => {
    const board = await createBoard(server.url, {
      title: 'Harlow Falls',
      question: 'How do our units support improving schools?',
      units: UNITS,
    });
    await start(server, board, WRITE);
    const page = await browserOf('Dana', { viewport: { width, height }, hasTouch: true, isMobile: true });
    await page.addInitScript((covered) => {
      const real = window.visualViewport;
      if (real === null || covered === 0) return;
      Object.defineProperty(real, 'height', { get: () => window.innerHeight - covered });
    }, keyboard);
    const dana = await joinAs(page, server.url, board, {
      name: 'Dana',
      unit: 'Finance',
      role: 'participant',
    });
    const desk = partOf(dana);
    await desk.add('State-level units use different needs assessment and planning strategies');
    await desk.field.fill('Three separate improvement plan templates');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const what of [desk.field, page.getByRole('button', { name: 'Add', exact: true })]) {
      const { y, height: tall } = await boxOf(what);
      expect(y).toBeGreaterThan(0);
      expect(y + tall).toBeLessThanOrEqual(height - keyboard);
    }
    const { height: target } = await boxOf(page.getByRole('button', { name: 'Add', exact: true }));
    expect(target).toBeGreaterThanOrEqual(44);
  });
}
