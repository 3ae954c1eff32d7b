import type { ForeignKind } from './foreign-kind.ts';

const IMPORT_FAILURES = ['not-json', 'too-large', 'unknown-format', 'invalid', 'unresolved'] as const;
export type ImportFailureCode = (typeof IMPORT_FAILURES)[number];

/** One thing that is wrong with a file: `where` is a path like `factors[12].row`, empty for the file as a whole. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly where: string;
    readonly code: Code;
    readonly values: ProblemValues[Code];
  };
}[ProblemCode];

export type ProblemCode = keyof ProblemValues;

/** What can be wrong, with the data that words about it need. */
export type ProblemValues = {
  'file-too-long': { readonly megabytes: number };
  'json-fault': JsonFault;
  /** Line and column from 1, columns in letters. */
  'letter-unknown': { readonly line: number; readonly column: number };
  /** Of markup: not closed, or by another name. */
  'tag-broken': { readonly line: number };
  foreign: { readonly kind: ForeignKind };
  'not-json': Nothing;
  'not-an-object': Nothing;
  'schema-missing': Nothing;
  'schema-other': Given;
  'kind-not-yet': Given;
  'kind-other': Given;

  'wrong-type': { readonly type: TypeName };
  'one-of': { readonly allowed: readonly string[] };
  above: { readonly max: number };
  below: { readonly min: number };
  'text-too-long': { readonly max: number };
  'entries-too-many': { readonly max: number };
  'entries-over-board': { readonly count: number; readonly max: number };
  empty: Nothing;
  'name-wrong': Nothing;
  wrong: Nothing;

  'entries-exact': { readonly count: number };
  /** The framework's exact text is the JSON `exact`; the file says `says`. */
  'label-says': { readonly says: string; readonly exact: string };
  'label-differs': { readonly exact: string };

  'names-nothing': { readonly id: string; readonly what: Named };
  'id-impossible': Nothing;
  'id-twice': { readonly id: string };
  'factor-already': Nothing;
  missing: Nothing;
  'link-to-itself': Nothing;
};

/** The types of JSON as words can name them. */
export type TypeName = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'object' | 'nothing' | 'other';

/** A foreign value: text with what it says, cut, or another type. */
export type Given = { readonly type: TypeName; readonly text: string };

/** Where a text stops being JSON. Line and column count from 1, columns in UTF-16 units. */
export type JsonFault = {
  readonly line: number;
  readonly column: number;
  readonly wanted: Wanted;
  readonly found: 'end' | 'lineEnd' | 'control' | 'sign';
  /** The sign itself where `found` is `sign`, else empty. */
  readonly sign: string;
};

/** What the grammar expects there. `end`: nothing more. `textEnd`: the end of the text in double quotes. */
export type Wanted = Expected | 'end' | 'textEnd';

/** What the grammar of JSON expects next. */
export type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/** What an id in a file should name. */
export type Named =
  | 'asset'
  | 'cluster'
  | 'factor'
  | 'factorOrStrategy'
  | 'group'
  | 'need'
  | 'node'
  | 'strategy'
  | 'theme'
  | 'unit';

type Nothing = Readonly<Record<never, never>>;

/** What to do about a refused file. */
export type ImportFix =
  | 'check-file'
  | 'export-again'
  | 'take-out-comma'
  | 'save-as-utf-8'
  | 'copy-labels'
  | 'copy-column'
  | 'copy-list'
  | 'ask-for-words'
  | 'unpack'
  | 'get-again'
  | 'open-with-password'
  | 'take-board-file'
  | 'understood'
  | 'correct-places'
  | 'keep-labels'
  | 'name-what-is-there'
  | 'shorten-lists';

/** Why a file was refused: the first five problems, in file order, the path of the first, `more` beyond them, what to do. */
export type ImportFailure = {
  readonly code: ImportFailureCode;
  readonly where: string;
  readonly problems: readonly Problem[];
  readonly more: number;
  readonly fix: ImportFix;
};

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ImportFailure };

const SHOWN = 5;

export function accept<T>(value: T): Checked<T> {
  return { ok: true, value };
}

/** Refuses a file for a list of problems, which must not be empty. */
export function refuse(
  code: ImportFailureCode,
  problems: readonly Problem[],
  fix: ImportFix,
): Checked<never> {
  const shown = problems.slice(0, SHOWN);
  const more = problems.length - shown.length;
  return { ok: false, error: { code, where: shown[0]?.where ?? '', problems: shown, more, fix } };
}

type GivenWith<Code extends ProblemCode> = Nothing extends ProblemValues[Code] ? [] : [ProblemValues[Code]];

/** Codes whose words need no values are given alone. */
export function problem<Code extends ProblemCode>(
  where: string,
  code: Code,
  ...given: GivenWith<Code>
): Problem {
  return { where, code, values: given[0] ?? {} } as Problem;
}
