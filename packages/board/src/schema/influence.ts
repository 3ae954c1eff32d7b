import * as z from 'zod/mini';
import { idField, nameField, orNull, polarityField, strengthField, textField } from './fields.ts';

/** Who named a link. One record per (from, to, source), or per (from, to, room) where people work in rooms. */
export const influenceSourceSchema = z.object({
  kind: z.enum(['unit', 'room', 'person']),
  id: idField,
});

/** The breakout in which a link was named, with its name at that time: no list of breakouts outlives a phase. */
const influenceBreakoutSchema = z.object({
  id: idField,
  name: nameField,
});

export const influenceSchema = z.object({
  /** Ids of factors or strategies. */
  from: idField,
  to: idField,
  source: orNull(influenceSourceSchema),
  /** The breakout, which has one voice; `source` is the unit or person that wrote the link down first. */
  room: orNull(influenceBreakoutSchema),
  polarity: polarityField,
  strength: z.pipe(
    z.nullish(strengthField),
    z.transform((value) => value ?? 2),
  ),
  delay: z._default(z.boolean(), false),
  note: orNull(textField),
});

export type InfluenceSource = z.infer<typeof influenceSourceSchema>;
export type InfluenceBreakout = z.infer<typeof influenceBreakoutSchema>;
export type Influence = { readonly id: string } & Readonly<z.infer<typeof influenceSchema>>;
