import { NAME_MAX } from '@coherence/board';

export type Expected = { readonly name: string; readonly unit: string };

/** A session keeps at most so many; see `session.expected`. */
export const EXPECTED_MAX = 500;

/** Expected people from pasted lines: a name, or "Name, Unit", or two columns of a spreadsheet. Blank lines fall away. */
export function readExpected(pasted: string): readonly Expected[] {
  const people = new Map<string, Expected>();
  for (const line of pasted.split(/\r?\n/)) {
    const at = line.includes('\t') ? line.indexOf('\t') : line.indexOf(',');
    const [name = '', unit = ''] = (at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)])
      .map((part) => part.replaceAll(/\s+/g, ' ').trim().slice(0, NAME_MAX))
      .map((part) => part.replace(/^"(.*)"$/, '$1'));
    if (name !== '') people.set(`${plainName(name)}\n${plainName(unit)}`, { name, unit });
  }
  return [...people.values()];
}

/** The list as lines again, to be changed. */
export function writeExpected(expected: readonly Expected[]): string {
  return expected.map(({ name, unit }) => (unit === '' ? name : `${name}\t${unit}`)).join('\n');
}

/** A name as it is compared: case, accents, marks and spaces put aside. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
