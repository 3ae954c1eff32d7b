import * as z from 'zod/mini';
import { isRank } from '../order.ts';
import { COLUMNS, ROWS } from './coherence-grid.ts';
import { plainLine, plainName, plainText } from './letters.ts';
import {
  COORDINATE_MAX,
  ID_MAX,
  LONG_TEXT_MAX,
  NAME_MAX,
  QUESTION_MAX,
  TEXT_MAX,
  TITLE_MAX,
} from './limits.ts';

const coordinate = z.number().check(z.minimum(-COORDINATE_MAX), z.maximum(COORDINATE_MAX));

/** No name that every object has, as `constructor`: counts by id are kept in plain objects. */
export const idField = z.string().check(
  z.minLength(1),
  z.maxLength(ID_MAX),
  z.refine((id) => !Object.hasOwn(Object.prototype, id)),
);
export const textField = z.string().check(z.overwrite(plainText), z.maxLength(TEXT_MAX));
/** Words that are put in another place, which several people may have made longer than people may write. */
export const movedTextField = z.string().check(z.overwrite(plainText), z.maxLength(LONG_TEXT_MAX));
export const nameField = z.string().check(z.overwrite(plainLine), z.maxLength(NAME_MAX));
/** A name that is given now (LETTER3). What older boards have is read by `nameField`: a unit without a visible sign stays. */
export const givenNameField = z.string().check(z.overwrite(plainName), z.minLength(1), z.maxLength(NAME_MAX));
export const questionField = z.string().check(z.overwrite(plainText), z.maxLength(QUESTION_MAX));
export const titleField = z.string().check(z.overwrite(plainLine), z.maxLength(TITLE_MAX));
export const rankField = z.string().check(z.maxLength(200), z.refine(isRank));

export const rowField = z.enum(ROWS);
export const columnField = z.enum(COLUMNS);
/** One key for one indivisible thing: row and column may be unknown while the rank is kept. */
export const cellField = z.tuple([z.nullable(rowField), z.nullable(columnField), rankField]);
/** Left, top and width in map pixels; the height follows from the text. */
export const posField = z.tuple([coordinate, coordinate, z.number().check(z.minimum(40), z.maximum(4000))]);

/** Where in the system a unit works, from the state down; partners stand beside it. */
export const TIERS = ['state', 'region', 'district', 'school', 'partner'] as const;
export const tierField = z.enum(TIERS);
export const polarityField = z.enum(['+', '-', '?']);
export const strengthField = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export type Cell = z.infer<typeof cellField>;
export type Pos = z.infer<typeof posField>;
export type Tier = z.infer<typeof tierField>;
export type Polarity = z.infer<typeof polarityField>;
export type Strength = z.infer<typeof strengthField>;

/** A key that may be missing reads as null, so that no consumer has to know the difference. */
export function orNull<T extends z.ZodMiniType>(field: T) {
  return z.pipe(
    z.nullish(field),
    z.transform((value) => value ?? null),
  );
}
