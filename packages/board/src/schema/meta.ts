import { z } from 'zod';
import { nameField, orNull, textField } from './fields.ts';
import { QUESTION_MAX, TITLE_MAX } from './limits.ts';

/** What is known of where a board came from; carried, shown in exports, never computed with. */
export const aboutSchema = z.object({
  organization: orNull(nameField),
  subtitle: orNull(textField),
  statement: orNull(textField),
  source: orNull(textField),
  fictional: z.boolean().default(false),
});

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const metaSchema = z.object({
  title: z.string().max(TITLE_MAX).default(''),
  question: z.string().max(QUESTION_MAX).default(''),
  /** Local calendar date of the session, YYYY-MM-DD. */
  sessionDate: orNull(isoDate),
  unitWord: z.enum(['unit', 'office', 'division', 'department', 'school']).default('unit'),
  about: aboutSchema.prefault({}),
});

export type About = Readonly<z.infer<typeof aboutSchema>>;
export type Meta = Readonly<z.infer<typeof metaSchema>>;
