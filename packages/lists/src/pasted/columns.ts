import { hasVisibleSign } from '@coherence/board';
import { isAddress, spokenName, withoutQuotes } from './names.ts';
import type { PastedPerson } from './people.ts';

/** What a column of a pasted table is. */
export type ColumnUse = 'words' | 'name' | 'unit' | 'out';

export type ColumnChoice = {
  readonly uses: readonly ColumnUse[];
  /** The first row says what the columns are, and is no entry. */
  readonly hasHeading: boolean;
};

type Rows = readonly (readonly string[])[];

/** How columns are headed where a person lists people or what they said. */
const HEADING =
  /^(?:(?:first|last|full|given|family|sur) ?name|name|e-?mail.*|unit|office|department|dept\.?|team|division|role|title|#|no\.?|id|factor|issue|barrier|label|notes?|comment|description)s?$/i;

/** Rows of one width where a paste has several columns; null where it has one. */
export function tableOf(rows: Rows): Rows | null {
  if (!rows.some((row) => row.filter(hasVisibleSign).length > 1)) return null;
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/**
 * What the columns of a table may be, to be looked at before it is added. Of factors the words are the column with the longest
 * cells; of people the name comes first and the unit next. Mail addresses are left out.
 */
export function guessColumns(table: Rows, of: 'factors' | 'people'): ColumnChoice {
  const [heads = [], ...others] = table;
  const hasHeading = others.length > 0 && heads.some((head) => HEADING.test(head)) && !heads.some(isAddress);
  const body = hasHeading ? others : table;
  const columns = heads.map((_, at) => body.map((row) => row[at] ?? ''));
  const free = columns.map((cells) => !cells.some((cell) => isAddress(cell.trim())));
  const [first = -1, second = -1] = free.flatMap((isFree, at) => (isFree ? [at] : []));
  if (of === 'people')
    return { uses: columns.map((_, at) => personUse(at, heads, first, second)), hasHeading };
  const lengths = columns.map((cells, at) => (free[at] === true ? cells.join('').length : -1));
  const longest = lengths.indexOf(Math.max(...lengths));
  return { uses: columns.map((_, at) => (at === longest ? 'words' : 'out')), hasHeading };
}

function personUse(at: number, heads: readonly string[], first: number, second: number): ColumnUse {
  const named = heads.findIndex(
    (head, other) => other !== first && /^(?:first|last|given|family|sur) ?name$/i.test(head),
  );
  if (at === first || at === named) return 'name';
  const unit = heads.findIndex((head) => /^(?:unit|office|department|dept\.?|team|division)s?$/i.test(head));
  return at === (unit < 0 && named < 0 ? second : unit) ? 'unit' : 'out';
}

/** One text for each row: its columns of words, in their order. */
export function factorsOfTable(table: Rows, choice: ColumnChoice): readonly string[] {
  return entries(table, choice)
    .map((row) => cellsOf(row, choice, 'words').join(', '))
    .filter(hasVisibleSign);
}

/** One person for each row. Of two columns of names the one headed as the first name goes first. */
export function peopleOfTable(table: Rows, choice: ColumnChoice): readonly PastedPerson[] {
  const [heads = []] = choice.hasHeading ? table : [];
  const isTurned =
    heads.some((head, at) => choice.uses[at] === 'name' && /^(?:first|given) ?name$/i.test(head)) &&
    /^(?:last|family|sur) ?name$/i.test(heads[choice.uses.indexOf('name')] ?? '');
  return entries(table, choice)
    .map((row) => {
      const names = cellsOf(row, choice, 'name');
      const name = (isTurned ? names.toReversed() : names).map((one) => spokenName(one)).join(' ');
      return { name, unit: cellsOf(row, choice, 'unit').map(withoutQuotes).join(', ') };
    })
    .filter(({ name }) => hasVisibleSign(name));
}

function entries(table: Rows, { hasHeading }: ColumnChoice): Rows {
  return hasHeading ? table.slice(1) : table;
}

function cellsOf(row: readonly string[], { uses }: ColumnChoice, use: ColumnUse): readonly string[] {
  return row.filter((cell, at) => uses[at] === use && hasVisibleSign(cell));
}
