import type * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';

/** Parses operation input; the failure names the first wrong field. */
export function check<T extends z.ZodMiniType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? 'input' : issue.path.join('.');
  if (issue?.code === 'too_big') {
    const max = Number(issue.maximum);
    return fail(issue.origin === 'string' ? 'field-too-long' : 'field-above', { field, max });
  }
  if (issue?.code === 'too_small') return fail('field-below', { field, min: Number(issue.minimum) });
  return fail('field-wrong', { field });
}
