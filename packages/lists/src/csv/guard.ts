import { isSpreadsheetValue } from './spreadsheet-value.ts';

/** Signs that begin a formula, with those a person or a program may take for one: wide, small, raised, lowered, U+2212. */
const SIGN = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u207A-\u207C\u208A-\u208C\uFB29\u2010-\u2012\u2212]`;
/** What is not seen, or is dropped before a cell is read. Tabs and breaks part cells. */
const UNSEEN = String.raw`(?:(?![\t\r\n])[\p{Z}\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFE00-\uFE0F\uFFA0])`;
/** Where a cell begins for a program that splits at another sign than ours: there quotes do not hold a cell together. */
const BEGINNING = String.raw`(^|[;,|\t\r\n])`;

const FORMULA = new RegExp(`${BEGINNING}(${UNSEEN}*)('*)(?=${SIGN})`, 'gu');
const GUARDED_FORMULA = new RegExp(`${BEGINNING}(${UNSEEN}*)'('*)(?=${SIGN})`, 'gu');

/**
 * A cell so that a spreadsheet shows its words and runs none of them: an apostrophe stands before each sign that would
 * begin a formula, and before a cell that would be read as a number, a date or a blank. `unguarded` gives the cell back.
 */
export function guarded(cell: string): string {
  const safe = cell.replace(FORMULA, "$1$2'$3");
  return changes(cell) ? `'${safe}` : safe;
}

/** What `guarded` was given. */
export function unguarded(cell: string): string {
  const bare =
    cell.startsWith("'") && changes(cell.replace(GUARDED_FORMULA, '$1$2$3')) ? cell.slice(1) : cell;
  return bare.replace(GUARDED_FORMULA, '$1$2$3');
}

/** Apostrophes before it do not count, so that a cell and what `guarded` makes of it are judged alike. */
function changes(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  return /^[\t\r\n]/.test(bare) || (!startsFormula(bare) && isSpreadsheetValue(bare));
}

const STARTS_FORMULA = new RegExp(`^${UNSEEN}*'*${SIGN}`, 'u');

function startsFormula(cell: string): boolean {
  return STARTS_FORMULA.test(cell);
}
