import { z } from 'zod';
import { idField, nameField, orNull, textField } from './fields.ts';

/** A closed round. Results only: no ballot is ever in the shared document. */
export const voteRoundSchema = z.object({
  text: textField,
  method: z.enum(['dots', 'rating', 'recorded']).default('dots'),
  /** Votes each person could give. */
  budget: orNull(z.int().min(0).max(1000)),
  participants: orNull(z.int().min(0).max(100_000)),
  closedAt: orNull(nameField),
  /** Record id -> votes. */
  results: z.record(idField, z.int().min(0)).default({}),
});

export type VoteRound = { readonly id: string } & Readonly<z.infer<typeof voteRoundSchema>>;
