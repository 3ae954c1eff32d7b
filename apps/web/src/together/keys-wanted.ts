import { remembered } from '../live/device/remembered.ts';
import { useValue } from '../live/use-value.ts';

export const keysWanted = remembered('keep-keys', {
  read: (kept) => kept !== 'off',
  write: (isWanted) => (isWanted ? null : 'off'),
});

/** Whether this person wants the keys that keep: a person who dictates says letters without meaning them. */
export function useKeysWanted(): [boolean, (isWanted: boolean) => void] {
  return [useValue(keysWanted), keysWanted.set];
}
