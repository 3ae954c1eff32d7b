import {
  addFactors,
  createBoard,
  addInfluence,
  mapOf,
  placeOnMap,
  readSnapshot,
  type MapLink,
} from '@coherence/board';
import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { linkSentence } from '../../../factors/link-sentence.ts';
import { linkMarks } from './link-marks.ts';

function linkSaid(
  signs: readonly { polarity: '+' | '-' | '?'; delay?: boolean; strength?: 1 | 2 | 3; room?: string }[],
): MapLink {
  const created = createBoard({ title: 'Board' });
  if (!created.ok) throw new Error(created.error.code);
  const doc = created.value;
  const added = addFactors(doc, { texts: ['a', 'b'] }, { unit: null });
  if (!added.ok) throw new Error(added.error.code);
  const [from = '', to = ''] = added.value;
  placeOnMap(doc, [
    { id: from, pos: [0, 0, 206] },
    { id: to, pos: [300, 0, 206] },
  ]);
  signs.forEach(({ room = null, ...sign }, index) =>
    addInfluence(
      doc,
      { from, to, ...sign },
      { unit: `unit-${index}`, room: room === null ? null : { id: room, name: room } },
    ),
  );
  const [folded] = mapOf(readSnapshot(doc)).links;
  if (folded === undefined) throw new Error('no link');
  return folded;
}

test('delay, strength and how many named it are marks beside the sentence', () => {
  expect(linkMarks(linkSaid([{ polarity: '+', strength: 2 }]))).toEqual([]);
  expect(
    linkMarks(
      linkSaid([
        { polarity: '+', delay: true, strength: 3 },
        { polarity: '+', strength: 1 },
      ]),
    ),
  ).toEqual(['takes time', 'strong', 'named by 2']);
  expect(linkMarks(linkSaid([{ polarity: '-', strength: 1 }]))).toEqual(['weak']);
});

test('rooms that named it are counted as rooms, each once and with its own sign', () => {
  const inRoom = (room: string, polarity: '+' | '-' = '+') => ({ polarity, room });
  const [one, two, three] = [inRoom('Room 1'), inRoom('Room 2'), inRoom('Room 3', '-')];
  expect(linkMarks(linkSaid([one, { ...one, strength: 3 }]))).toEqual(['strong']);
  expect(linkMarks(linkSaid([one, two]))).toEqual(['named by 2 rooms']);
  expect(linkMarks(linkSaid([inRoom('Team 1'), inRoom('Team 2')]))).toEqual(['named by 2 teams']);
  expect(linkMarks(linkSaid([one, { polarity: '+' }]))).toEqual(['named by 2']);
  expect(linkSentence(linkSaid([one, two, three]), 'Staff turnover', 'Trust in the state')).toBe(
    '“Staff turnover” influences “Trust in the state”; seen both ways (2 +, 1 −).',
  );
});
