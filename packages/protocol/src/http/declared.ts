import type { z } from 'zod';

/** A value as JSON carries it, which nobody changes. */
export type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;

/** What a sender may write for a schema; nothing for an object without keys. */
export type Sent<S extends z.ZodType> = string extends keyof z.input<S> ? unknown : Plain<z.input<S>>;

/** What a receiver has once a schema has checked it. */
export type Taken<S extends z.ZodType | undefined> = z.output<NonNullable<S>>;

/** What an answer holds. */
export type Told<S extends z.ZodType> = string extends keyof z.output<S> ? object : Plain<z.output<S>>;
