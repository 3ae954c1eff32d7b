import type * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';

/** Parses operation input; the error names the first wrong field. */
export function check<T extends z.ZodMiniType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'input' : issue.path.join('.');
  return fail('invalid', `${where}: ${issue === undefined ? 'not valid' : words(issue)}`);
}

function words(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big')
    return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  return 'not valid';
}
