import type * as z from 'zod/mini';
import type { Problem } from './failure.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, in words: paths like `factors[12].row`. */
export function problemsOf(error: { readonly issues: readonly z.core.$ZodIssue[] }): Problem[] {
  return error.issues.map((issue) => ({ where: pathText(issue.path), message: words(issue) }));
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? shorten(String(key)) : `${text}.${shorten(String(key))}`;
  }, '');
}

/** A foreign word, quoted and cut, for a message. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${shorten(value)}"` : kindOfValue(value);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function words(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at most ${issue.maximum}`
        : `is too long: at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return `must be at least ${issue.minimum}`;
      return 'must not be empty';
    case 'invalid_union':
      return unionWords(issue);
    case 'invalid_key':
      return 'has a name that is too long or empty';
    default:
      return 'is not valid';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

function unionWords(issue: Issue & { code: 'invalid_union' }): string {
  const values = issue.errors.flatMap((errors) =>
    errors.flatMap((error) => (error.code === 'invalid_value' ? error.values : [])),
  );
  if (values.length === 0) return 'is not valid';
  return `must be ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
}

function kindOfValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? 'something else';
}
