import type { Polarity } from '@coherence/board';
import { MAP_TOOLS, type MapTool } from '../map-handle.ts';

export type MapCommand =
  | { readonly do: 'tool'; readonly tool: MapTool }
  | { readonly do: 'sign'; readonly sign: Polarity }
  | {
      readonly do:
        | 'cancel'
        | 'enter'
        | 'undo'
        | 'redo'
        | 'remove'
        | 'group'
        | 'select-all'
        | 'fit'
        | 'fit-selection'
        | 'full-size'
        | 'zoom-in'
        | 'zoom-out';
    };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The letter that takes each tool. */
export const TOOL_KEYS: Readonly<Record<MapTool, string>> = {
  select: 'V',
  hand: 'H',
  factor: 'F',
  link: 'A',
  pen: 'D',
  note: 'N',
  text: 'T',
  laser: 'K',
};

/** The signs of links as keyboards write them; full-width ones count as plain ones. */
const SIGNS: ReadonlyMap<string, Polarity> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['\u2212', '-'],
  ['?', '?'],
  ['\u061F', '?'],
]);

/** What a key means on the map outside of a text; null where the browser or the editor knows better. */
export function commandOfKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Key): MapCommand | null {
  if (altKey) return null;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
    if (letter === 'y') return { do: 'redo' };
    if (letter === 'g') return { do: 'group' };
    if (letter === 'a') return { do: 'select-all' };
    if (letter === '0') return { do: 'full-size' };
    if (letter === '+' || letter === '=') return { do: 'zoom-in' };
    if (letter === '-') return { do: 'zoom-out' };
    return null;
  }
  // Before the digits: on a Swiss keyboard the plus sign is Shift+1.
  const sign = SIGNS.get(key.normalize('NFKC'));
  if (sign !== undefined) return { do: 'sign', sign };
  // By position: with Shift the digits give other signs on every keyboard.
  if (shiftKey && code === 'Digit1') return { do: 'fit' };
  if (shiftKey && code === 'Digit2') return { do: 'fit-selection' };
  if (letter === 'escape') return { do: 'cancel' };
  if (letter === 'enter') return { do: 'enter' };
  if (letter === 'delete' || letter === 'backspace') return { do: 'remove' };
  const tool = shiftKey ? undefined : MAP_TOOLS.find((known) => TOOL_KEYS[known] === letter.toUpperCase());
  return tool === undefined ? null : { do: 'tool', tool };
}

type EditingKey = { readonly key: string; readonly shiftKey: boolean };

/**
 * What a key means while words are open: Enter finishes (in a note it breaks the line, with Shift everywhere),
 * Escape finishes, Tab in a card opens the next one. Null: it is typing.
 */
export function editingKey({ key, shiftKey }: EditingKey, isCard: boolean): 'finish' | 'next' | null {
  if (key === 'Escape') return 'finish';
  if (key === 'Enter' && isCard && !shiftKey) return 'finish';
  if (key === 'Tab' && isCard && !shiftKey) return 'next';
  return null;
}
