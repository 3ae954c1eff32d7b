/** An expected failure is a value: `code` is stable, `message` is for people. */
export type Failure = { readonly code: FailureCode; readonly message: string };

type FailureCode = 'invalid' | 'missing' | 'self-link' | 'too-large' | 'not-allowed' | 'malformed';

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
