/** An expected failure is a value: `code` is stable, `message` is for people. */
export type Failure = { readonly code: FailureCode; readonly message: string };

export const FAILURE_CODES = [
  'invalid',
  'missing',
  'self-link',
  'too-large',
  'not-allowed',
  'malformed',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
