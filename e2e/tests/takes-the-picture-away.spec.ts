import { exportFile, importBoard, readBoardFile, tryImport } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { GRID_SAMPLE, MAP_SAMPLE } from '../harness/samples.ts';

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

test('a filled grid comes in through the menu as one step: undo removes exactly it', async ({
  server,
  board,
  person,
}) => {
  const [ruth, lee] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('Lee', 'Finance', 'participant'),
  ]);
  await ruth.board.grid.add(['interfering', 'roles'], 'Here before the file');
  await expect(ruth.board.saved()).toBeVisible();
  const before = await readBoardFile(server.url, board);

  const dialog = await ruth.board.chooseImport(GRID_SAMPLE.name, GRID_SAMPLE.text);
  await expect(dialog.getByRole('listitem').filter({ hasText: '50 factors' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to this board' }).click();
  await expect(ruth.board.grid.cards).toHaveCount(51);
  await expect(lee.board.grid.cards).toHaveCount(51);
  await lee.board.grid.add(['integrative', 'roles'], 'Lee goes on meanwhile');

  await ruth.board.undo.click();
  await expect(lee.board.grid.cards).toHaveCount(2);
  await expect(ruth.board.saved()).toBeVisible();
  const after = await readBoardFile(server.url, board);
  const others = after.factors.filter(({ text }) => text !== 'Lee goes on meanwhile');
  expect({ ...after, factors: others }).toEqual(before);

  await ruth.board.redo.click();
  await expect(lee.board.grid.cards).toHaveCount(52);
});

test('a map comes in through the menu with its links, groups and places', async ({
  server,
  board,
  person,
}) => {
  const [ruth, lee] = await Promise.all([
    person('Ruth', 'Finance', 'facilitator'),
    person('Lee', 'Finance', 'participant'),
  ]);
  await ruth.board.import(MAP_SAMPLE.name, MAP_SAMPLE.text);
  await Promise.all([ruth.board.goTo('map'), lee.board.goTo('outline')]);
  await expect(ruth.board.map.cards).toHaveCount(37);
  await expect(ruth.board.map.links).toHaveCount(68);
  await expect(lee.board.outline.entries).toHaveCount(37);
  await expect(lee.board.outline.sentences).toHaveCount(68);
  await expect(ruth.board.saved()).toBeVisible();
  const file = await readBoardFile(server.url, board);
  expect(file.groups).toHaveLength(6);
  expect(file.loops).toHaveLength(8);
});

test('the menu gives the same bytes as the API: pictures with their title block, and the whole board', async ({
  server,
  board,
  person,
}, info) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  await ruth.board.import(GRID_SAMPLE.name, GRID_SAMPLE.text);
  await ruth.board.import(MAP_SAMPLE.name, MAP_SAMPLE.text);
  await expect(ruth.board.saved()).toBeVisible();

  const items = {
    'Map as PNG': 'map.png',
    'Map as SVG': 'map.svg',
    'Grid as PNG': 'grid.png',
    'Grid as SVG': 'grid.svg',
    'Board file': 'board.json',
  } as const;
  for (const [item, file] of Object.entries(items)) {
    const taken = await ruth.board.export(item);
    const served = await exportFile(server.url, board, file);
    expect(taken.bytes.equals(served), `${item} is the ${file} of the API`).toBe(true);
    expect(taken.name.endsWith(file.slice(file.indexOf('.')))).toBe(true);
    if (file.endsWith('.png')) expect(served.subarray(0, 4).equals(PNG_MAGIC)).toBe(true);
    if (!file.endsWith('.svg')) continue;
    const svg = served.toString();
    const words = svg.replaceAll(/<\/?tspan[^>]*>|<\/text>\s*<text[^>]*>/g, ' ');
    expect(words).toContain('What we believe, not a finding');
    expect(words).toContain(info.title.slice(0, 20));
    expect(svg).toContain('@font-face');
    expect(svg).not.toMatch(/(href|src)="https?:|url\(["']?https?:/);
  }
});

test('[refusal 14] a full map prints legibly on one tabloid sheet, also without colour', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, MAP_SAMPLE.text);
  const svg = (await exportFile(server.url, board, 'map.svg')).toString();
  const page = await browserOf('The printer');
  await page.setContent(svg);
  const facts = await page.evaluate(() => {
    const picture = document.querySelector('svg');
    const texts = Array.from(document.querySelectorAll('svg text'));
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const dashed = Array.from(document.querySelectorAll('svg path')).filter(
      (path) => !['none', ''].includes(getComputedStyle(path).strokeDasharray),
    );
    return {
      width: picture?.viewBox.baseVal.width ?? 0,
      height: picture?.viewBox.baseVal.height ?? 0,
      smallest: Math.min(...sizes),
      dashed: dashed.length,
      words: texts.map((text) => text.textContent).join(' '),
    };
  });
  // 17 by 11 inches with margins of half an inch.
  const pointsPerUnit = Math.min((16 * 72) / facts.width, (10 * 72) / facts.height);
  expect(facts.smallest * pointsPerUnit).toBeGreaterThan(6);
  expect(facts.dashed).toBeGreaterThan(0);
  for (const word of ['more leads to more', 'more leads to less', 'takes time', 'Outcome', 'Strategy']) {
    expect(facts.words).toContain(word);
  }
  expect(facts.words).not.toContain('…');
});

test('files come in over the API as they are, and a board taken away says the same on a new one', async ({
  server,
  person,
  board,
}) => {
  for (const { text } of [GRID_SAMPLE, MAP_SAMPLE]) {
    const first = await importBoard(server.url, text);
    const taken = await exportFile(server.url, first, 'board.json');
    const second = await importBoard(server.url, taken.toString());
    expect(await readBoardFile(server.url, second)).toEqual(JSON.parse(taken.toString()));
  }
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  await ruth.board.import(GRID_SAMPLE.name, GRID_SAMPLE.text);
  await expect(ruth.board.saved()).toBeVisible();
  const taken = await exportFile(server.url, board, 'board.json');
  const moved = await importBoard(server.url, taken.toString());
  expect(await readBoardFile(server.url, moved)).toEqual(await readBoardFile(server.url, board));
});

test('a broken file says where and why, and changes nothing', async ({ server, board, person }) => {
  const ruth = await person('Ruth', 'Finance', 'facilitator');
  const before = await readBoardFile(server.url, board);
  const cut = GRID_SAMPLE.text.slice(0, 4000);
  const sample = JSON.parse(GRID_SAMPLE.text) as { factors: { row: string }[] };
  const wrong = JSON.stringify({
    ...sample,
    factors: sample.factors.map((factor, index) => (index === 7 ? { ...factor, row: 'sideways' } : factor)),
  });

  const dialog = await ruth.board.chooseImport('cut.json', cut);
  await expect(dialog.getByRole('alert')).toContainText(
    'cut.json cannot be imported, and nothing was changed.',
  );
  await expect(dialog.getByRole('alert')).toContainText(/line \d+/i);
  await expect(dialog.getByRole('button', { name: 'Add to this board' })).toHaveCount(0);
  const [chooser] = await Promise.all([
    ruth.page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose another file' }).click(),
  ]);
  await chooser.setFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from(wrong) });
  await expect(dialog.getByRole('alert')).toContainText('wrong.json cannot be imported');
  await expect(dialog.getByRole('alert').getByRole('code')).toHaveText(/factors\W*7\W*row/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await readBoardFile(server.url, board)).toEqual(before);

  for (const text of [cut, wrong]) {
    const answer = await tryImport(server.url, text);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ error: { code: 'broken-file' } });
  }
  const { body } = await tryImport(server.url, wrong);
  expect(JSON.stringify(body)).toMatch(/factors\W*7\W*row/);
});
