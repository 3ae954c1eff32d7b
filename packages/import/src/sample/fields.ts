import { NAME_MAX, QUESTION_MAX, TEXT_MAX, TIERS, TITLE_MAX, UNITS_MAX } from '@coherence/board';
import * as z from 'zod/mini';

export const idField = z.string().check(z.minLength(1), z.maxLength(64));
export const textField = z.string().check(z.maxLength(TEXT_MAX));
export const nameField = z.string().check(z.maxLength(NAME_MAX));
export const countField = z.int().check(z.minimum(0));

/** A list of at most `max` entries; a missing one is empty. */
export function listOf<T extends z.ZodMiniType>(entry: T, max: number) {
  return z._default(z.array(entry).check(z.maxLength(max)), []);
}

/** What a sample says of the session it came from. */
export const headFields = {
  title: z.nullish(z.string().check(z.maxLength(TITLE_MAX))),
  subtitle: z.nullish(textField),
  source: z.nullish(textField),
  statement: z.nullish(textField),
  organization: z.nullish(nameField),
  fictional: z.nullish(z.boolean()),
  focusQuestion: z.nullish(z.string().check(z.maxLength(QUESTION_MAX))),
  units: listOf(
    z.object({
      id: idField,
      name: nameField.check(z.minLength(1)),
      short: z.nullish(nameField),
      tier: z.nullish(z.enum(TIERS)),
    }),
    UNITS_MAX,
  ),
};

const headSchema = z.object(headFields);
type Head = z.output<typeof headSchema>;

/** Title, question, units and origin, as a board file has them. `name` stands in for a missing title. */
export function headOf(head: Head, name: string) {
  const { organization, subtitle, statement, source, fictional } = head;
  return {
    title: head.title ?? name,
    question: head.focusQuestion ?? '',
    about: { organization, subtitle, statement, source, fictional: fictional ?? false },
    units: head.units,
  };
}
