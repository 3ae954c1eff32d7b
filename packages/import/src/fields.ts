import { NAME_MAX, QUESTION_MAX, TEXT_MAX, TITLE_MAX, UNITS_MAX, type Tier } from '@coherence/board';
import { z } from 'zod';

const TIERS = ['state', 'region', 'district', 'school', 'partner'] as const satisfies readonly Tier[];

export const idField = z.string().min(1).max(64);
export const textField = z.string().max(TEXT_MAX);
export const nameField = z.string().max(NAME_MAX);
export const countField = z.int().min(0);

/** What a sample says of the session it came from. */
export const headFields = {
  title: z.string().max(TITLE_MAX).nullish(),
  subtitle: textField.nullish(),
  source: textField.nullish(),
  statement: textField.nullish(),
  organization: nameField.nullish(),
  fictional: z.boolean().nullish(),
  focusQuestion: z.string().max(QUESTION_MAX).nullish(),
  units: z
    .array(
      z.object({
        id: idField,
        name: nameField.min(1),
        short: nameField.nullish(),
        tier: z.enum(TIERS).nullish(),
      }),
    )
    .max(UNITS_MAX)
    .default([]),
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
