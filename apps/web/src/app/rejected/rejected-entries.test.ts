import { expect, test } from 'vitest';
import type { RejectedItem, RejectionReason } from '../../live/outbox/rejected.ts';
import { entriesOf, shortName, whyWords } from './rejected-entries.ts';
import '@coherence/words/testing';

const item = (change: Partial<RejectedItem>): RejectedItem => ({
  root: 'factors',
  id: 'f',
  text: '',
  kind: null,
  before: null,
  cell: null,
  pos: null,
  why: 'role',
  ...change,
});
const MEMBER = { canEdit: true, unit: 'Schools', word: 'office' };
const ends = [
  { id: 'a', words: 'Late money.' },
  { id: 'b', words: 'Tired staff' },
];
const link = {
  from: 'a',
  to: 'b',
  source: null,
  room: null,
  polarity: '+',
  strength: 2,
  delay: false,
  note: 'since March',
} as const;

test('a link reads as a sentence, with its note', () => {
  const [entry] = entriesOf([item({ root: 'influences', link, about: ends })], MEMBER);
  expect(entry?.text).toBe('Link: More “Late money” leads to more “Tired staff”.\nNote: since March');
});

test('words come first and one by one, then lines together, then what has no words together', () => {
  const about = [{ id: 'f', words: 'Two plans' }];
  const entries = entriesOf(
    [
      item({ key: 'cell', about }),
      item({ root: 'drawings', id: 'd1', stroke: { ink: 'ink', points: [] } }),
      item({ key: 'pos', about }),
      item({ key: 'in', id: 'g', about: [{ id: 'g', words: 'Old plan' }] }),
      item({ root: 'influences', key: 'in', id: 'l', about: ends }),
      item({ key: 'sources', id: 'h', about: [{ id: 'h', words: '' }] }),
      item({ root: 'drawings', id: 'd2', stroke: { ink: 'ink', points: [] } }),
      item({ id: 'n', text: 'Said offline' }),
    ],
    MEMBER,
  );
  expect(entries.map(({ text, isWords }) => [text.split('\n'), isWords])).toEqual([
    [['Said offline'], true],
    [['2 lines drawn on the map'], false],
    [
      [
        'Moved: Two plans',
        'Taken off the board: Old plan',
        'Taken off the board: the link from “Late money.” to “Tired staff”',
        'Changed: something without words',
      ],
      true,
    ],
  ]);
});

test('it says why, what words belong to, and for whom they were said', () => {
  const hints = (change: Partial<RejectedItem>, canEdit: boolean) =>
    entriesOf([item({ text: 'Ask them', ...change })], { ...MEMBER, canEdit })[0]?.hints;
  expect(hints({ key: 'note', before: 'Ask', about: [{ id: 'f', words: 'Two plans' }] }, true)).toEqual([
    expect.stringContaining('ask a facilitator'),
    'The board says now: “Ask”',
    'It was written at “Two plans”.',
  ]);
  expect(hints({ units: ['Schools'] }, true)).toHaveLength(1);
  expect(hints({ units: ['Finance'] }, true)?.[1]).toContain('it counts for your own');
  expect(hints({ units: ['Finance'] }, false)).toEqual([
    expect.stringContaining('make you a participant again'),
    'It was said for Finance.',
  ]);
});

test('every reason has words, one that a newer version has kept too', () => {
  expect(whyWords('size', MEMBER)).toContain('It is too long, or too much at once.');
  expect(whyWords('size', MEMBER)).toContain('a board 300 offices');
  expect(whyWords('from-the-future' as RejectionReason, MEMBER)).toBe(whyWords('schema', MEMBER));
});

test('a button is named by the beginning of the first line', () => {
  expect(shortName(' Silos\nbetween offices')).toBe('Silos');
  const long = shortName('Every office plans alone and nobody reads the plans of others');
  expect(long).toBe('Every office plans alone and nobody rea…');
  expect(long.length).toBeLessThanOrEqual(40);
});
