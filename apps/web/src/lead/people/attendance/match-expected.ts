import { NAME_MAX } from '@coherence/board';
import { readPeople, type Pasted } from '@coherence/lists';

type JoinedPerson = { readonly id: string; readonly name: string; readonly unit: string };

export type Attendance<P> = {
  readonly joined: readonly { readonly expected: Expected; readonly person: P }[];
  /** Not yet here; `near`: a person whose name is much like it, who may be the same person. */
  readonly missing: readonly { readonly expected: Expected; readonly near: P | null }[];
  /** On the board, and not on the list. */
  readonly unexpected: readonly P[];
};

/**
 * Who of the list is on the board. A person counts for one line; a line that names their unit comes first. `unitNames`:
 * what lines may call a unit, by its id.
 */
export function matchExpected<P extends JoinedPerson>(
  expected: readonly Expected[],
  people: readonly P[],
  unitNames: ReadonlyMap<string, readonly string[]>,
): Attendance<P> {
  const free = new Set(people.filter(({ name }) => name !== ''));
  const fitsUnit = (line: Expected, person: P) =>
    (unitNames.get(person.unit) ?? []).some((name) => plainName(name) === plainName(line.unit));
  const persons = new Map<Expected, P>();
  const take = (fits: (line: Expected, person: P) => boolean) => {
    for (const line of expected) {
      if (persons.has(line)) continue;
      const found = [...free].find((one) => plainName(one.name) === plainName(line.name) && fits(line, one));
      if (found === undefined) continue;
      persons.set(line, found);
      free.delete(found);
    }
  };
  take(fitsUnit);
  take(() => true);
  const joined = expected.flatMap((line) => {
    const person = persons.get(line);
    return person === undefined ? [] : [{ expected: line, person }];
  });
  const offered = new Set<P>();
  const missing = expected
    .filter((line) => !persons.has(line))
    .map((line) => {
      const alike = [...free].filter((one) => !offered.has(one) && isNear(line.name, one.name));
      const near = alike.find((one) => fitsUnit(line, one)) ?? alike[0] ?? null;
      if (near !== null) offered.add(near);
      return { expected: line, near };
    });
  const counted = new Set(persons.values());
  return { joined, missing, unexpected: people.filter((person) => !counted.has(person)) };
}

/** A slip of the keys, the same words in another order, or a first name where the whole one is expected. */
export function isNear(expected: string, given: string): boolean {
  const [a, b] = [plainName(expected), plainName(given)];
  if (a === '' || b === '') return false;
  const [some, others] = [a.split(' '), b.split(' ')];
  if ([...some].sort().join(' ') === [...others].sort().join(' ')) return true;
  const [few, many] = some.length <= others.length ? [some, others] : [others, some];
  const isPart = few.every((word, index) => {
    const whole = many[index] ?? '';
    if (index > 0 && (word.length === 1 || whole.length === 1)) return word[0] === whole[0];
    return word === whole;
  });
  if (isPart) return true;
  const unlike = some.filter((word, index) => word !== others[index]);
  if (some.length > 1 && some.length === others.length && unlike.length === 1) {
    const [one = ''] = unlike;
    const other = others[some.indexOf(one)] ?? '';
    if (one[0] === other[0] && distance(one, other) <= 2) return true;
  }
  const slips = Math.min(a.length, b.length) < 4 ? 0 : Math.min(a.length, b.length) < 8 ? 1 : 2;
  return distance(a, b) <= slips;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(change, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

export type Expected = { readonly name: string; readonly unit: string };

/** A session keeps at most so many; see `session.expected`. */
export const EXPECTED_MAX = 500;

/** Expected people from what was pasted or written, each once; see `readPeople`. */
export function readExpected(pasted: Pasted, units: readonly string[]): readonly Expected[] {
  const people = new Map<string, Expected>();
  const cut = (words: string) => words.replaceAll(/\s+/g, ' ').trim().slice(0, NAME_MAX);
  for (const person of readPeople(pasted, units)) {
    const [name, unit] = [cut(person.name), cut(person.unit)];
    people.set(`${plainName(name)}\n${plainName(unit)}`, { name, unit });
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
