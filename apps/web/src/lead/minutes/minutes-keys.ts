import { NOTE_KINDS, type NoteKind } from '@coherence/board';
import { t } from '@coherence/words';

type Key = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * With Shift, because the map has the plain letters; Alt and digits change tabs in browsers. G and O, because D and N
 * begin two words each. By position, so that other alphabets keep the keys.
 */
const LETTER_OF = { decision: 'D', parked: 'P', disagreement: 'G', note: 'O' } as const satisfies Record<
  NoteKind,
  string
>;

/** What a key keeps; null for all others. */
export function kindOfKey({ code, shiftKey, ctrlKey, metaKey, altKey }: Key): NoteKind | null {
  if (!shiftKey || ctrlKey || metaKey || altKey) return null;
  return NOTE_KINDS.find((kind) => code === `Key${LETTER_OF[kind]}`) ?? null;
}

/** As written on the buttons. */
export function keysFor(kind: NoteKind): string {
  return t('keep.shift', { letter: LETTER_OF[kind] });
}

/** As `aria-keyshortcuts` wants it. */
export function shortcutFor(kind: NoteKind): string {
  return `Shift+${LETTER_OF[kind].toLowerCase()}`;
}
