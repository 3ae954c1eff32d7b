const CURRENCY_OR_DIGITS = /^[\p{Nd}\p{Sc}\p{Z}\p{Pd}.,:/\\%()'’⁄\u2212]+$/u;
const PLAIN_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const EXPONENT = /^\d+(?:[.,]\d+)?e[-+]?\d+$/i;
const TIME = /^\d{1,2}(?::\d{2}){0,2}\s*[ap]\.?m?\.?$/i;
/** How the names of months begin where one is written in Latin letters; a spreadsheet knows those of its own language. */
const MONTH =
  /^(?:jan|feb|f[eé]v|m[aä]r|apr|abr|avr|ma[iyg]|jui?n|jui?l|gi?u|lug|aug|ago|ao[uû]|sep|set|o[ckt]t|out|nov|d[eé][cz]|di[cz]|ene|gen)/i;
const WORDS_AND_DIGITS = /[\p{L}\p{M}]+|\p{Nd}+/gu;
const TRUTH = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro)$/i;

/**
 * Whether a spreadsheet that opens a CSV file may take these words for a number, a date, a time or a truth, and show
 * something else: "3-5", "007", "1e5", "Mar 3". A whole number it shows as it is written is none.
 */
export function isSpreadsheetValue(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (TRUTH.test(plain)) return true;
  if (!/\p{Nd}/u.test(plain) || plain.length > 40) return /^[\p{Nd}.,]{16,}$/u.test(plain);
  if (PLAIN_INTEGER.test(plain)) return text !== plain;
  return CURRENCY_OR_DIGITS.test(plain) || EXPONENT.test(plain) || TIME.test(plain) || isDay(plain);
}

/** A month by its name with one or two numbers: "3. Mai", "Mar 3", "May-27", "3 March 2027". */
function isDay(plain: string): boolean {
  const parts = plain.match(WORDS_AND_DIGITS) ?? [];
  const words = parts.filter((part) => !/\p{Nd}/u.test(part));
  const isShort = parts.length - words.length <= 2 && words.length === 1;
  return isShort && MONTH.test(words[0] ?? '') && !/[^\p{L}\p{M}\p{Nd}\p{Z}\p{Pd}.,/']/u.test(plain);
}
