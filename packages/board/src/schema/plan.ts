import * as z from 'zod/mini';
import { idField, nameField, orNull, posField, rankField, textField } from './fields.ts';

const ids = z._default(z.array(idField).check(z.maxLength(500)), []);

/** A priority named by this group. It cites the factors behind it. */
export const needSchema = z.object({ text: textField, factors: ids, rank: orNull(rankField) });

/** Something already there that helps. */
export const assetSchema = z.object({ text: textField, unit: orNull(idField), factors: ids });

export const STRATEGY_STATUSES = ['existing', 'proposed', 'adopted', 'parked', 'dropped'] as const;

/** One record on map and plan: an option until it is adopted with an owner. */
export const strategySchema = z.object({
  text: textField,
  status: z._default(z.enum(STRATEGY_STATUSES), 'proposed'),
  pos: orNull(posField),
  group: orNull(idField),
  needs: ids,
  assets: ids,
  owner: orNull(nameField),
  due: orNull(nameField),
  firstStep: orNull(textField),
  note: orNull(textField),
});

export const actionSchema = z.object({
  strategy: orNull(idField),
  text: textField,
  owner: orNull(nameField),
  due: orNull(nameField),
  done: z._default(z.boolean(), false),
});

export type Need = { readonly id: string } & Readonly<z.infer<typeof needSchema>>;
export type Asset = { readonly id: string } & Readonly<z.infer<typeof assetSchema>>;
export type Strategy = { readonly id: string } & Readonly<z.infer<typeof strategySchema>>;
export type Action = { readonly id: string } & Readonly<z.infer<typeof actionSchema>>;
