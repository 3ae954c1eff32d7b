import {
  remembered,
  type Codec,
  type DeviceStore,
  type Remembered,
} from '../../../live/device/remembered.ts';
import { placeKey, type Place } from '../../../factors/place.ts';

/** Words typed into the composer of a place and not added yet. They survive reload and navigation on this device. */
export type Drafts = (place: Place) => Remembered<string>;

const WORDS: Codec<string> = {
  read: (kept) => kept ?? '',
  write: (words) => (words === '' ? null : words),
};

/** Drafts of one board. A full or forbidden store (private windows) costs only the survival of a reload. */
export function openDrafts(boardId: string, store: DeviceStore | null): Drafts {
  const typed = new Map<string, Remembered<string>>();
  return (place) => {
    const key = `draft/${boardId}/${placeKey(place)}`;
    const known = typed.get(key) ?? remembered(key, WORDS, store);
    typed.set(key, known);
    return known;
  };
}
