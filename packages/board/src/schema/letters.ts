// oxlint-disable no-control-regex -- control signs are what this is about

/** CR LF and the other signs that end a line: line tabulation, form feed, next line, line and paragraph separator. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/** C0 but tab and line feed, C1, and the embeddings, overrides and isolates that turn the rest of a line round. */
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]+/gu;
/** Both, to tell quickly that a text has none. */
const ANY = /[\0-\x08\v-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/u;
/** Blank in every font, though neither a space nor ignorable: the empty pattern of braille, a null note head. */
const BLANK_SIGNS = /[\u2800\u{1D159}]/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text without control signs (LETTER1): what ends a line is a line feed, the rest blanks, none beside another blank.
 * Marks that say no more than a direction or a joining (U+200D, U+200E) stay: words in Persian and emoji need them.
 */
export function plainText(text: string): string {
  if (!ANY.test(text)) return text;
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, (controls, at: number, whole: string) => {
    const [before, after] = [whole[at - 1], whole[at + controls.length]];
    const isBeside = before === undefined || after === undefined || /\s/.test(before) || /\s/.test(after);
    return isBeside ? '' : ' ';
  });
}

/** A text of one line, as names, titles and letters of units are, in the composed form of Unicode (LETTER2). */
export function plainLine(text: string): string {
  return plainText(text)
    .replaceAll(/[\t\n]+/g, ' ')
    .normalize('NFC');
}

/** A name as people give it: one line, single blanks; '' where it has no visible sign (LETTER3). */
export function plainName(name: string): string {
  const line = plainLine(name).replaceAll(/\s+/g, ' ').trim();
  return hasVisibleSign(line) ? line : '';
}

/** Whether anything of a text can be seen: a letter, digit or sign, which a mark alone, without one to stand on, is not. */
export function hasVisibleSign(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(UNSEEN, '').replace(BLANK_SIGNS, ''));
}

/** How two spellings of a name are told to be the same: forms of Unicode, case, blanks and unseen signs put aside. */
export function nameKey(name: string): string {
  return plainName(name).normalize('NFKC').replace(UNSEEN, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
