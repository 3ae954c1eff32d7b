import type * as z from 'zod/mini';
import { problem, type Given, type Problem, type TypeName } from './failure.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, by paths like `factors[12].row`. */
export function problemsOf(error: { readonly issues: readonly z.core.$ZodIssue[] }): Problem[] {
  return error.issues.map((issue) => problemOf(pathText(issue.path), issue));
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? shortened(String(key)) : `${text}.${shortened(String(key))}`;
  }, '');
}

/** A foreign value as a problem names it. */
export function givenAs(value: unknown): Given {
  if (typeof value === 'string') return { type: 'text', text: shortened(value) };
  if (value === null || value === undefined) return { type: 'nothing', text: '' };
  return { type: Array.isArray(value) ? 'list' : (TYPES[typeof value] ?? 'other'), text: '' };
}

/** A foreign text, cut to what a line can show. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function problemOf(where: string, issue: Issue): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return problem(where, 'wrong-type', { type: TYPES[issue.expected] ?? 'other' });
    case 'invalid_value':
      return oneOf(where, issue.values);
    case 'too_big': {
      const max = Number(issue.maximum);
      if (isNumber(issue.origin)) return problem(where, 'above', { max });
      return problem(where, issue.origin === 'string' ? 'text-too-long' : 'entries-too-many', { max });
    }
    case 'too_small':
      if (isNumber(issue.origin)) return problem(where, 'below', { min: Number(issue.minimum) });
      return problem(where, 'empty');
    case 'invalid_union': {
      const values = issue.errors.flatMap((errors) =>
        errors.flatMap((error) => (error.code === 'invalid_value' ? error.values : [])),
      );
      return values.length === 0 ? problem(where, 'wrong') : oneOf(where, values);
    }
    case 'invalid_key':
      return problem(where, 'name-wrong');
    default:
      return problem(where, 'wrong');
  }
}

function oneOf(where: string, values: readonly unknown[]): Problem {
  return problem(where, 'one-of', { allowed: values.map((value) => String(JSON.stringify(value))) });
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int';

const TYPES: Readonly<Record<string, TypeName>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
};
