import * as z from 'zod/mini';
import { textField } from './fields.ts';

/** A theme or cluster. Its members are the factors and strategies whose `group` names it. */
export const groupSchema = z.object({ text: textField });

export type Group = { readonly id: string } & Readonly<z.infer<typeof groupSchema>>;
