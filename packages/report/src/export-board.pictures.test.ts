import { boardFileSchema, boardFromFile, readSnapshot, type BoardFileInput } from '@coherence/board';
import { describe, expect, test } from 'vitest';
import { exportBoard, type ExportName, type ExportOptions } from './export-board.ts';
import { english } from './testing/english.ts';
import { loadFonts } from './fonts/fonts-node.ts';

const fonts = await loadFonts();
const options: ExportOptions = { date: '2027-01-14', speech: english, fonts };

const FILE: BoardFileInput = {
  schema: 'coherence-board/1',
  title: 'Why <our> schools & districts',
  question: 'What keeps it that way?',
  about: { organization: 'Harlow Falls' },
  units: [{ id: 'si', name: 'School Improvement' }],
  groups: [{ id: 'g', text: 'People' }],
  factors: [
    {
      id: 'a',
      text: 'Turnover',
      kind: 'factor',
      cell: ['interfering', 'roles', 'a0'],
      pos: [0, 0, 206],
      group: 'g',
      sources: { si: { unit: 'si' } },
    },
    { id: 'b', text: 'Results', kind: 'outcome', pos: [400, 40, 206] },
    { id: 'c', text: 'Waiting \u0000for \uD800a place', kind: 'factor' },
  ],
  strategies: [{ id: 's', text: 'One plan', pos: [0, 300, 206] }],
  influences: [{ id: 'x', from: 'a', to: 'b', polarity: '-', strength: 3, delay: true }],
  drawings: [
    { id: 'p', kind: 'pen', pos: [100, 500, 40], ink: 'red', points: [0, 0, 30, 40, 60, 0] },
    { id: 'n', kind: 'note', pos: [300, 500, 160], ink: 'yellow', text: 'Ask the principals' },
  ],
  voteRounds: [{ id: 'v', text: 'Votes', results: { a: 6 } }],
};

const snapshotOf = (file: BoardFileInput) => readSnapshot(boardFromFile(boardFileSchema.parse(file)));

async function bytesOf(file: BoardFileInput, name: ExportName, more: Partial<ExportOptions> = {}) {
  const exported = await exportBoard(snapshotOf(file), name, { ...options, ...more });
  if (!exported.ok) throw new Error(exported.error.code);
  return exported.value.bytes;
}
const svgOf = async (file: BoardFileInput, what: 'grid' | 'map') =>
  new TextDecoder().decode(await bytesOf(file, `${what}.svg`));
/** What a reader sees: the words of a picture without its markup. */
const wordsOf = (svg: string) =>
  svg
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(['grid', 'map'] as const)('the picture of the %s', (what) => {
  test('carries title, focus question, organization, date and what it is', async () => {
    const words = wordsOf(await svgOf(FILE, what));
    expect(words).toContain('Why &lt;our&gt; schools &amp; districts');
    expect(words).toContain('What keeps it that way?');
    expect(words).toContain('Harlow Falls');
    expect(words).toContain('January 14, 2027');
    expect(words).toContain('What we believe, not a finding');
  });

  test('says so for a known number of people too', async () => {
    const svg = await bytesOf(FILE, `${what}.svg`, { participants: 12 });
    const words = wordsOf(new TextDecoder().decode(svg));
    expect(words).toContain('What we believe, not a finding (12 people)');
  });

  test('shows the session date when there is one', async () => {
    const words = wordsOf(await svgOf({ ...FILE, sessionDate: '2026-11-03' }, what));
    expect(words).toContain('November 3, 2026');
    expect(words).not.toContain('January');
  });

  test('has every face embedded', async () => {
    const svg = await svgOf(FILE, what);
    const embedded = svg.match(/url\('?data:font\/woff2;base64,[A-Za-z0-9+/=]{1000,}/g) ?? [];
    expect(embedded).toHaveLength(fonts.faces.length);
    expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test('holds no character that XML forbids', async () => {
    const svg = await svgOf(FILE, what);
    // oxlint-disable-next-line no-control-regex
    expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(() => encodeURIComponent(svg)).not.toThrow();
  });

  test.each(['svg', 'png'] as const)('is the same bytes for the same board: %s', async (format) => {
    expect(await bytesOf(FILE, `${what}.${format}`)).toEqual(await bytesOf(FILE, `${what}.${format}`));
  });

  test('is a PNG as large as the scale says', async () => {
    const [one, two] = [await bytesOf(FILE, `${what}.png`), await bytesOf(FILE, `${what}.png`, { scale: 2 })];
    const sizeOf = (png: Uint8Array) => {
      const view = new DataView(png.buffer, png.byteOffset);
      return [view.getUint32(16), view.getUint32(20)];
    };
    expect(Array.from(one.slice(0, 8))).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(sizeOf(two)).toEqual(sizeOf(one).map((side) => side * 2));
  });

  test('exists for an empty board', async () => {
    const empty: BoardFileInput = { schema: 'coherence-board/1', title: '' };
    expect(wordsOf(await svgOf(empty, what))).toContain('What we believe, not a finding');
    expect((await bytesOf(empty, `${what}.png`)).length).toBeGreaterThan(1000);
  });
});

test('the grid has the exact texts, the cards with their numbers, units and votes, and what is not placed', async () => {
  const words = wordsOf(await svgOf(FILE, 'grid'));
  for (const text of [
    'Interfering',
    'Integrative',
    'Roles and responsibilities',
    'Turnover',
    'F1',
    '6 votes',
  ]) {
    expect(words).toContain(text);
  }
  expect(words).toContain('Implications of purposes, rationales and assumptions');
  expect(words).toContain('SI School Improvement');
  expect(words).toMatch(/Not placed yet.*Waiting for a place/);
  expect(words).not.toContain('Results');
});

test('the map has its cards, groups, drawings, and a legend of what is on it', async () => {
  const svg = await svgOf(FILE, 'map');
  const words = wordsOf(svg);
  for (const text of ['Turnover', 'Results', 'One plan', 'People', 'Ask the principals', '6 votes']) {
    expect(words).toContain(text);
  }
  for (const text of ['Interfering', 'Outcome', 'Strategy', 'more leads to less', 'takes time']) {
    expect(words).toContain(text);
  }
  expect(words).not.toContain('more leads to more');
  expect(words).not.toContain('Waiting');
  expect(svg).toContain('stroke="#C0392B"');
});

test('a picture too large for PNG is refused with a scale that fits', async () => {
  const far: BoardFileInput = {
    ...FILE,
    strategies: [{ id: 's', text: 'Far away', pos: [40_000, 300, 206] }],
  };
  const exported = await exportBoard(snapshotOf(far), 'map.png', options);
  expect(exported).toMatchObject({ ok: false, error: { code: 'picture-too-large' } });
});
