import type { Token } from '../catalog.ts';
import { compile } from './compile-catalog.ts';
import { readEntries } from './read-entries.ts';
import type { Terms } from './terms.ts';

const NUMBER = new Set(['plural', 'selectordinal', 'number']);
const TIME = new Set(['date', 'time']);

function typeOf(name: string, type: string | undefined): string {
  if (type === undefined) return name === 'n' ? 'number' : 'Shown';
  if (NUMBER.has(type)) return 'number';
  return TIME.has(type) ? 'Date' : 'string';
}

/** Every value that tokens name, with its type; what chooses a plural or a form is stricter than what is only shown. */
function valuesIn(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const add = (name: string, type: string) => {
    if (type !== 'Shown' || !values.has(name)) values.set(name, type);
  };
  for (const token of tokens) {
    if (typeof token === 'string') continue;
    const [name, type, format] = token;
    add(name, typeOf(name, type));
    const choices = typeof format === 'object' && format !== null ? Object.values(format) : [];
    for (const inner of choices.filter((choice) => Array.isArray(choice))) {
      for (const [one, its] of valuesIn(inner as Token[])) add(one, its);
    }
  }
  return values;
}

/** The names of the values in an ICU message and its terms with their types, sorted by name. Throws where it is not ICU MessageFormat. */
export function valuesOfMessage(
  text: string,
  terms: Terms,
): readonly (readonly [name: string, type: string])[] {
  const message = compile(text, terms);
  return typeof message === 'string' ? [] : [...valuesIn(message)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The TypeScript that says of every word which values it names. `files`: sections with the PO text of each, of one language. */
export function wordValues(
  files: readonly { readonly section: string; readonly po: string }[],
  terms: Terms,
): string {
  const lines = files.flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name, text }) => {
      const values = valuesOfMessage(text, terms).map(([value, type]) => `${value}: ${type}`);
      return `  '${section}.${name}': ${values.length === 0 ? 'None' : `{ ${values.join('; ')} }`};`;
    }),
  );
  return [
    '// Made by `npm run format` from catalogs/en.',
    '/** A word that names no value. */',
    'export type None = Record<never, never>;',
    '/** A value that stands in a word as it is. */',
    'export type Shown = string | number;',
    '',
    '/** Every word with the values that it names. */',
    'export interface WordValues {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
