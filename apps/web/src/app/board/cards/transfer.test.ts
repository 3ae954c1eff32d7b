import { expect, it } from 'vitest';
import { answerTo, CARDS_TYPE, readTransfer } from './transfer.ts';

const CARDS = JSON.stringify({
  schema: 'coherence-cards/1',
  cards: [{ text: 'Turnover', kind: 'issue', voices: [] }],
  links: [],
});
const file = { name: 'a.png', type: 'image/png' } as File;

function dataOf(texts: Readonly<Record<string, string>>, files: readonly File[] = []) {
  return { getData: (type: string) => texts[type] ?? '', files: files as unknown as FileList };
}

it('[COPY4] cards come before their words, words before a picture of them, and a file is one where nothing else is', () => {
  expect(readTransfer(dataOf({ [CARDS_TYPE]: CARDS, 'text/plain': 'Turnover' }, [file]))).toMatchObject({
    kind: 'cards',
    cards: { cards: [{ text: 'Turnover' }] },
  });
  expect(readTransfer(dataOf({ [CARDS_TYPE]: 'broken', 'text/plain': 'Turnover' }, [file]))).toEqual({
    kind: 'text',
  });
  expect(readTransfer(dataOf({ 'text/plain': ' \n' }, [file]))).toEqual({ kind: 'file', file });
  expect(readTransfer(dataOf({}))).toEqual({ kind: 'nothing' });
  expect(readTransfer(null)).toEqual({ kind: 'nothing' });
});

it.each([
  ['map.json', 'application/json', true, 'import'],
  ['map.json', 'application/json', false, 'facilitators-only'],
  ['roster.csv', 'text/csv', true, 'import'],
  ['thing', '', true, 'import'],
  ['photo.heic', 'image/heic', false, 'picture'],
  ['minutes.pdf', 'application/pdf', true, 'document'],
  ['List.DOCX', '', false, 'document'],
  ['talk.m4a', 'audio/mp4', true, 'sound'],
])('[DROP1] %s (%s) of one who may import (%s) is answered: %s', (name, type, may, answer) => {
  expect(answerTo({ name, type }, may)).toBe(answer);
});
