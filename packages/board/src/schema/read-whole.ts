import type * as z from 'zod/mini';
import { undisguised } from '../disguise.ts';
import { plainText } from './letters.ts';
import { ID_MAX } from './limits.ts';

type Step = PropertyKey;
type Issue = z.core.$ZodIssue;
type Failed = { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Parses a value of which some words may be longer than the schema allows: those are read whole (LONG1). Nothing else
 * that does not fit is taken.
 */
export function readWhole<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
): { readonly ok: true; readonly value: z.output<T> } | Failed {
  const strict = parsed(schema, value);
  if (strict.success) return { ok: true, value: strict.data };
  const { issues } = strict.error;
  const long = issues.filter(isTooLong);
  if (long.length < issues.length) return { ok: false, issues: issues.filter((issue) => !isTooLong(issue)) };
  const whole = long.map(({ path, maximum }) => ({
    path,
    maximum,
    words: plainText(String(at(value, path))),
  }));
  let standIn = value;
  for (const { path, maximum, words } of whole)
    standIn = withAt(standIn, path, words.slice(0, maximum), true);
  const again = schema.safeParse(standIn);
  if (!again.success) return { ok: false, issues: again.error.issues };
  let read: unknown = again.data;
  for (const { path, words } of whole) read = withAt(read, path, words);
  return { ok: true, value: read as z.output<T> };
}

/** Reading what is disguised may throw. Few documents hold any, and to look each value through costs. */
function parsed<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
): z.core.util.SafeParseResult<z.output<T>> {
  try {
    return schema.safeParse(value);
  } catch {
    return schema.safeParse(undisguised(value));
  }
}

/** Whether words are merely longer than their field allows. */
export function isTooLong(issue: Issue): issue is z.core.$ZodIssueTooBig & { readonly maximum: number } {
  return (
    issue.code === 'too_big' &&
    issue.origin === 'string' &&
    typeof issue.maximum === 'number' &&
    issue.maximum > ID_MAX
  );
}

function at(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<Step, unknown>)[step], value);
}

/** `value` with `words` at a path: written into it, or (`copies`) into copies of what the path goes through. */
function withAt(value: unknown, [step, ...rest]: readonly Step[], words: string, copies = false): unknown {
  if (step === undefined) return words;
  const own = copies ? copyOf(value) : value;
  const inner = own as Record<Step, unknown>;
  inner[step] = withAt(inner[step], rest, words, copies);
  return own;
}

const copyOf = (value: unknown): unknown =>
  Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
