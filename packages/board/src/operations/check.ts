import type { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';

/** Parses operation input; the error names the first wrong field. */
export function check<T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'input' : issue.path.join('.');
  return fail('invalid', `${where}: ${issue?.message ?? 'not valid'}`);
}
