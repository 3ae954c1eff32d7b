import { boardFromFile, boardFileSchema, readSnapshot } from '@coherence/board';
import { speechIn } from '@coherence/words';
import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { exportBoard } from './export-board.ts';
import { loadFonts } from './fonts/fonts-node.ts';

/** What people wrote is Cyrillic: whatever has letters without accents was written past the catalogs. */
const snapshot = readSnapshot(
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      title: 'Как помочь школам',
      question: 'Что мешает?',
      units: [{ id: 'si', name: 'Финансы' }],
      factors: [
        { id: 'a', text: 'Текучка', kind: 'factor', cell: ['interfering', 'roles', 'a0'], pos: [0, 0, 206] },
        { id: 'b', text: 'Доверие', kind: 'outcome', pos: [400, 0, 206], sources: { si: { unit: 'si' } } },
        { id: 'c', text: 'Пути', kind: 'factor', cell: ['integrative', 'roles', 'a0'], pos: [800, 0, 206] },
        { id: 'd', text: 'Вне карты', kind: 'factor' },
        { id: 'e', text: 'Очень '.repeat(300), kind: 'factor', pos: [0, 900, 206] },
      ],
      influences: [
        { id: 'x', from: 'a', to: 'b', polarity: '-', strength: 3, source: { kind: 'unit', id: 'si' } },
        { id: 'y', from: 'a', to: 'b', polarity: '+', delay: true },
        { id: 'z', from: 'b', to: 'c', polarity: '?' },
      ],
    }),
  ),
);
const empty = readSnapshot(
  boardFromFile(boardFileSchema.parse({ schema: 'coherence-board/1', title: 'Пусто', question: 'Что?' })),
);

const fonts = await loadFonts();
const MONTH = /January/;

test.each([
  ['grid.svg', snapshot],
  ['map.svg', snapshot],
  ['grid.svg', empty],
  ['map.svg', empty],
] as const)('every word of the picture of a %s comes from the catalogs', async (what, board) => {
  const options = { date: '2027-01-14', fonts, speech: speechIn('en-XA'), participants: 12 };
  const exported = await exportBoard(board, what, options);
  if (!exported.ok) throw new Error(exported.error.code);
  const svg = new TextDecoder().decode(exported.value.bytes);
  const texts = [
    ...svg.replaceAll(/<style[\s\S]*?<\/style>/g, '').matchAll(/>([^<>]+)</g),
    ...svg.matchAll(/aria-label="([^"]*)"/g),
  ].map(([, text = '']) => text.replace(/&\w+;/g, ''));
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.join('')).toMatch(/[áéîöû]/);
  expect(texts.filter((text) => /[A-Za-z]{3,}/.test(text.replace(MONTH, '')))).toEqual([]);
});
