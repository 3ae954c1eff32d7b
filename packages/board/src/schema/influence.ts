import * as z from 'zod/mini';
import { idField, orNull, polarityField, strengthField, textField } from './fields.ts';

/** Who named a link. One record per (from, to, source). */
export const influenceSourceSchema = z.object({
  kind: z.enum(['unit', 'room', 'person']),
  id: idField,
});

export const influenceSchema = z.object({
  /** Ids of factors or strategies. */
  from: idField,
  to: idField,
  source: orNull(influenceSourceSchema),
  polarity: polarityField,
  strength: z.pipe(
    z.nullish(strengthField),
    z.transform((value) => value ?? 2),
  ),
  delay: z._default(z.boolean(), false),
  note: orNull(textField),
});

export type InfluenceSource = z.infer<typeof influenceSourceSchema>;
export type Influence = { readonly id: string } & Readonly<z.infer<typeof influenceSchema>>;
