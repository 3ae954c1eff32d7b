import * as z from 'zod/mini';
import { idField, nameField, orNull, textField } from './fields.ts';

/** An interfering and an integrative factor that pull against each other, with the group's words for it. */
export const tensionSchema = z.object({
  interfering: idField,
  integrative: idField,
  text: textField,
});

/** A circle the group has named: reinforcing (R) or balancing (B). */
export const loopSchema = z.object({
  type: z.enum(['reinforcing', 'balancing', 'undetermined']),
  name: nameField,
  /** Its label on the map, for example R1. */
  label: orNull(nameField),
  nodes: z.array(idField).check(z.minLength(1), z.maxLength(200)),
  sentence: orNull(textField),
  accepted: z._default(z.boolean(), false),
});

export type Tension = { readonly id: string } & Readonly<z.infer<typeof tensionSchema>>;
export type Loop = { readonly id: string } & Readonly<z.infer<typeof loopSchema>>;
