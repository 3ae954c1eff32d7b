import * as Y from 'yjs';
import { LOCAL } from '../../doc.ts';
import { BALLOTS } from '../old-ballots.ts';
import { placeOf } from './answer-key.ts';
import { ANSWERS } from './answers.ts';

/** One entry of a private document: of `answers`, or of `ballots`, where older versions kept votes. */
export type AnswerEntry = {
  readonly root: typeof ANSWERS | typeof BALLOTS;
  readonly key: string;
  /** The round or phase it belongs to. */
  readonly of: string;
};

/** All answers in a private document: of its owner, and for other people. */
export function answerEntries(privateDoc: Y.Doc): readonly AnswerEntry[] {
  return [
    ...[...privateDoc.getMap(ANSWERS).keys()].flatMap((key): AnswerEntry[] => {
      const place = placeOf(key);
      return place === null ? [] : [{ root: ANSWERS, key, of: place.of }];
    }),
    ...[...privateDoc.getMap(BALLOTS).keys()].map((key): AnswerEntry => ({
      root: BALLOTS,
      key,
      of: key.split('/')[0] ?? '',
    })),
  ];
}

/** Takes answers over from another copy of the document, under the keys they have there. */
export function carryAnswers(from: Y.Doc, privateDoc: Y.Doc, entries: readonly AnswerEntry[]): void {
  if (entries.length === 0) return;
  privateDoc.transact(() => {
    for (const { root, key } of entries) {
      const value = from.getMap(root).get(key);
      if (value instanceof Y.Map) privateDoc.getMap(root).set(key, new Y.Map(value.entries()));
      else if (root === ANSWERS && value !== undefined) privateDoc.getMap(root).set(key, value);
    }
  }, LOCAL);
}
