import { z } from 'zod';
import { nameField, orNull, rankField, tierField } from './fields.ts';

export const unitSchema = z.object({
  name: nameField.min(1),
  short: orNull(nameField),
  tier: orNull(tierField),
  rank: rankField,
});

export type Unit = { readonly id: string } & Readonly<z.infer<typeof unitSchema>>;
