import { useMemo, useSyncExternalStore } from 'react';
import { deviceStore } from '../../../live/device/device-store.ts';
import { openWordsAtHand, type AtHand, type WordsAtHand } from './words-at-hand.ts';

const opened = new Map<string, WordsAtHand>();

/** What was begun under `name`, now and after a reload. */
export function useWordsAtHand(name: string, first: AtHand): readonly [AtHand, WordsAtHand['set']] {
  const { row, column, text } = first;
  const hand = useMemo(() => {
    const known = opened.get(name) ?? openWordsAtHand(name, { row, column, text }, deviceStore());
    opened.set(name, known);
    return known;
  }, [name, row, column, text]);
  return [useSyncExternalStore(hand.subscribe, hand.get), hand.set];
}
