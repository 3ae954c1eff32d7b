import * as z from 'zod/mini';
import { nameField, orNull, questionField, textField, titleField } from './fields.ts';

/** What a board can call the units of its people. */
export const UNIT_WORDS = ['unit', 'office', 'division', 'department', 'school'] as const;
export type UnitWord = (typeof UNIT_WORDS)[number];

/** What is known of where a board came from; carried, shown in exports, never computed with. */
const aboutSchema = z.object({
  organization: orNull(nameField),
  subtitle: orNull(textField),
  statement: orNull(textField),
  source: orNull(textField),
  fictional: z._default(z.boolean(), false),
});

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const metaSchema = z.object({
  title: z._default(titleField, ''),
  question: z._default(questionField, ''),
  /** Local calendar date of the session, YYYY-MM-DD. */
  sessionDate: orNull(isoDate),
  unitWord: z._default(z.enum(UNIT_WORDS), 'unit'),
  /** People who join may add a unit that is missing. */
  unitsOpen: z._default(z.boolean(), true),
  about: z.prefault(aboutSchema, {}),
});

export type About = Readonly<z.infer<typeof aboutSchema>>;
export type Meta = Readonly<z.infer<typeof metaSchema>>;
