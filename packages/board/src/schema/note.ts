import { z } from 'zod';
import { idField, textField } from './fields.ts';

export const NOTE_KINDS = ['decision', 'parked', 'disagreement', 'note'] as const;

/** Kept for the minutes. */
export const noteSchema = z.object({
  kind: z.enum(NOTE_KINDS),
  text: textField,
  /** Milliseconds since 1970, as the writer's clock had it. */
  at: z.number().int().min(0).max(8.64e15).default(0),
  /** Ids of the records it speaks of. */
  about: z.array(idField).max(200).default([]),
});

export type NoteKind = (typeof NOTE_KINDS)[number];
export type Note = { readonly id: string } & Readonly<z.infer<typeof noteSchema>>;
