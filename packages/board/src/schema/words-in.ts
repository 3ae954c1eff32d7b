import type * as z from 'zod/mini';
import { rankField } from './fields.ts';
import { ID_MAX } from './limits.ts';

/** Words, and how many characters of them their field allows, to what stands in their place. */
export type Reword = (words: string, most: number) => string;

/** A value with its words replaced; the same value where none differ. */
export type Rewording = (value: unknown, reword: Reword) => unknown;

/**
 * Where a value of a schema has a person's words, and how long they may be, as its fields declare it: the way to replace
 * them. Ids and ranks are no words. Null where such a value has none.
 */
export function wordsIn(schema: z.core.$ZodType): Rewording | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string': {
      const most = maximumOf(def.checks ?? []);
      if (schema === rankField || most <= ID_MAX || most === Infinity) return null;
      return (value, reword) => (typeof value === 'string' ? reword(value, most) : value);
    }
    case 'object': {
      const parts = Object.entries(def.shape).flatMap(([key, field]) => {
        const inside = wordsIn(field);
        return inside === null ? [] : [[key, inside] as const];
      });
      return parts.length === 0 ? null : (value, reword) => replaced(value, parts, reword);
    }
    case 'record':
    case 'array': {
      const inside = wordsIn(def.type === 'array' ? def.element : def.valueType);
      if (inside === null) return null;
      return (value, reword) =>
        replaced(value, isMany(value) ? Object.keys(value).map((key) => [key, inside] as const) : [], reword);
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return wordsIn(def.innerType);
    case 'pipe':
      return wordsIn(def.in);
    default:
      return null;
  }
}

function maximumOf(checks: readonly z.core.$ZodCheck<never>[]): number {
  const maxima = checks.map(({ _zod: { def } }) =>
    def.check === 'max_length' ? (def as z.core.$ZodCheckMaxLengthDef).maximum : Infinity,
  );
  return Math.min(...maxima);
}

function replaced(value: unknown, parts: readonly (readonly [string, Rewording])[], reword: Reword): unknown {
  if (!isMany(value)) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [key, inside] of parts) {
    const now = inside(value[key], reword);
    if (now === value[key]) continue;
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    copy[key] = now;
  }
  return copy === null ? value : Object.freeze(copy);
}

const isMany = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
