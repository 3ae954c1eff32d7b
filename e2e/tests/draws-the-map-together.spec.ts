import { readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import type { Person } from '../harness/people.ts';
import { boxOf } from '../pages/grid-part.ts';

const VIEWPORT = { viewport: { width: 1440, height: 900 } };

/** Dana and Lee before one map, with four factors in the grid and none on the map. */
async function twoAtTheMap(person: (...who: [string, string, 'participant', object]) => Promise<Person>) {
  const [dana, lee] = await Promise.all([
    person('Dana', 'Finance', 'participant', VIEWPORT),
    person('Lee', 'Special Education', 'participant', VIEWPORT),
  ]);
  await dana.board.grid.add(['interfering', 'roles'], 'Late money', 'Tired staff', 'Two plans');
  await dana.board.grid.add(['integrative', 'roles'], 'Shared coach');
  await Promise.all([dana.board.goTo('map'), lee.board.goTo('map')]);
  return { dana, lee };
}

const put = (who: Person, name: string) => who.board.map.panel.getByRole('button', { name }).click();

test('factors go on the map one by one, several or all, and come off it without leaving the grid', async ({
  person,
}) => {
  const { dana, lee } = await twoAtTheMap(person);
  await put(dana, 'Put on the map: “Late money”');
  await expect(lee.board.map.cards).toHaveCount(1);
  await dana.page.keyboard.press('Escape');
  await dana.board.map.panel.getByRole('checkbox', { name: 'Tired staff' }).check();
  await dana.board.map.panel.getByRole('checkbox', { name: 'Two plans' }).check();
  await put(dana, 'Put 2 on the map');
  await expect(lee.board.map.cards).toHaveCount(3);
  await put(lee, 'Put it on the map');
  await expect(dana.board.map.cards).toHaveCount(4);

  await dana.page.keyboard.press('Escape');
  const { x, y } = await dana.board.map.middleOf('Late money');
  await dana.page.mouse.click(x, y);
  await put(dana, 'Take off the map');
  await expect(lee.board.map.card('Late money')).toHaveCount(0);
  await lee.board.goTo('grid');
  await expect(lee.board.grid.factor('Late money')).toBeVisible();
  await expect(lee.board.grid.factor('Late money').getByText('map', { exact: true })).toHaveCount(0);
  await expect(lee.board.grid.factor('Shared coach').getByText('map', { exact: true })).toBeVisible();
});

test('a card that is dragged moves for the others, with the cursor of who drags it', async ({
  server,
  board,
  person,
}) => {
  const { dana, lee } = await twoAtTheMap(person);
  await put(dana, 'Put all 4 on the map');
  await expect(lee.board.map.cards).toHaveCount(4);
  await Promise.all([dana.board.map.fit(), lee.board.map.fit()]);
  await dana.page.keyboard.press('Escape');

  const posOf = async (text: string) =>
    (await readBoardFile(server.url, board)).factors.find((factor) => factor.text === text)?.pos;
  const [here, there] = [await boxOf(lee.board.map.card('Late money')), await posOf('Late money')];
  await dana.board.map.drag('Late money', { x: 60, y: 180 });
  await expect(lee.board.map.cursor('Dana')).toBeVisible();
  await expect
    .poll(async () => (await boxOf(lee.board.map.card('Late money'))).y - here.y)
    .toBeGreaterThan(60);
  await expect(dana.board.saved()).toBeVisible();
  const moved = await posOf('Late money');
  expect((moved?.[1] ?? 0) - (there?.[1] ?? 0)).toBeGreaterThan(60);
  await dana.board.undo.click();
  await expect.poll(() => posOf('Late money')).toEqual(there);
});

test('links carry their sign to map and outline, and an edit in the outline is seen on the map', async ({
  person,
}) => {
  const { dana, lee } = await twoAtTheMap(person);
  await put(dana, 'Put all 4 on the map');
  await expect(lee.board.map.cards).toHaveCount(4);
  await dana.board.map.link('Late money', 'Tired staff');
  await dana.board.map.sign('more leads to more');
  await expect(dana.board.map.popover).toContainText('More “Late money” leads to more “Tired staff”.');
  await expect(lee.board.map.links).toHaveCount(1);
  await expect(lee.board.map.legend.getByText('solid: more leads to more')).toBeVisible();

  await lee.board.goTo('outline');
  await expect(lee.board.outline.entries).toHaveCount(4);
  const sentence = 'More “Late money” leads to more “Tired staff”.';
  await expect(lee.board.outline.sentence(sentence)).toBeVisible();
  const link = await lee.board.outline.change(sentence);
  await link.getByLabel('Sign, as Finance sees it').selectOption('More leads to less');
  await expect(dana.board.map.popover).toContainText('More “Late money” leads to less “Tired staff”.');
  await expect(dana.board.map.legend.getByText('dashed: more leads to less')).toBeVisible();

  await lee.page.getByRole('button', { name: 'Add a link' }).click();
  const form = lee.page.getByRole('dialog', { name: 'Add a link' });
  await form.getByRole('combobox', { name: 'From', exact: true }).fill('Shared');
  await lee.page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'To', exact: true }).fill('Two');
  await lee.page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Add link' }).click();
  await expect(lee.board.outline.sentence('More “Shared coach” leads to more “Two plans”.')).toBeVisible();
  await expect(dana.board.map.links).toHaveCount(2);
});

test('[refusal 13] a link needs no fine hand: taps on a phone, or keys alone, and never a drag', async ({
  person,
}) => {
  const { dana } = await twoAtTheMap(person);
  await put(dana, 'Put all 4 on the map');
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const sam = await person('Sam', 'Finance', 'participant', phone);
  await sam.page.goto(`${new URL(sam.page.url()).pathname}?view=outline`);
  await sam.page.getByRole('button', { name: 'Add a link' }).tap();
  const taps = sam.page.getByRole('dialog', { name: 'Add a link' });
  await taps.getByRole('combobox', { name: 'From', exact: true }).tap();
  await taps.getByRole('option', { name: 'Late money' }).tap();
  await taps.getByRole('combobox', { name: 'To', exact: true }).tap();
  await taps.getByRole('option', { name: 'Tired staff' }).tap();
  await taps.getByRole('button', { name: 'Add link' }).tap();
  await expect(dana.board.map.links).toHaveCount(1);

  await dana.board.goTo('outline');
  const add = dana.page.getByRole('button', { name: 'Add a link' });
  await add.focus();
  await dana.page.keyboard.press('Enter');
  const keys = dana.page.getByRole('dialog', { name: 'Add a link' });
  for (const [end, words] of [
    ['From', 'Shared'],
    ['To', 'Two'],
  ] as const) {
    const field = keys.getByRole('combobox', { name: end, exact: true });
    while (!(await field.evaluate((element) => element === document.activeElement))) {
      await dana.page.keyboard.press('Tab');
    }
    await dana.page.keyboard.type(words);
    await dana.page.keyboard.press('Enter');
  }
  const done = keys.getByRole('button', { name: 'Add link' });
  while (!(await done.evaluate((element) => element === document.activeElement))) {
    await dana.page.keyboard.press('Tab');
  }
  await dana.page.keyboard.press('Enter');
  await expect(dana.board.outline.sentence('More “Shared coach” leads to more “Two plans”.')).toBeVisible();
});

test('a factor renamed in the grid is renamed on the map, and back', async ({ person }) => {
  const { dana, lee } = await twoAtTheMap(person);
  await put(dana, 'Put all 4 on the map');
  await lee.board.goTo('grid');
  const field = await lee.board.grid.edit('Late money');
  await field.fill('Slow money');
  await expect(dana.board.map.card('Slow money')).toBeVisible();
  await field.press('Enter');

  await dana.page.keyboard.press('Escape');
  const { x, y } = await dana.board.map.middleOf('Slow money');
  await dana.page.mouse.dblclick(x, y);
  const words = dana.page.getByRole('textbox', { name: 'Words of this card' });
  await words.press('End');
  await words.pressSequentially(' hurts');
  await expect(lee.board.grid.factor('Slow money hurts')).toBeVisible();
  await words.press('Enter');
  await expect(dana.board.map.card('Slow money hurts')).toBeVisible();
});

test('groups, notes and pen strokes appear for the others', async ({ person }) => {
  const { dana, lee } = await twoAtTheMap(person);
  await put(dana, 'Put all 4 on the map');
  await expect(dana.board.map.panel.getByRole('heading', { name: '4 cards chosen' })).toBeVisible();
  await dana.board.map.panel.getByRole('button', { name: 'Group', exact: true }).click();
  await dana.page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Name of the group' })
    .fill('Money and people');
  await dana.page.keyboard.press('Enter');
  await expect(lee.board.map.groupName('Money and people')).toBeVisible();

  const canvas = await boxOf(dana.board.map.canvas);
  const corner = { x: canvas.x + 60, y: canvas.y + 90 };
  await dana.board.map.tool('Pen');
  await dana.board.map.stroke(corner, { x: corner.x + 90, y: corner.y + 50 });
  await expect(lee.board.map.strokes).toHaveCount(1);
  await dana.board.map.tool('Note');
  await dana.page.mouse.click(corner.x + 20, canvas.y + canvas.height - 160);
  await dana.page.getByRole('textbox', { name: 'Words of this note' }).pressSequentially('Ask Finance');
  await expect(lee.board.map.notes.filter({ hasText: 'Ask Finance' })).toHaveCount(1);
});
