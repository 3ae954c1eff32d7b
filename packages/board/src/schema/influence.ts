import * as z from 'zod/mini';
import { idField, nameField, orNull, polarityField, strengthField, textField } from './fields.ts';

/** Who named a link. One record per (from, to, source), or per (from, to, room) where people work in rooms. */
export const influenceSourceSchema = z.object({
  kind: z.enum(['unit', 'room', 'person']),
  id: idField,
});

/** The room or team in which a link was named. `name` is as it was called then: no list of rooms outlives a phase. */
const influenceRoomSchema = z.object({
  id: idField,
  name: nameField,
});

export const influenceSchema = z.object({
  /** Ids of factors or strategies. */
  from: idField,
  to: idField,
  source: orNull(influenceSourceSchema),
  /** It speaks with one voice; `source` is who wrote that down first. */
  room: orNull(influenceRoomSchema),
  polarity: polarityField,
  strength: z.pipe(
    z.nullish(strengthField),
    z.transform((value) => value ?? 2),
  ),
  delay: z._default(z.boolean(), false),
  note: orNull(textField),
});

export type InfluenceSource = z.infer<typeof influenceSourceSchema>;
export type InfluenceRoom = z.infer<typeof influenceRoomSchema>;
export type Influence = { readonly id: string } & Readonly<z.infer<typeof influenceSchema>>;
