import type * as z from 'zod/mini';
import { metaSchema, type Meta } from './meta.ts';
import { readWhole } from './read-whole.ts';

/** Keys whose value is many things by id: one that does not fit is left out, not all of them. */
const MANY: ReadonlySet<PropertyKey> = new Set(['sources', 'placings', 'about']);

/**
 * Reads a record with every value that fits (READ2): what does not is left out, so that it cannot hide the words beside
 * it. Null where something is missing without which there is no such record, and, unless `leavesOut`, where anything does
 * not fit. `skipped`: something was left out.
 */
export function readFields<T extends z.ZodMiniType>(
  schema: T,
  plain: Readonly<Record<string, unknown>>,
  leavesOut = true,
): { readonly value: z.output<T>; readonly skipped: boolean } | null {
  const whole = readWhole(schema, plain);
  if (whole.ok) return { value: whole.value, skipped: false };
  if (!leavesOut) return null;
  const kept: Record<PropertyKey, unknown> = { ...plain };
  for (const { path } of whole.issues) {
    const [key, inner] = path;
    if (key === undefined) return null;
    const many = kept[key];
    if (inner !== undefined && MANY.has(key) && isPlain(many)) {
      kept[key] = Object.fromEntries(Object.entries(many).filter(([id]) => id !== inner));
    } else delete kept[key];
  }
  const again = readWhole(schema, kept);
  return again.ok ? { value: again.value, skipped: true } : null;
}

/** Title, question and the rest of a board's own facts; a value that does not fit reads as missing. */
export function readMeta(plain: Readonly<Record<string, unknown>>): {
  readonly meta: Meta;
  readonly skipped: boolean;
} {
  const read = readFields(metaSchema, plain);
  return { meta: read?.value ?? metaSchema.parse({}), skipped: read?.skipped ?? true };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
