import { hasVisibleSign, nameKey } from '@coherence/board';
import { isAddressList, readAddressList } from './addresses.ts';
import { withoutMarkers } from './marker.ts';
import { isAddress, partsOfName, spokenName, withoutQuotes } from './names.ts';
import { readPasted, type Pasted } from './read-pasted.ts';

export type PastedPerson = { readonly name: string; readonly unit: string };

/**
 * People of a pasted list: names, "Last, First", "Name, Unit", two columns of a sheet or CSV, and what Outlook has in an
 * invitation. Mail addresses are left out. `units`: what the units of the board are called, by which "Ray, Finance" is
 * told from "Rivera, Ana".
 */
export function readPeople(pasted: Pasted, units: readonly string[]): readonly PastedPerson[] {
  const known = new Set(units.map(nameKey));
  const { rows } = readPasted(pasted);
  const lines = withoutMarkers(rows.map((row) => (row.length === 1 ? (row[0] ?? '') : '')));
  const pairs = lines.filter((line) => /^[^;]+;[^;]+$/.test(line) && !line.includes('@')).length;
  return rows
    .flatMap((row, at) => {
      const line = lines[at] ?? '';
      if (row.length > 1) return personOfCells(row);
      if (pairs > 1 && pairs === rows.length) return personOfCells(line.split(';'));
      if (isAddressList(line)) return readAddressList(line).map((name) => ({ name, unit: '' }));
      return personOfLine(line, known);
    })
    .filter(({ name }) => hasVisibleSign(name))
    .map(({ name, unit }) => ({ name: inOneLine(name), unit: inOneLine(unit) }));
}

function personOfCells(row: readonly string[]): readonly PastedPerson[] {
  const [name = '', unit = ''] = row.filter((cell) => !isAddress(cell.trim()));
  const [listed = ''] = isAddressList(name) ? readAddressList(name) : [spokenName(name)];
  return [{ name: listed, unit: withoutQuotes(unit) }];
}

function personOfLine(line: string, known: ReadonlySet<string>): readonly PastedPerson[] {
  if (/^"[^"]*"$/.test(line)) return [{ name: spokenName(line), unit: '' }];
  const [name, ...rest] = partsOfName(line);
  const suffixes = rest.filter((part) => part.startsWith(', ')).join('');
  const follows = rest.filter((part) => !part.startsWith(', ')).join(', ');
  if (!hasVisibleSign(name)) return [];
  const whole = { name: withoutQuotes(name) + suffixes, unit: withoutQuotes(follows) };
  if (follows === '' || known.has(nameKey(follows))) return [whole];
  return [isLastName(name) && isFirstName(follows) ? { name: spokenName(line), unit: '' } : whole];
}

/** One word, or one with what belongs before it: "O'Brien-Nunez", "de la Cruz". */
function isLastName(words: string): boolean {
  return /^(?:(?:al|bin|da|de|del|der|den|di|dos|du|el|la|las|le|los|mac|mc|san|st\.?|ten|ter|van|von)\s+)*\S+$/iu.test(
    words,
  );
}

function isFirstName(words: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*)?$/u.test(words);
}

function inOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
