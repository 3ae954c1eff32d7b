import { PHASE_KINDS, type PhaseInput } from '@coherence/board';
import type { Locator, Page } from '@playwright/test';
import { createBoard, importBoard, runCommand } from '../harness/api.ts';
import { expect, test, UNITS } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import { lookAt, moved } from '../harness/still.ts';
import { BallotPart } from '../pages/ballot-part.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { WritePart } from '../pages/write-part.ts';

const DESK = { viewport: { width: 1600, height: 900 } };
const KEEP = ['Decision', 'Parked', 'Disagreement', 'Note'];
const AGENDA = PHASE_KINDS.map((kind): PhaseInput => ({
  id: kind,
  kind,
  title: `A rather long title for the phase ${kind}`,
  output: 'What should be there when it ends',
  mode: kind === 'link' ? 'threes' : 'plenary',
}));

async function places(...parts: readonly Locator[]): Promise<readonly unknown[]> {
  return Promise.all(parts.map((part) => part.boundingBox()));
}

async function lead(page: Page, url: string, title: string) {
  const board = await createBoard(url, { title, units: UNITS });
  await runCommand(url, board, { type: 'set-agenda', agenda: AGENDA });
  await runCommand(url, board, { type: 'phase', id: 'lobby' });
  await joinAs(page, url, board, { name: 'Frances', unit: UNITS[0], role: 'facilitator' });
  return { board, console: new ConsolePart(page) };
}

test('in every phase the next act and what keeps for the minutes are in view, and there is one primary button', async ({
  server,
  browserOf,
}, info) => {
  const page = await browserOf('Frances', DESK);
  const { board, console } = await lead(page, server.url, info.title.slice(0, 80));
  await page.goto(`${server.url}/b/${board.id}?view=room`);
  for (const { id, title } of AGENDA) {
    await runCommand(server.url, board, { type: 'phase', id });
    await expect(console.phase(title)).toBeVisible();
    for (const kind of KEEP) {
      await expect(console.root.getByRole('button', { name: kind, exact: true })).toBeInViewport({
        ratio: 1,
      });
    }
    await expect(console.root.locator('.button-primary')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.button-primary:visible'), id).toHaveCount(1);
  }
});

test('after the next act the console shows from its top what is on now, and leaves the focus alone', async ({
  server,
  browserOf,
}, info) => {
  const page = await browserOf('Frances', { viewport: { width: 1366, height: 640 } });
  const { console } = await lead(page, server.url, info.title.slice(0, 80));
  const foot = console.root.getByRole('button', { name: 'End the session' });
  for (const kind of ['write', 'reveal', 'walk'] as const) {
    await expect(console.primary(/^Next: /)).toBeEnabled();
    // What the phase needs comes a moment later, and until then the console may be too short to be scrolled.
    await expect(async () => {
      await foot.scrollIntoViewIfNeeded();
      await expect(console.clock).not.toBeInViewport({ timeout: 1_000 });
    }).toPass();
    await console.primary(/^Next: /).press('Enter');
    await expect(console.phase(`A rather long title for the phase ${kind}`)).toBeInViewport({ ratio: 1 });
    await expect(console.clock).toBeInViewport({ ratio: 1 });
    await expect(console.primary(/^Next: /)).toBeFocused();
  }
});

test('while people write, nothing in the console or beside it moves, and no person asks who leads to be done', async ({
  server,
  browserOf,
}, info) => {
  const page = await browserOf('Frances', DESK);
  const { board, console } = await lead(page, server.url, info.title.slice(0, 80));
  const dana = await joinAs(await browserOf('Dana'), server.url, board, {
    name: 'Dana',
    unit: UNITS[1],
    role: 'participant',
  });
  await console.primary(/^Next: A rather long title for the phase write/).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Who is still writing' })).toBeVisible();
  await expect(main.getByRole('button', { name: 'I am done' })).toHaveCount(0);
  await expect(main.getByText('1 is writing')).toBeVisible();
  const watched = [
    console.root.locator('.button-primary'),
    console.back,
    console.root.getByRole('heading', { name: 'Agenda' }),
    console.root.getByRole('heading', { name: '2 people, 2 units' }),
    console.root.getByRole('button', { name: 'Decision' }),
    main.getByRole('heading', { name: 'Who is still writing' }),
    main.getByRole('textbox', { name: 'Your note' }),
  ];
  const before = await places(...watched);
  const notes = new WritePart(dana.page);
  await notes.add('Every plan wants its own template', 'Visits are not coordinated');
  await notes.done.click();
  await expect(console.primary('Reveal 2 notes.')).toBeVisible();
  await expect(main.getByText('all done')).toBeVisible();
  expect(await places(...watched)).toEqual(before);
});

test('while people vote, with too few for a result and with enough, nothing in the console moves', async ({
  server,
  browser,
  browserOf,
}, info) => {
  const title = info.title.slice(0, 80);
  const factors = ['One', 'Two'].map((text, at) => ({
    id: `f${at}`,
    text,
    kind: 'factor',
    cell: ['interfering', 'roles', `a${at}`],
  }));
  const units = UNITS.map((name, at) => ({ id: `u${at}`, name }));
  const file = { schema: 'coherence-board/1', title, units, factors };
  const board = await importBoard(server.url, JSON.stringify(file));
  const vote = {
    id: 'vote',
    kind: 'vote',
    title: 'Vote',
    prompt: 'What matters most?',
    identity: 'unit',
  } as const;
  const rest = { id: 'break', kind: 'break', title: 'Break' } as const;
  await runCommand(server.url, board, { type: 'set-agenda', agenda: [vote, rest] });
  await runCommand(server.url, board, { type: 'phase', id: 'vote' });
  const join = async (name: string, role: 'facilitator' | 'participant', where?: typeof DESK) =>
    joinAs(await browserOf(name, where), server.url, board, { name, unit: UNITS[1], role });
  const wide = (await join('Frances', 'facilitator', DESK)).page;
  const storageState = await wide.context().storageState();
  const context = await browser.newContext({ storageState, viewport: { width: 1024, height: 768 } });
  const low = await context.newPage();
  for (const page of [wide, low]) await page.goto(`${server.url}/b/${board.id}?view=room`);
  const dana = await join('Dana', 'participant');
  const console = new ConsolePart(wide);
  await console.primary('Open the vote').click();
  for (const page of [wide, low]) {
    await expect(page.getByText('Only 1 person can vote on a device of their own now.')).toBeVisible();
  }
  const inConsole = {
    phase: '.console h2',
    clock: '.console-clock',
    primary: '.console .console-primary',
    back: '.console .console-row',
    control: '.vote-control',
    agenda: '.console-agenda',
    people: '.console-people',
    keep: '.console-foot',
  };
  const below = { title: '#room-title', hint: '.vote-turnout > p', few: '.vote-few', myself: '.vote-myself' };
  const stop = await Promise.all([
    lookAt(wide, { ...inConsole, ...below }),
    lookAt(low, { ...below, words: '.console-bar-words', clock: '.console-bar-clock' }),
  ]);

  await new BallotPart(dana.page).give('One', 1);
  await expect(console.root.getByText('1 of 1 has voted: too few to show.')).toBeVisible();
  const [lee, noor] = [await join('Lee', 'participant'), await join('Noor', 'participant')];
  for (const page of [wide, low]) {
    await expect(page.getByText('Enough people are here now for a result.')).toBeVisible();
  }
  await new BallotPart(lee.page).give('One', 1);
  await expect(console.root.getByText('2 of 3 have voted: too few to show.')).toBeVisible();
  await new BallotPart(noor.page).give('Two', 1);
  for (const page of [wide, low]) {
    await expect(page.getByRole('button', { name: 'Close the vote. 3 of 3 have voted.' })).toBeVisible();
  }
  await expect(console.root.getByText('The vote is open. 3 of 3 have voted.')).toBeVisible();
  const seen = await Promise.all(stop.map((end) => end()));
  expect(seen.map(moved)).toEqual([{}, {}]);
  await context.close();
});

test('the steps and the title stay where they are while people come and go and the wifi fails', async ({
  server,
  browserOf,
}, info) => {
  const pages = [
    await browserOf('Frances', DESK),
    await browserOf('Dana', { viewport: { width: 1366, height: 768 } }),
  ] as const;
  const { board } = await lead(pages[0], server.url, info.title.slice(0, 80));
  await joinAs(pages[1], server.url, board, { name: 'Dana', unit: UNITS[1], role: 'participant' });
  const here = (page: Page, count: number) => page.getByRole('button', { name: `${count} people here` });
  for (const page of pages) await expect(here(page, 2)).toBeVisible();
  const stop = await Promise.all(
    pages.map((page) =>
      lookAt(page, {
        title: '.board-words h1',
        steps: '.steps',
        last: '.steps li:last-child',
        more: '.people-room + *',
      }),
    ),
  );

  for (const name of ['Ruth', 'Lee', 'Noor']) {
    await joinAs(await browserOf(name), server.url, board, { name, unit: UNITS[2], role: 'participant' });
  }
  for (const page of pages) await expect(here(page, 5)).toBeVisible();
  await server.kill9();
  for (const page of pages) await expect(page.getByText('Offline: kept on this device')).toBeVisible();
  await server.restart();
  for (const page of pages) await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  for (const page of pages) await expect(here(page, 5)).toBeVisible();

  const seen = await Promise.all(stop.map((end) => end()));
  expect(seen.map(moved)).toEqual([{}, {}]);
});

test('a gap in the wifi as a phase begins costs nobody the screen: it comes when the wifi does', async ({
  server,
  browserOf,
}, info) => {
  const page = await browserOf('Frances', DESK);
  const { board } = await lead(page, server.url, info.title.slice(0, 80));
  const dana = await joinAs(await browserOf('Dana'), server.url, board, {
    name: 'Dana',
    unit: UNITS[1],
    role: 'participant',
  });
  await expect(dana.page.getByText('Try it: write a practice note')).toBeVisible();
  // The connection that is open goes on, as it may where wifi comes and goes: only what is fetched anew fails.
  const gap = /\/assets\/.*write-screen.*|\/health\/ready/;
  let failed = 0;
  await dana.page.route(gap, async (route) => {
    failed += 1;
    await route.abort('internetdisconnected');
  });
  await runCommand(server.url, board, { type: 'phase', id: 'write' });
  await expect.poll(() => failed).toBeGreaterThan(3);
  await expect(dana.page.getByText('Something went wrong')).toHaveCount(0);
  await dana.page.unroute(gap);
  const write = new WritePart(dana.page);
  await write.add('Nobody says who decides');
  await expect(write.note('Nobody says who decides')).toBeVisible();
  // Its styles came with it.
  await expect(dana.page.locator('.write-foot')).toHaveCSS('border-top-style', 'solid');
});

test('a page that is older than its server says so when it lacks a part, and goes on after a reload', async ({
  server,
  browserOf,
}, info) => {
  const page = await browserOf('Frances', DESK);
  const { board } = await lead(page, server.url, info.title.slice(0, 80));
  const dana = await joinAs(await browserOf('Dana'), server.url, board, {
    name: 'Dana',
    unit: UNITS[1],
    role: 'participant',
  });
  await expect(dana.page.getByText('Try it: write a practice note')).toBeVisible();
  const part = /\/assets\/.*write-screen.*\.js/;
  await dana.page.route(part, (route) => route.fulfill({ status: 404 }));
  await runCommand(server.url, board, { type: 'phase', id: 'write' });
  await expect(dana.page.getByRole('heading', { name: 'Reload the page to go on' })).toBeVisible();
  await dana.page.unroute(part);
  await dana.page.getByRole('button', { name: 'Reload the page' }).click();
  const write = new WritePart(dana.page);
  await write.add('Nobody says who decides');
  await expect(write.note('Nobody says who decides')).toBeVisible();
});
