import { pairingNumber, readPeople } from '../harness/api.ts';
import { expect, LAN, test } from '../harness/fixtures.ts';
import { refuseToKeep } from '../harness/refusing-browser.ts';
import { BoardPage } from '../pages/board-page.ts';
import { JoinPage } from '../pages/join-page.ts';
import { SheetPage } from '../pages/sheet-page.ts';
import { StartPage } from '../pages/start-page.ts';

/** The bar of PRODUCT.md is 30 seconds for a person; the software may use little of it. */
const IN_SECONDS = { timeout: 8_000 };

test('from an empty form to a code, a QR, a link for each role and a page to print', async ({
  server,
  browserOf,
}) => {
  const page = await browserOf('Ruth', { via: `${LAN}:${server.port}` });
  const start = new StartPage(page);
  await start.open();
  const create = await start.prepare();
  await create.make({
    title: 'How do our offices act as one?',
    question: 'What gets in the way, and what already helps?',
    units: '- Special Education (SPED)\n- Finance\tFIN\n3. School Improvement\nfinance\n',
    date: '2027-03-04',
  });

  const sheet = new SheetPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How do our offices act as one?');
  await expect(sheet.qr).toBeVisible();
  const code = await sheet.code();
  expect(code).toMatch(/^[A-HJKMNP-Z2-9]{3} [A-HJKMNP-Z2-9]{3}$/);
  await expect(sheet.qr).toHaveAccessibleName(`QR code: ${LAN}:${server.port}/join/${code.replace(' ', '')}`);
  const links = await Promise.all(
    (['Facilitator', 'Participant', 'Observer', 'Projector'] as const).map((role) =>
      sheet.link(role).inputValue(),
    ),
  );
  expect(new Set(links).size).toBe(4);
  for (const link of links) expect(link).toMatch(/^http:\/\/board\.lan:\d+\/b\/[^/#]+#[^#]{20,}$/);

  await page.getByRole('link', { name: 'Page to print' }).click();
  await expect(page.getByText(code)).toBeVisible();
  await expect(sheet.qr).toBeVisible();
  await page.getByRole('link', { name: 'Back to the board' }).click();

  const board = new BoardPage(page);
  await expect(board.grid.table).toBeVisible();
  await expect(page.getByText('What gets in the way, and what already helps?')).toBeVisible();
  await expect(board.saved()).toBeVisible();
  await board.header.getByRole('button', { name: 'How do our offices act as one?' }).click();
  await expect(page.getByLabel('Session date')).toHaveValue('2027-03-04');
});

test('with the code as it was heard, a name and a unit; a reload is still the same person', async ({
  board,
  browserOf,
}) => {
  const page = await browserOf('Dana');
  const start = new StartPage(page);
  await start.open();
  await start.joinWith(` ${board.code.slice(0, 3)}  ${board.code.slice(3).toLowerCase()} `);
  const began = performance.now();
  await new JoinPage(page).join('Dana', 'Finance');

  const dana = new BoardPage(page);
  await expect(dana.grid.table).toBeVisible(IN_SECONDS);
  await expect(dana.saved()).toBeVisible(IN_SECONDS);
  expect(performance.now() - began).toBeLessThan(IN_SECONDS.timeout);

  const isDana = async () => {
    await dana.people.click();
    const people = page.getByRole('dialog', { name: 'People' });
    await expect(people.getByRole('listitem')).toHaveText([/Dana\s*you/]);
    await expect(people.getByRole('heading', { level: 3 })).toContainText('Finance');
    await people.getByRole('button', { name: 'Close' }).click();
  };
  await isDana();
  await page.reload();
  await isDana();
  await page.goto(`/join/${board.code}`);
  await expect(dana.grid.table).toBeVisible();
  await isDana();
});

test('a second device is the same person, by the six digits of the first', async ({
  board,
  person,
  browserOf,
}) => {
  const dana = await person('Dana', 'Finance', 'participant');
  await dana.board.people.click();
  await dana.page.getByRole('button', { name: 'Use a second device' }).click();
  const digits = await dana.page.getByText(/^\d{3} \d{3}$/).innerText();

  const phone = await browserOf('Dana on her phone');
  await phone.goto(`/join/${board.code}`);
  const join = new JoinPage(phone);
  await join.continueWith(digits === '123 456' ? '654 321' : '123 456');
  await expect(phone.getByText(/These digits do not fit.*ask the other device for new ones/)).toBeVisible();
  await phone.getByLabel('6 digits').fill(digits);
  await phone.getByRole('button', { name: 'Continue as the same person' }).click();

  const second = new BoardPage(phone);
  await expect(second.grid.table).toBeVisible();
  await expect(second.people).toHaveAccessibleName('1 person here');
  await second.people.click();
  await expect(phone.getByRole('dialog', { name: 'People' }).getByRole('listitem')).toHaveText([
    /Dana\s*you/,
  ]);
});

test('an observer reads everything and is offered nothing that changes it', async ({ person }) => {
  const [ruth, owen] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('Owen', 'Finance', 'observer'),
  ]);
  await ruth.board.grid.add(['interfering', 'roles'], 'Two offices ask for one report');
  const factor = owen.board.grid.factor('Two offices ask for one report');
  await expect(factor).toBeVisible();
  await expect(owen.page.getByText('you can read everything and change nothing')).toBeVisible();
  await expect(
    owen.page.getByRole('button', { name: /Add a factor|Actions for|Put all on the map/ }),
  ).toHaveCount(0);
  await expect(owen.board.undo).toHaveCount(0);
  await factor.getByText('Two offices ask').click();
  await owen.page.keyboard.type('not mine');
  await expect(owen.page.getByRole('textbox', { name: /The words of/ })).toHaveCount(0);
  await expect(ruth.board.grid.cards).toHaveText([/^Two offices ask for one report/]);
});

test('a code that is wrong says what to do', async ({ browserOf }) => {
  const page = await browserOf('Dana');
  const start = new StartPage(page);
  await start.open();
  await start.joinWith('K7M');
  await expect(page.getByText('A code has 6 characters; this has 3.')).toBeVisible();
  await start.joinWith('K7M2O0');
  await expect(page.getByText(/A code has no .*codes leave out 0, O, 1, I and L/)).toBeVisible();
  await start.joinWith('ZZZZZ9');
  await expect(new JoinPage(page).complaint).toHaveText(/Look at the code again, or ask for a new one/);
  await expect(start.code).toBeFocused();
  // One letter of it can be mended.
  await expect(start.code).toHaveValue('ZZZ ZZ9');
});

test('[ARRIVE2] links and codes as they arrive open the door, and the secret is in no address, history, referrer or log', async ({
  server,
  board,
  browserOf,
}) => {
  const secret = board.invites.facilitator;
  const page = await browserOf('Dana');
  const referrers: (string | undefined)[] = [];
  const bodies: string[] = [];
  // The first request of a mangled link carries the invite in its path; nothing that follows may.
  const mangled: string[] = [];
  page.on('request', (request) => {
    referrers.push(request.headers()['referer']);
    (request.isNavigationRequest() ? mangled : bodies).push(request.url());
  });
  const name = page.getByLabel('Your name');
  const isAtDoor = async (arrived: string) => {
    await expect(name, arrived).toBeVisible();
    await expect(page.getByText('You join as a facilitator'), arrived).toBeVisible();
    expect(page.url(), arrived).not.toContain(secret);
    expect(await page.evaluate(() => JSON.stringify(history.state)), arrived).not.toContain(secret);
  };
  const path = `/b/${board.id}`;
  for (const arrived of [
    `${path}%23${secret}`,
    `${path}%2523${secret}?fbclid=x`,
    `${path}?utm_source=teams#${secret}`,
    `/B/${board.id}#${secret}).`,
  ]) {
    // Another page in between: a new fragment alone loads nothing.
    await page.goto('/new');
    await page.goto(server.url + arrived);
    await isAtDoor(arrived);
  }
  await page.reload();
  await isAtDoor('reloaded');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Make the board' })).toBeVisible();
  expect(page.url()).not.toContain(secret);

  const start = new StartPage(page);
  await start.open();
  await start.joinWith('Please come on Friday, and bring your report');
  await expect(page.getByText('This names no code and no link.')).toBeVisible();
  const link = `https://filter.example/?url=${encodeURIComponent(`${server.url}${path}#${secret}`)}&data=05`;
  await start.joinWith(`Dear all, our session is on Friday: ${link} or with the code ${board.code}. Ana`);
  await isAtDoor('pasted');
  await page.goto(`/JOIN/Code:%20${board.code.toLowerCase()}.`);
  await expect(page.getByText('You join as a participant.')).toBeVisible();
  await page.getByRole('button', { name: 'Join the board' }).click();
  await expect(new BoardPage(page).grid.table).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(secret);
  expect(mangled.filter((url) => url.includes(secret))).toHaveLength(2);
  expect([...bodies, ...referrers].filter((text) => text?.includes(secret))).toEqual([]);
  expect(server.output()).not.toContain(secret);
});

test('an address that is wrong says so in words, and leads to the start page', async ({
  server,
  browserOf,
}) => {
  const page = await browserOf('Dana');
  const answer = await page.goto(`${server.url}/whatever/else`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(new StartPage(page).code).toBeVisible();
});

test('[DEVICE1] [DEVICE3] in a browser that keeps nothing one joins once, takes part, is told, and comes back as the same person', async ({
  server,
  board,
  browserOf,
}) => {
  const nothing = 'This browser keeps nothing for this site';
  const bo = await browserOf('Bo');
  await refuseToKeep(bo, 'blocked');
  const start = new StartPage(bo);
  await start.open();
  await start.joinWith(board.code);
  await expect(bo.getByRole('note')).toContainText(nothing);
  // The first answer is lost on its way: the person is made, and Bo presses again.
  await bo.route(
    '**/api/join',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await bo.getByLabel('Your name').fill('Bo');
  await bo.getByRole('button', { name: 'Join the board' }).click();
  await expect(new JoinPage(bo).complaint).toBeVisible();
  const [answer] = await Promise.all([
    bo.waitForResponse('**/api/join'),
    bo.getByRole('button', { name: 'Join the board' }).click(),
  ]);
  const { token } = (await answer.json()) as { token: string };
  const there = new BoardPage(bo);
  await there.grid.add(['interfering', 'roles'], 'Late money');
  await expect(there.saved()).toBeVisible();
  await expect(bo.getByText(nothing)).toBeVisible();

  for (const [name, refusal, told] of [
    ['Cy', 'full', nothing],
    ['Dee', 'databases fail', 'Stay in this tab until it says “Saved”'],
  ] as const) {
    const page = await browserOf(name);
    await refuseToKeep(page, refusal);
    await new JoinPage(page).open(server.url, board.id, board.invites.participant);
    await new JoinPage(page).join(name, 'Finance');
    await expect(page.getByText(told)).toBeVisible();
    const theirs = new BoardPage(page);
    await theirs.grid.add(['interfering', 'roles'], `Words of ${name}`);
    await expect(theirs.saved()).toBeVisible();
    await expect(there.grid.factor(`Words of ${name}`)).toBeVisible();
  }

  await bo.reload();
  await expect(bo.getByText('so it does not know you any more')).toBeVisible();
  const pair = await pairingNumber(server.url, { id: board.id, token });
  await bo.getByRole('link', { name: 'Join with a code' }).click();
  await start.joinWith(board.code);
  await new JoinPage(bo).continueWith(pair);
  await expect(there.grid.factor('Late money')).toBeVisible();
  const people = await readPeople(server.url, board);
  expect(people.map(({ name }) => name).filter((name) => name !== '')).toEqual(['Bo', 'Cy', 'Dee']);
});
