import { expect, test } from '../harness/fixtures.ts';
import { openRoom, PHASES, PHONE } from '../harness/session-room.ts';
import { tabTo } from '../harness/tab-to.ts';

test('on 320 px what has the focus is never under the buttons that stick to the bottom', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', { viewport: { width: 320, height: 640 } });
  await room.go('place');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await room.run({ type: 'deal' });
  const columns = page.getByRole('group', { name: 'What is it about?' });
  await tabTo(page, 'radio', /^Purpose/);
  const bar = page.locator('.place-act');
  for (let at = 0; at < 4; at += 1) {
    await page.keyboard.press('ArrowDown');
    const chosen = columns.locator('.choice:has(:focus)');
    await expect
      .poll(async () => {
        const [box, over] = await Promise.all([chosen.boundingBox(), bar.boundingBox()]);
        return box !== null && over !== null && box.y + Math.min(box.height, 44) <= over.y + 1 && box.y >= 0;
      })
      .toBe(true);
  }
});

test('everybody has the clock of every phase, in one place, and the header keeps its height', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', { viewport: { width: 320, height: 640 } });
  const clock = page.getByRole('banner').getByRole('timer');
  await room.go('lobby');
  await expect(clock).toHaveText(/^\d+:\d\d$/);
  const header = await page.getByRole('banner').boundingBox();
  for (const { id } of PHASES.slice(1)) {
    await room.go(id);
    await expect(clock).toHaveText(/^\d+:\d\d$/);
    await expect(page.getByRole('timer')).toHaveCount(1);
    expect(await page.getByRole('banner').boundingBox(), id).toEqual(header);
  }
  await room.run({ type: 'timer', minutes: 0 });
  await expect(clock).toHaveCount(0);
  expect(await page.getByRole('banner').boundingBox()).toEqual(header);
});

test('on a phone, linking begins with a link; it comes last in a list that does not jump', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', PHONE);
  await room.go('link');
  const links = page.getByRole('region', { name: /^Links so far/ }).getByRole('listitem');
  await expect(links).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toBeHidden();
  const first = await links.first().boundingBox();
  await page.getByRole('button', { name: 'Add a link' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a link' });
  for (const [end, words] of [
    ['From', 'Shared data days'],
    ['To', 'Five calendars'],
  ] as const) {
    await dialog.getByRole('combobox', { name: end, exact: true }).click();
    await dialog.getByRole('option', { name: words }).click();
  }
  await dialog.getByRole('button', { name: 'Add link' }).click();
  await expect(links).toHaveCount(2);
  await expect(links.last()).toContainText('More “Shared data days”');
  await expect(page.getByText('Added to the links below.')).toBeVisible();
  expect(await links.first().boundingBox()).toEqual(first);
});

test('nothing moves for who asked for no motion, and what is chosen shows without our colours', async ({
  server,
  browserOf,
}) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', PHONE);
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await room.go('vote');
  await room.rating();
  const four = page.locator('label').filter({ hasText: '4' }).first();
  const looks = (locator: typeof four) =>
    locator.evaluate((element) => {
      const { backgroundColor, color, outlineStyle, outlineWidth, borderColor } = getComputedStyle(element);
      return [backgroundColor, color, outlineStyle, outlineWidth, borderColor].join(' ');
    });
  const before = await looks(four);
  await four.click();
  await expect(page.getByText(/^1 of 4 answered$/)).toBeVisible();
  await page.getByRole('heading', { level: 2 }).first().click();
  expect(await looks(four)).not.toBe(before);
  const steps = page.getByRole('banner').locator('.steps-progress .step');
  expect(await looks(steps.first())).not.toBe(await looks(steps.last()));
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const [width, height] of [
  [1024, 768],
  [844, 390],
  [640, 360],
] as const) {
  test(`at ${width} x ${height} the title keeps its room beside the clock, and the acts of the phase are in sight`, async ({
    server,
    browserOf,
  }) => {
    const room = await openRoom(server, browserOf);
    const page = await room.enter('Lee', 'participant', { ...PHONE, viewport: { width, height } });
    await room.go('write');
    const done = await page.getByRole('button', { name: 'I am done' }).boundingBox();
    expect((done?.y ?? height) + (done?.height ?? 0)).toBeLessThanOrEqual(height);
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(title?.width).toBeGreaterThan(150);
    await expect(page.getByRole('banner').getByRole('timer')).toBeInViewport();
  });
}

test('a phone on its side shows the factors of a cell, not the head of a table alone', async ({ person }) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  await ruth.board.grid.add(['interfering', 'purposes'], 'Nobody says who decides');
  const lee = await person('Lee', 'Finance', 'participant', {
    ...PHONE,
    viewport: { width: 844, height: 390 },
  });
  const { page } = lee;
  await expect(page.getByText('Nobody says who decides')).toBeInViewport({ ratio: 1 });
  // Turning it keeps what is half written.
  await page.getByPlaceholder('Write a factor').fill('Half a');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText('Nobody says who decides')).toBeInViewport({ ratio: 1 });
  await expect(page.getByPlaceholder('Write a factor')).toHaveValue('Half a');
});
