const IMPORT_FAILURES = ['not-json', 'too-large', 'unknown-format', 'invalid', 'unresolved'] as const;
export type ImportFailureCode = (typeof IMPORT_FAILURES)[number];

/** One thing that is wrong with a file: `where` is a path like `factors[12].row`, or a line and column. */
export type Problem = { readonly where: string; readonly message: string };

/**
 * Why a file was refused. `problems` holds the first five, in file order; `message` says all of them with their
 * places, `where` is the first one's; `hint` says what to do.
 */
export type ImportFailure = {
  readonly code: ImportFailureCode;
  readonly where: string;
  readonly message: string;
  readonly hint: string;
  readonly problems: readonly Problem[];
};

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ImportFailure };

const SHOWN = 5;

export function accept<T>(value: T): Checked<T> {
  return { ok: true, value };
}

/** Refuses a file for a list of problems, which must not be empty. */
export function refuse(code: ImportFailureCode, problems: readonly Problem[], hint: string): Checked<never> {
  const shown = problems.slice(0, SHOWN);
  const rest = problems.length - shown.length;
  const lines = shown.map(({ where, message }) => (where === '' ? message : `${where}: ${message}`));
  if (rest > 0) lines.push(`and ${rest} more`);
  return {
    ok: false,
    error: { code, where: shown[0]?.where ?? '', message: lines.join('; '), hint, problems: shown },
  };
}
