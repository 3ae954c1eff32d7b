import { type Tint, unitTints } from './palette.ts';

/** The tint of the unit at this place in the board's list; tints repeat after the last. */
export function unitTint(index: number): Tint {
  const place = ((index % unitTints.length) + unitTints.length) % unitTints.length;
  return unitTints[place] ?? { ink: '#3D4654', ground: '#E6E8EC' };
}

const smallWords = new Set(['and', 'of', 'the', 'for', 'to', 'in', 'on', 'at', 'with', 'a', 'an', 'or', '&']);
const placeWords = new Set([
  'office',
  'division',
  'department',
  'bureau',
  'unit',
  'team',
  'center',
  'centre',
]);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Two letters for each unit, unique on the board: initials of its short or else its full name ("School
 * Improvement": SI), else a first letter with a later one, else any pair that is free. Earlier units choose
 * first, so a unit added last changes no person's letters.
 */
export function assignUnitLetters(
  units: readonly { readonly id: string; readonly name: string; readonly short?: string | undefined }[],
): Map<string, string> {
  const taken = new Set<string>();
  const letters = new Map<string, string>();
  for (const unit of units) {
    const names = [unit.short ?? '', unit.name].map(tellingWords);
    const wishes = [...names.flatMap(initialPairs), ...names.flatMap(letterPairs)];
    const choice = wishes.find((pair) => !taken.has(pair)) ?? freePair(taken);
    taken.add(choice);
    letters.set(unit.id, choice);
  }
  return letters;
}

/** Capital letters of the words that tell units apart, or of all words where none does. */
function tellingWords(name: string): string[][] {
  const every = name
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !smallWords.has(word.toLowerCase()));
  const telling = every.filter((word) => !placeWords.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : every).map((word) => [...word.replace(/['’]/g, '').toUpperCase()]);
}

function initialPairs([first, ...rest]: string[][]): string[] {
  return rest.map((word) => `${first?.[0] ?? ''}${word[0] ?? ''}`);
}

function letterPairs(words: string[][]): string[] {
  const [first, ...rest] = words.flat();
  return first === undefined ? [] : rest.map((letter) => first + letter);
}

function freePair(taken: ReadonlySet<string>): string {
  for (const a of alphabet) {
    for (const b of `${alphabet}23456789`) if (!taken.has(a + b)) return a + b;
  }
  return `${taken.size}`;
}
