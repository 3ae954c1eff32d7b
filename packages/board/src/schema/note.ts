import * as z from 'zod/mini';
import { idField, textField } from './fields.ts';

export const NOTE_KINDS = ['decision', 'parked', 'disagreement', 'note'] as const;

/** Kept for the minutes. */
export const noteSchema = z.object({
  kind: z.enum(NOTE_KINDS),
  text: textField,
  /** Milliseconds since 1970, as the writer's clock had it. */
  at: z._default(z.int().check(z.minimum(0), z.maximum(8.64e15)), 0),
  /** Ids of the records it speaks of. */
  about: z._default(z.array(idField).check(z.maxLength(200)), []),
});

export type NoteKind = (typeof NOTE_KINDS)[number];
export type Note = { readonly id: string } & Readonly<z.infer<typeof noteSchema>>;
