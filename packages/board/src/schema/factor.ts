import * as z from 'zod/mini';
import {
  cellField,
  columnField,
  idField,
  nameField,
  orNull,
  posField,
  rowField,
  textField,
} from './fields.ts';
import { FACTOR_KINDS } from './node-kind.ts';

/**
 * Who contributed: a unit, or a merged original with its own words. Keyed by source id in the document. `of`: the factor
 * whose words these were; a snapshot adds such sources for what was merged, they are not stored.
 */
export const sourceSchema = z.object({
  unit: orNull(idField),
  words: orNull(textField),
  of: orNull(idField),
  /** Who wrote it, where that was promised to be shown. Absent otherwise. */
  name: z.optional(nameField),
});

/** Where a person put a factor in one phase: the phase, row and column. */
export const placingSchema = z.tuple([idField, rowField, columnField]);

export const factorSchema = z.object({
  text: textField,
  /** With its row it says which node it shows as. */
  kind: z.enum(FACTOR_KINDS),
  /** Short name on the map, beside the original words. */
  mapName: orNull(nameField),
  cell: orNull(cellField),
  pos: orNull(posField),
  group: orNull(idField),
  /** The stable number (F12). Given once by the server, never reused. */
  no: orNull(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  sources: z._default(z.record(idField, sourceSchema), {}),
  /** The factor it was merged into. */
  into: orNull(idField),
  /** The words it had before any person reworded or merged it; null while no person has. */
  wording: orNull(textField),
  /** By participant, one key each in the document (`at:<participant>`): where they put it. */
  placings: z._default(z.record(idField, placingSchema), {}),
  note: orNull(textField),
});

export type Placing = z.infer<typeof placingSchema>;
export type FactorSource = z.infer<typeof sourceSchema>;
export type Factor = { readonly id: string } & Readonly<z.infer<typeof factorSchema>>;
