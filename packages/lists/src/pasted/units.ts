import { hasVisibleSign, nameKey } from '@coherence/board';
import { withoutQuotes } from './names.ts';
import { readPasted, type Pasted } from './read-pasted.ts';

export type PastedUnit = { readonly name: string; readonly short?: string };

const SHORT_MAX = 6;
const IN_BRACKETS = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/u;

/**
 * Units of a pasted list, one a line: "Federal Programs (FP)" gives the letters too, a sheet's second column as well.
 * A name that came before is left out, whatever its case.
 */
export function readUnits(pasted: Pasted): readonly PastedUnit[] {
  const units = new Map<string, PastedUnit>();
  const { rows } = readPasted(pasted);
  const [[only = ''] = []] = rows;
  const isOneLine = rows.length === 1 && rows[0]?.length === 1 && only.includes(';');
  for (const row of isOneLine ? only.split(';').map((name) => [name]) : rows) {
    const unit = unitOf(row);
    const key = nameKey(unit.name);
    if (hasVisibleSign(unit.name) && !units.has(key)) units.set(key, unit);
  }
  return [...units.values()];
}

function unitOf([first = '', second = '']: readonly string[]): PastedUnit {
  const name = withoutQuotes(first).replaceAll(/\s+/g, ' ').trim();
  if (second !== '') return second.length <= SHORT_MAX ? { name, short: second } : { name };
  const [, before = '', letters = ''] = IN_BRACKETS.exec(name) ?? [];
  return areLetters(letters) ? { name: before, short: letters } : { name };
}

/** "FP", "SpEd" or "T&L"; other words in brackets belong to the name: "(K-12)", "(North Campus)". */
function areLetters(words: string): boolean {
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  return (
    words.length <= SHORT_MAX &&
    /^\p{L}[\p{L}&]*$/u.test(words) &&
    (capitals > 1 || (capitals === 1 && words.length === 1))
  );
}
