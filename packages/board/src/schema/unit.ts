import * as z from 'zod/mini';
import { nameField, orNull, rankField, tierField } from './fields.ts';

export const unitSchema = z.object({
  name: nameField.check(z.minLength(1)),
  short: orNull(nameField),
  tier: orNull(tierField),
  rank: rankField,
});

export type Unit = { readonly id: string } & Readonly<z.infer<typeof unitSchema>>;
