import { startBand } from '../band/band.ts';
import { readMaterial } from '../band/material.ts';
import { createBoard, readBoardFile } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { joinAs } from '../harness/people.ts';
import type { Person } from '../harness/people.ts';
import { MAP_SAMPLE } from '../harness/samples.ts';

/** What a browser shows of the whole board, as text. */
async function shownBy({ board }: Person) {
  await board.goTo('grid');
  const cards = await board.page.locator('[data-card]').allTextContents();
  await board.goTo('outline');
  await board.outline.entries.first().waitFor();
  const entries = await board.outline.entries.allTextContents();
  await board.goTo('map');
  const nodes = await board.map.cards.allTextContents();
  return { cards, entries, nodes: nodes.toSorted(), links: await board.map.links.count() };
}

test('a band fills one grid while two people edit a map that was merged in; in the end all see one board', async ({
  server,
  browserOf,
}) => {
  test.setTimeout(240_000);
  const { title, question, units, thoughts: said } = readMaterial();
  const board = await createBoard(server.url, { title, question, units });
  const unit = units[0]?.name ?? '';
  const join = async (name: string, role: 'facilitator' | 'participant') =>
    joinAs(await browserOf(name), server.url, board, { name, unit, role });
  const [dana, lee] = await Promise.all([join('Dana', 'facilitator'), join('Lee', 'participant')]);
  const leaving = new AbortController();
  const band = await startBand({
    venue: { url: server.url, code: board.code },
    size: 5,
    seed: 3,
    speed: 25,
    steps: 'grid',
    signal: leaving.signal,
  });
  try {
    await dana.board.import(MAP_SAMPLE.name, MAP_SAMPLE.text);
    await Promise.all([dana.board.goTo('map'), lee.board.goTo('outline')]);
    await expect(dana.board.map.cards).toHaveCount(37);
    await expect(lee.board.outline.sentences).toHaveCount(68);

    await dana.board.map.drag('Teacher turnover', { x: 40, y: -30 });
    await dana.board.map.drag('Student attendance', { x: -30, y: 40 });
    const sentence = lee.board.outline.sentences.first();
    await sentence.getByRole('button', { name: /^Change the link/ }).click();
    await sentence
      .getByRole('combobox', { name: /^Sign, as/ })
      .first()
      .selectOption('Not sure');
    await lee.page.getByRole('textbox', { name: 'Words of the new entry' }).fill('Buses come late');
    await lee.page.keyboard.press('Enter');
    await expect(dana.board.map.card('Buses come late')).toBeVisible();
    const middle = await dana.board.map.middleOf('Buses come late');
    await dana.page.keyboard.press('Escape');
    await dana.page.mouse.dblclick(middle.x, middle.y);
    await dana.page.getByRole('textbox', { name: 'Words of this card' }).press('End');
    await dana.page.keyboard.type(' again');
    await dana.page.keyboard.press('Escape');
    await expect(lee.board.outline.entries.filter({ hasText: 'Buses come late again' })).toBeVisible();
    await band.written;
  } finally {
    leaving.abort();
    await band.done;
  }

  const fresh = await join('Inès', 'participant');
  for (const { board: screen } of [dana, lee, fresh]) await expect(screen.saved()).toBeVisible();
  const file = await readBoardFile(server.url, board);
  const texts = new Set(file.factors.map(({ text }) => text));
  expect(said.filter(({ text }) => !texts.has(text))).toEqual([]);
  expect(texts.has('Buses come late again')).toBe(true);

  const onMap = [...file.factors, ...file.strategies].filter(({ pos }) => pos !== null);
  const [shown, ...others] = await Promise.all([fresh, dana, lee].map(shownBy));
  for (const other of others) expect(other).toEqual(shown);
  expect(onMap).toHaveLength(38);
  expect(shown?.nodes).toHaveLength(38);
  expect(shown?.entries).toHaveLength(38);
  expect(shown?.links).toBe(new Set(file.influences.map(({ from, to }) => `${from}>${to}`)).size);
  expect(shown?.cards).toHaveLength(file.factors.filter(({ kind }) => kind === 'factor').length);
});
