import * as z from 'zod/mini';
import { idField, nameField, orNull, textField } from './fields.ts';

/** A closed round. Results only: no ballot is ever in the shared document. */
export const voteRoundSchema = z.object({
  text: textField,
  method: z._default(z.enum(['dots', 'rating', 'recorded']), 'dots'),
  /** Votes each person could give. */
  budget: orNull(z.int().check(z.minimum(0), z.maximum(1000))),
  participants: orNull(z.int().check(z.minimum(0), z.maximum(100_000))),
  closedAt: orNull(nameField),
  /** Record id -> votes. */
  results: z._default(z.record(idField, z.int().check(z.minimum(0))), {}),
});

export type VoteRound = { readonly id: string } & Readonly<z.infer<typeof voteRoundSchema>>;
