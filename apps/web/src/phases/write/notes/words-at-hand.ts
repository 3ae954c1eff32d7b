import type { Column, Row } from '@coherence/board';
import { useMemo } from 'react';
import {
  asJson,
  deviceStore,
  remembered,
  type DeviceStore,
  type Remembered,
} from '../../../live/device/remembered.ts';
import { useValue } from '../../../live/use-value.ts';

/** What is being written and where it is to go. */
export type AtHand = { readonly text: string; readonly row: Row | null; readonly column: Column | null };

/**
 * A sentence that was begun and not added, on this device: it outlives a reload, and a phase that moves on. `name`
 * says where it is written. A store that refuses costs only the reload.
 */
export function openWordsAtHand(name: string, first: AtHand, store: DeviceStore | null): Remembered<AtHand> {
  const hand = asJson<AtHand>((parsed) => {
    const kept = parsed as Partial<AtHand> | null;
    return typeof kept?.text === 'string' ? { ...first, ...kept } : first;
  });
  return remembered(`coherence.at-hand.${name}`, hand, store);
}

const opened = new Map<string, Remembered<AtHand>>();

/** What was begun under `name`, now and after a reload. */
export function useWordsAtHand(
  name: string,
  first: AtHand,
): readonly [AtHand, (change: Partial<AtHand>) => void] {
  const { row, column, text } = first;
  const hand = useMemo(() => {
    const known = opened.get(name) ?? openWordsAtHand(name, { row, column, text }, deviceStore());
    opened.set(name, known);
    return known;
  }, [name, row, column, text]);
  return [useValue(hand), (change) => void hand.set({ ...hand.getSnapshot(), ...change })];
}
