import * as z from 'zod/mini';
import { cellField, idField, nameField, orNull, posField, textField } from './fields.ts';

/** `factor` shows as its row (interfering, integrative) or, without one, as a plain issue. */
export const FACTOR_KINDS = ['factor', 'outcome'] as const;

/** Who contributed: a unit, or a merged original with its own words. Keyed by source id in the document. */
export const sourceSchema = z.object({
  unit: orNull(idField),
  words: orNull(textField),
});

export const factorSchema = z.object({
  text: textField,
  kind: z.enum(FACTOR_KINDS),
  /** Short name on the map, beside the original words. */
  mapName: orNull(nameField),
  cell: orNull(cellField),
  pos: orNull(posField),
  group: orNull(idField),
  /** The stable number (F12). Given once by the server, never reused. */
  no: orNull(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  sources: z._default(z.record(idField, sourceSchema), {}),
  note: orNull(textField),
});

export type FactorKind = (typeof FACTOR_KINDS)[number];
export type FactorSource = z.infer<typeof sourceSchema>;
export type Factor = { readonly id: string } & Readonly<z.infer<typeof factorSchema>>;
