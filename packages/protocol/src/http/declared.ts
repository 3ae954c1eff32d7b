import type { z } from 'zod';

/** A value as JSON carries it, read-only in depth. */
export type JsonValue<T> = T extends object ? { readonly [K in keyof T]: JsonValue<T[K]> } : T;

/** What a sender may write for a schema; nothing for an object without keys. */
export type SentBody<S extends z.ZodType> = string extends keyof z.input<S> ? unknown : JsonValue<z.input<S>>;

/** What a receiver has once a schema has checked it. */
export type ParsedBody<S extends z.ZodType | undefined> = z.output<NonNullable<S>>;

/** What an answer holds. */
export type AnswerBody<S extends z.ZodType> = string extends keyof z.output<S>
  ? object
  : JsonValue<z.output<S>>;
