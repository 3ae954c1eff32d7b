import {
  addDraft,
  addFactors,
  addGroup,
  castVote,
  COLUMNS,
  editText,
  addInfluence,
  moveFactors,
  placeOnMap,
  readSession,
  ROWS,
  setFactorUnit,
  setNodeKind,
} from '@coherence/board';
import type { Locator, Page } from '@playwright/test';
import type { Pretend } from '@coherence/band';
import { joinBand } from '../band/band.ts';
import { importBoard, runCommand, type CreatedBoard } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs, type Person } from '../harness/people.ts';
import type { ServerProcess } from '../harness/server.ts';
import { lookAt, moved } from '../harness/still.ts';
import { WritePart } from '../pages/write-part.ts';

const DESK = { viewport: { width: 1600, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const BAND = 6;
const CELLS = ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column })));
/** In every cell so many, the first two of them on the map. */
const EACH = 6;

const AGENDA = [
  { id: 'write', kind: 'write', title: 'Write alone', prompt: 'What gets in the way?' },
  { id: 'group', kind: 'group', title: 'Group and name', prompt: 'What belongs together?' },
  { id: 'vote', kind: 'vote', title: 'Vote', prompt: 'What matters most?', vote: { budget: 7 } },
  { id: 'link', kind: 'link', title: 'Link', prompt: 'What leads to what?', mode: 'plenary' },
] as const;

interface Room {
  readonly board: CreatedBoard;
  readonly band: readonly Pretend[];
  readonly join: (name: string, role: Person['role'], where: typeof DESK | typeof PHONE) => Promise<Person>;
}

type BrowserOf = (who: string, options?: typeof DESK | typeof PHONE) => Promise<Page>;

const words = (at: number) => `Factor ${at} as somebody said it of what keeps the offices apart`;
const idOf = (at: number) => `f${at}`;
const onMap = (at: number) => at % EACH < 2;
const ALL = Array.from({ length: CELLS.length * EACH }, (_, at) => at);
const MAPPED = ALL.filter(onMap);

/** A board with 48 factors, a third of them on the map, a phase that is on, and a band of pretend people. */
async function openRoom(
  server: ServerProcess,
  browserOf: BrowserOf,
  title: string,
  phase: string,
): Promise<Room> {
  const factors = ALL.map((at) => {
    const { row, column } = CELLS[Math.floor(at / EACH)] ?? { row: 'interfering', column: 'roles' };
    const pos = onMap(at) ? { pos: [(at % 8) * 300, Math.floor(at / 8) * 220, 206] } : {};
    return { id: idOf(at), text: words(at), kind: 'factor', cell: [row, column, `a${at + 100}V`], ...pos };
  });
  const units = UNITS.map((name, index) => ({ id: `u${index}`, name }));
  const file = { schema: 'coherence-board/1', title, units, factors };
  const board = await importBoard(server.url, JSON.stringify(file));
  await runCommand(server.url, board, { type: 'set-agenda', agenda: AGENDA });
  await runCommand(server.url, board, { type: 'phase', id: phase });
  const venue = { url: server.url, code: board.code };
  const band = await Promise.all(Array.from({ length: BAND }, (_, at) => joinBand(venue, `Bot ${at}`, at)));
  return {
    board,
    band,
    join: async (name, role, where) => {
      const who = await joinAs(await browserOf(name, where), server.url, board, {
        name,
        unit: UNITS[0],
        role,
      });
      if (role === 'participant' && phase !== AGENDA[0]?.id) {
        await who.page.getByText(/^We are at step/).waitFor();
      }
      return who;
    },
  };
}

/** Everybody does their part, in turn, and all of it is on the server. */
async function work(
  band: readonly Pretend[],
  ...parts: readonly ((member: Pretend, at: number) => unknown)[]
) {
  for (const part of parts) {
    for (const [at, member] of band.entries()) part(member, at);
    await Promise.all(band.map((one) => one.saved()));
  }
}

/** Everything that is fully in view now, by its id. */
const inView = (cards: Locator) =>
  cards.evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { left, right, top, bottom, height } = element.getBoundingClientRect();
        return [top + 3, bottom - 3].every((y) => {
          const shows = document.elementFromPoint((left + right) / 2, y);
          return height > 0 && shows !== null && element.contains(shows);
        });
      })
      .map((element) => element.getAttribute('data-card') ?? ''),
  );
const selectors = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, `[data-card="${id}"]`]));

const linkSome = ({ doc, actor }: Pretend, at: number) => {
  for (const [step, from] of MAPPED.entries()) {
    const to = MAPPED[(step + at + 1) % MAPPED.length] ?? 0;
    if ((step + at) % 3 === 0) addInfluence(doc, { from: idOf(from), to: idOf(to), polarity: '+' }, actor);
  }
};
const putOnMap = ({ doc }: Pretend, at: number) => {
  const ids = ALL.filter((one) => !onMap(one)).slice(at * 2, at * 2 + 2);
  placeOnMap(
    doc,
    ids.map((one) => ({ id: idOf(one), pos: [one * 40, 2400, 206] as [number, number, number] })),
  );
};

test('[refusal 3] an outline on a phone stays where a person reads or types while others link and add', async ({
  server,
  browserOf,
}, info) => {
  const { band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'link');
  const { page, board } = await join('Noor', 'participant', PHONE);
  await page.getByText('Everything on the map').tap();
  await board.outline.entries.nth(4).evaluate((entry) => entry.scrollIntoView({ block: 'start' }));
  const seen = await inView(board.outline.entries);
  expect(seen.length).toBeGreaterThan(3);

  const end = await lookAt(page, selectors(seen));
  await work(band, linkSome, putOnMap);
  const news = page.getByRole('button', { name: /^Show \d+ new$/ });
  await expect(news).toBeVisible();
  await expect(page.locator('.outline-foot')).toContainText('28 on the map, 32 links');
  expect(moved(await end())).toEqual({});

  const [, , own = ''] = await inView(board.outline.entries);
  const entry = page.locator(`[data-card="${own}"]`);
  await entry.locator('.entry-words').tap();
  const field = entry.getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.type(' indeed');
  const still = await lookAt(page, { field: `[data-card="${own}"] textarea` });
  await news.evaluate((button: HTMLElement) => button.click());
  await expect(news).toBeHidden();
  await expect(entry.locator('.link-line').first()).toBeAttached();
  await work(band, ({ doc }, at) => at === 0 && setNodeKind(doc, own, 'outcome'));
  await news.evaluate((button: HTMLElement) => button.click());
  await expect(
    page.locator('.outline-section').filter({ hasText: 'Outcomes' }).locator('textarea'),
  ).toBeFocused();
  await page.keyboard.type(' so');
  await expect(field).toHaveValue(/ indeed so$/);
  expect(moved(await still())).toEqual({});
});

test('[refusal 3] the links of a phone stay under the thumb while others link', async ({
  server,
  browserOf,
}, info) => {
  const { band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'link');
  const { page } = await join('Noor', 'participant', PHONE);
  await expect(page.getByText('None yet. The first one is yours.')).toBeVisible();
  const end = await lookAt(page, {
    add: '.link-start > .button',
    all: '.link-start-all > summary',
    heading: '#links-so-far',
  });
  await work(band, linkSome);
  await expect(page.locator('#links-so-far')).toContainText('32');
  expect(moved(await end())).toEqual({});

  const line = page.locator('.link-start > section .link-line').nth(12);
  await line.scrollIntoViewIfNeeded();
  await line.getByRole('button').focus();
  const still = await lookAt(page, { button: '.link-change:focus' });
  await work(
    band,
    ({ doc, actor }) => addInfluence(doc, { from: idOf(0), to: idOf(6), polarity: '-', delay: true }, actor),
    ({ doc }) => editText(doc, 'factors', idOf(0), { at: 0, remove: 0, insert: 'Long words before ' }),
  );
  await expect(page.locator('.link-start > section').getByText('Long words before').first()).toBeAttached();
  expect(moved(await still())).toEqual({});
});

test('[refusal 3] the grid stays on a desk while others write above, group and move what a person edits', async ({
  server,
  browserOf,
}, info) => {
  const { band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'group');
  const { page, board } = await join('Frances', 'facilitator', DESK);
  await page.goto(`${page.url().split('?')[0]}?view=grid`);
  await board.grid.cards.nth(30).scrollIntoViewIfNeeded();
  // Where cards are narrow, and the tools above them fill their line.
  await page.setViewportSize({ width: 1280, height: 800 });
  const seen = await inView(board.grid.cards);
  expect(seen.length).toBeGreaterThan(4);
  const grouping = await lookAt(page, { table: '.grid-scroll', ...selectors(seen) });
  await work(band, ({ doc }, at) => addGroup(doc, `Group ${at}`, [idOf(at * 7), idOf(at * 7 + 1)]));
  await expect(page.getByRole('button', { name: `Groups (${BAND})` })).toBeVisible();
  expect(moved(await grouping())).toEqual({});
  await page.setViewportSize(DESK.viewport);

  // A person looks at one card, with the pointer on it, in the lower row.
  const watched = idOf(ALL.length - 2);
  const card = page.locator(`[data-card="${watched}"]`);
  await card.hover();
  const add = ({ doc, actor }: Pretend, at: number) => {
    for (const cell of CELLS.slice(0, 4)) {
      addFactors(doc, { texts: [`New ${at}`, `Another ${at}`], cell }, actor);
    }
  };
  const reading = await lookAt(page, selectors([watched]));
  await work(band, add, ({ doc }, at) => setFactorUnit(doc, idOf(at), `u${at % 3}`, true));
  await expect(board.grid.cards).toHaveCount(ALL.length + BAND * 8);
  expect(moved(await reading())).toEqual({});

  // A person writes in a card, and another person moves it to another row.
  await card.locator('.card-words').click();
  const field = card.getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('My ');
  const y = (await field.boundingBox())?.y;
  await work(band.slice(0, 1), ({ doc }) =>
    moveFactors(doc, { ids: [watched], row: 'integrative', column: 'purposes', before: idOf(4 * EACH) }),
  );
  await expect(page.locator(`[data-place] [data-card="${watched}"]`)).toBeVisible();
  await expect(board.grid.cell(['integrative', 'purposes']).first().getByRole('textbox')).toHaveValue(
    /^My Factor/,
  );
  await expect(field).toBeFocused();
  await page.keyboard.type('own ');
  await expect(field).toHaveValue(/^My own Factor/);
  expect(Math.round((await field.boundingBox())?.y ?? 0)).toBe(Math.round(y ?? -1));
});

test('[refusal 3] the grid stays on a phone while others write, move and take out of their cells', async ({
  server,
  browserOf,
}, info) => {
  const { band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'group');
  const { page, board } = await join('Noor', 'participant', PHONE);
  await expect(board.grid.factor(words(0))).toBeVisible();
  const top = await lookAt(page, {
    ...selectors(['f0', 'f1', 'f2']),
    row: '.phone-rows',
    field: '.phone-composer textarea',
  });
  await work(
    band,
    ({ doc, actor }, at) =>
      addFactors(doc, { texts: [`New ${at}`], cell: { row: 'interfering', column: 'purposes' } }, actor),
    ({ doc, actor }, at) => addFactors(doc, { texts: [`Waiting ${at}`], cell: null }, actor),
  );
  await expect(page.getByText(`Not placed (${BAND})`)).toBeVisible();
  await expect(page.getByText(`${EACH + BAND} factors here`)).toBeVisible();
  expect(moved(await top())).toEqual({});

  await board.grid.factor(words(4)).scrollIntoViewIfNeeded();
  await board.grid.factor(words(4)).locator('.card-words').tap();
  const still = await lookAt(page, { field: '[data-card="f4"] textarea' });
  await expect(page.locator('[data-card="f4"] textarea')).toBeFocused();
  await work(band, ({ doc }, at) =>
    moveFactors(doc, { ids: [idOf(at * EACH + 7)], row: 'interfering', column: 'purposes', before: 'f0' }),
  );
  await expect(page.getByText(`${EACH + 2 * BAND} factors here`)).toBeVisible();
  await page.keyboard.type(' still here');
  await expect(page.locator('[data-card="f4"] textarea')).toHaveValue(/ still here$/);
  expect(moved(await still())).toEqual({});
});

test('[refusal 3] the map and its tools stay while others link and add', async ({
  server,
  browserOf,
}, info) => {
  const { band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'link');
  const { page, board } = await join('Noor', 'participant', DESK);
  await board.map.waitUntilOpen();
  await expect(board.map.cards).toHaveCount(MAPPED.length);
  await board.map.fit();
  await page.keyboard.press('Escape');
  await board.map.cards.first().evaluate((card) => card.setAttribute('data-watched', ''));
  const end = await lookAt(page, {
    card: '[data-watched]',
    tools: '[role="toolbar"]',
    canvas: '.map-canvas',
    bar: '.phase-bar',
  });
  await work(band, linkSome, putOnMap);
  await expect(board.map.links).not.toHaveCount(0);
  await expect(board.map.cards).not.toHaveCount(MAPPED.length);
  expect(moved(await end())).toEqual({});
});

test('[refusal 3] the field and the ballot stay while others write, say so, and vote', async ({
  server,
  browserOf,
}, info) => {
  const { board, band, join } = await openRoom(server, browserOf, info.title.slice(0, 60), 'write');
  const noor = await join('Noor', 'participant', PHONE);
  const write = new WritePart(noor.page);
  await write.add('Nobody says who decides');
  await write.field.pressSequentially('Half a');
  const writing = await lookAt(noor.page, {
    field: '.write-foot textarea',
    note: '.own-notes li, .write li',
    head: '#write-title',
    header: '[role="banner"], header',
  });
  await work(band, ({ privateDoc }, at) =>
    addDraft(privateDoc, { text: `Thought ${at}`, at, phase: 'write', row: 'interfering' }),
  );
  await Promise.all(band.map((member) => member.sayDone()));
  const doneOf = () =>
    Object.values(readSession(band[0]?.doc ?? fail()).writing.done).reduce((a, b) => a + b, 0);
  await expect.poll(doneOf).toBe(BAND);
  await expect(write.field).toBeFocused();
  await noor.page.keyboard.type(' sentence');
  await expect(write.field).toHaveValue('Half a sentence');
  expect(moved(await writing())).toEqual({});
  await write.field.fill('');

  await runCommand(server.url, board, { type: 'phase', id: 'vote' });
  await runCommand(server.url, board, {
    type: 'vote-open',
    question: 'What matters most?',
    items: ALL.slice(0, 12).map(idOf),
    budget: 7,
    perItem: 3,
  });
  const more = noor.page.getByRole('button', { name: /^One more dot for/ });
  await more.nth(1).tap();
  await more.nth(4).focus();
  const voting = await lookAt(noor.page, {
    button: 'button:focus',
    title: '#room-title',
    head: '.ballot-head',
    promise: '.ballot-promise',
  });
  const round = () => readSession(band[0]?.doc ?? fail()).round;
  await expect.poll(round).not.toBeNull();
  for (const { doc, privateDoc } of band) {
    const open = readSession(doc).round;
    if (open !== null) castVote(privateDoc, open, open.items[0] ?? '', 2);
  }
  await expect.poll(() => round()?.turnout).toBe(BAND + 1);
  await expect(more.nth(4)).toBeFocused();
  expect(moved(await voting())).toEqual({});
});

function fail(): never {
  throw new Error('nobody is in the band');
}
