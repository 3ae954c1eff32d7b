import { CODE_ALPHABET } from './code.ts';

const HALF = `[${CODE_ALPHABET}]{3}`;
/** Six letters of codes, in one piece or in two halves, that are no part of a longer word or of an address. */
const CODE = `(?<![\\p{L}\\p{N}/@.])(${HALF})[ \\u00A0\\-\\u2010-\\u2015]?(${HALF})(?![\\p{L}\\p{N}])`;
const ANYWHERE = new RegExp(CODE, 'giu');
/** Behind a colon or the word "code" and a few words at most. */
const CALLED = /(?::|\bcode\b)[^:\n]{0,12}$/iu;
const AT_END_OF_LINE = new RegExp(
  `(?::|\\bcode\\b)[^\\p{L}\\p{N}\\n]{0,9}${CODE}[^\\p{L}\\p{N}\\n]{0,9}$`,
  'imu',
);

type Found = { readonly code: string; readonly looksLikeOne: boolean; readonly isCalled: boolean };

/**
 * The code in the middle of an invitation: what is called one, else the only word in it that looks like one, which is
 * written in capitals or has a digit. Null where there is none, or several.
 */
export function codeAmong(text: string): string | null {
  const likely = found(text).filter(({ looksLikeOne }) => looksLikeOne);
  const only = theOnly(likely.filter(({ isCalled }) => isCalled)) ?? theOnly(likely);
  if (only !== null) return only;
  const [, first = '', second = ''] = AT_END_OF_LINE.exec(text) ?? [];
  return first === '' ? null : (first + second).toUpperCase();
}

function found(text: string): readonly Found[] {
  const all: Found[] = [];
  ANYWHERE.lastIndex = 0;
  for (let match = ANYWHERE.exec(text); match !== null; match = ANYWHERE.exec(text)) {
    const [, first = '', second = ''] = match;
    const letters = first + second;
    const isCapital = letters === letters.toUpperCase();
    const looksLikeOne = isCapital || (letters === letters.toLowerCase() && /\d/.test(letters));
    all.push({
      code: letters.toUpperCase(),
      looksLikeOne,
      isCalled: CALLED.test(text.slice(Math.max(0, match.index - 20), match.index)),
    });
    // Halves may overlap: in "the key K7M 2QD" also "key K7M" looks like one.
    ANYWHERE.lastIndex = match.index + 1;
  }
  return all;
}

function theOnly(all: readonly Found[]): string | null {
  const codes = new Set(all.map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
}
