import { boardFromFile, boardFileSchema, readSnapshot } from '@coherence/board';
import { describe, expect, test } from 'vitest';
import { exportBoard, type ExportOptions } from './export-board.ts';
import { english } from './testing/english.ts';
import { loadFonts } from './fonts/fonts-node.ts';

const fonts = await loadFonts();
const options: ExportOptions = { date: '2027-01-14', fonts, speech: english };

function snapshotOf(title: string) {
  const file = boardFileSchema.parse({
    schema: 'coherence-board/1',
    title,
    question: 'What keeps it that way?',
    units: [{ id: 'si', name: 'School Improvement' }],
    factors: [
      { id: 'a', text: 'Turnover', kind: 'factor', cell: ['interfering', 'roles', 'a0'], pos: [0, 0, 206] },
      {
        id: 'b',
        text: 'Results & trust',
        kind: 'outcome',
        pos: [400, 0, 206],
        sources: { si: { unit: 'si' } },
      },
      { id: 'c', text: 'Off the map', kind: 'factor' },
    ],
    influences: [
      { id: 'x', from: 'a', to: 'b', polarity: '-', strength: 3, source: SI, room: ROOM },
      { id: 'y', from: 'a', to: 'b', polarity: '+', delay: true, note: 'only at first' },
    ],
  });
  return readSnapshot(boardFromFile(file));
}

const SI = { kind: 'unit', id: 'si' } as const;
const ROOM = { id: 'r1', name: 'Room 1' };
const snapshot = snapshotOf('Why our four identified schools do not make lasting progress');

describe('exportBoard', () => {
  test('board.json is the board file', async () => {
    const exported = await exportBoard(snapshot, 'board.json', options);
    if (!exported.ok) throw new Error(exported.error.code);
    const text = new TextDecoder().decode(exported.value.bytes);
    expect(boardFileSchema.parse(JSON.parse(text)).factors.map(({ text }) => text)).toEqual([
      'Turnover',
      'Results & trust',
      'Off the map',
    ]);
  });

  test('map.json holds what is on the map, each influence with every source and its own sign', async () => {
    const exported = await exportBoard(snapshot, 'map.json', options);
    if (!exported.ok) throw new Error(exported.error.code);
    const map = JSON.parse(new TextDecoder().decode(exported.value.bytes));
    expect(map.nodes).toEqual([
      { id: 'a', text: 'Turnover', kind: 'interfering', no: 1, units: [], pos: [0, 0, 206] },
      { id: 'b', text: 'Results & trust', kind: 'outcome', no: 2, units: ['si'], pos: [400, 0, 206] },
    ]);
    expect(map.influences).toEqual([
      {
        id: 'a>b',
        from: 'a',
        to: 'b',
        polarity: 'mixed',
        strength: 3,
        delay: true,
        sources: [
          { kind: 'unit', id: 'si', record: 'x', room: ROOM, polarity: '-', strength: 3, delay: false },
          { record: 'y', polarity: '+', strength: 2, delay: true, note: 'only at first' },
        ],
      },
    ]);
    expect(map.analysis).toEqual({
      loops: [],
      truncated: false,
      starts: ['a'],
      results: ['b'],
      busiest: [
        { id: 'a', links: 1 },
        { id: 'b', links: 1 },
      ],
      agreed: [],
    });
  });

  test.each([0, 4.5, Number.NaN, -1])('refuses scale %s', async (scale) => {
    expect(await exportBoard(snapshot, 'board.json', { ...options, scale })).toMatchObject({
      ok: false,
      error: { code: 'scale', values: { min: 1, max: 4 } },
    });
  });

  test('names files by what, title and session date, else the day of the export', async () => {
    const nameOf = async (title: string, date: Date | string) => {
      const exported = await exportBoard(snapshotOf(title), 'map.json', { ...options, date });
      return exported.ok ? exported.value.fileName : exported.error.code;
    };
    expect(await nameOf(snapshot.meta.title, '2027-01-14T23:00:00Z')).toBe(
      'map-why-our-four-identified-schools-2027-01-14.json',
    );
    expect(await nameOf("L’École, d'été: ../../etc", new Date(2027, 0, 4, 23))).toBe(
      'map-lecole-dete-etc-2027-01-04.json',
    );
    expect(await nameOf('学校', '2027-01-14')).toBe('map-2027-01-14.json');
  });
});
