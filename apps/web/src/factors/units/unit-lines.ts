import { hasVisibleSign, nameKey, plainText } from '@coherence/board';
export type UnitLine = { readonly name: string; readonly short?: string };

const SHORT_MAX = 6;
const BULLET = /^\s*(?:[-*•–]|\d+[.)])\s+/u;
const IN_BRACKETS = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/u;

/**
 * Units from pasted lines, one a line: "Federal Programs (FP)" gives the letters too, a spreadsheet's second column
 * as well. Bullets and numbers in front fall away, and a name that came before is left out.
 */
export function readUnitLines(pasted: string): readonly UnitLine[] {
  const units = new Map<string, UnitLine>();
  for (const line of pasted.split(/\r?\n/)) {
    const unit = readLine(plainText(line).replace(BULLET, '').trim());
    if (unit === null || !hasVisibleSign(unit.name)) continue;
    const key = nameKey(unit.name);
    if (!units.has(key)) units.set(key, unit);
  }
  return [...units.values()];
}

function readLine(line: string): UnitLine | null {
  if (line === '') return null;
  const [first = '', second = ''] = line.split('\t').map((part) => part.trim());
  const bracketed = IN_BRACKETS.exec(first);
  const name = bracketed?.[1] ?? first;
  const short = bracketed?.[2] ?? second;
  if (short === '') return { name };
  if (short.length <= SHORT_MAX) return { name, short };
  // Longer words in brackets belong to the name: "Learning Center (North Campus)".
  return { name: first };
}
