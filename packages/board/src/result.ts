import type { UnitWord } from './schema/meta.ts';

/** An expected failure is a value: its code, and the data that words about it need. The words are the caller's. */
export type Failure = {
  readonly [Code in FailureCode]: { readonly code: Code; readonly values: FailureValues[Code] };
}[FailureCode];

export type FailureCode = keyof FailureValues;

/** Every failure of this package, with its values: names people wrote, fields, counts and limits. Never sentences. */
export type FailureValues = {
  /** `field`: the path of what is wrong in the input. */
  'field-too-long': { readonly field: string; readonly max: number };
  'field-above': { readonly field: string; readonly max: number };
  'field-below': { readonly field: string; readonly min: number };
  'field-wrong': { readonly field: string };
  'positions-unequal': Nothing;
  'text-too-long': { readonly max: number };
  'text-gone': Nothing;
  'edit-outside-text': Nothing;

  'factor-gone': Nothing;
  'factors-gone': Nothing;
  'merge-target-gone': Nothing;
  'words-not-merged': Nothing;
  'parked-gone': Nothing;
  'note-gone': Nothing;
  'group-gone': Nothing;
  'stroke-gone': Nothing;
  'self-link': Nothing;
  'link-gone': Nothing;
  'link-end-gone': Nothing;

  'unit-gone': BoardWord;
  'units-gone': BoardWord;
  'unit-name-taken': BoardWord;
  'unit-into-itself': Nothing;
  'too-many-units': BoardWord & { readonly max: number };
  /** With a file the list `list` would have `count` entries. */
  'list-full': BoardWord & { readonly list: string; readonly count: number; readonly max: number };

  'too-many-drafts': { readonly max: number };
  'draft-gone': Nothing;
  'vote-questions': Nothing;
  'vote-not-whole': Nothing;
  'vote-not-asked': Nothing;
  'vote-dots': { readonly budget: number };
  'vote-dots-per-item': { readonly max: number };
  'vote-rating': { readonly max: number };
  'vote-choice': Nothing;

  /** `fault`: what the JSON parser of the program says. */
  'agenda-not-json': { readonly fault: string };
  'agenda-other-schema': { readonly schema: string };
  'agenda-one-of': AgendaPlace & { readonly allowed: string };
  'agenda-type': AgendaPlace & { readonly type: string };
  'agenda-below': AgendaPlace & { readonly min: number };
  'agenda-above': AgendaPlace & { readonly max: number };
  'agenda-wrong': AgendaPlace;
};

/**
 * Where an agenda file is wrong. `file`: as a whole; `top`: in its key `field`; `phase`: phase number `phase`;
 * `field`: in the key `field` of that phase.
 */
export type AgendaPlace = {
  readonly place: 'file' | 'top' | 'phase' | 'field';
  readonly phase: number;
  readonly field: string;
};

/** What the board calls its units. */
type BoardWord = { readonly word: UnitWord };

type Nothing = Readonly<Record<never, never>>;

export type Result<T, Error = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Error };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

type GivenWith<Code extends FailureCode> = Nothing extends FailureValues[Code] ? [] : [FailureValues[Code]];

/** Codes whose words need no values are given alone. */
export function failure<Code extends FailureCode>(code: Code, ...given: GivenWith<Code>): Failure {
  return { code, values: given[0] ?? {} } as Failure;
}

export function fail<Code extends FailureCode>(
  code: Code,
  ...given: GivenWith<Code>
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: failure(code, ...given) };
}
