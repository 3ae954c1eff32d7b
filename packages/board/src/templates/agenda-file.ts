import * as z from 'zod/mini';
import { inNewestFormat } from '../file/file-migrations.ts';
import { fail, ok, type Result } from '../result.ts';
import { nameField } from '../schema/fields.ts';
import { phaseSchema, type Phase } from '../schema/phase.ts';
import { withIds } from './agendas.ts';

export const AGENDA_SCHEMA = 'coherence-agenda/1';
export const AGENDA_MAX = 100;

const agendaFileSchema = z.object({
  schema: z.literal(AGENDA_SCHEMA),
  title: z._default(nameField, ''),
  phases: z.array(z.omit(phaseSchema, { id: true })).check(z.minLength(1), z.maxLength(AGENDA_MAX)),
});

type AgendaFile = z.output<typeof agendaFileSchema>;

/** An agenda to share: its phases without their ids. */
export function toAgendaFile(title: string, agenda: readonly Phase[]): AgendaFile {
  const phases = z.array(agendaFileSchema.shape.phases.def.element).parse(agenda);
  return { schema: AGENDA_SCHEMA, title, phases };
}

/** The phases of an agenda file, with fresh ids. Fails with `malformed` and the place where it does not fit. */
export function readAgendaFile(text: string): Result<readonly Phase[]> {
  const file = parsed(text);
  if (!file.ok) return file;
  const given = inNewestFormat(file.value);
  const isAgenda = (given as { schema?: unknown } | null)?.schema === AGENDA_SCHEMA;
  if (!isAgenda)
    return fail('malformed', `This file is not an agenda: it does not say "schema": "${AGENDA_SCHEMA}".`);
  const read = agendaFileSchema.safeParse(given);
  if (read.success) return ok(withIds(read.data.phases));
  const [issue] = read.error.issues;
  return fail('malformed', `${placeOf(issue?.path ?? [])}${issue === undefined ? '' : wrongWith(issue)}.`);
}

function parsed(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return fail('malformed', `This file is not JSON: ${String(error)}`);
  }
}

function wrongWith(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `it must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `it must be of type ${issue.expected}`;
    case 'too_small':
      return `it must be at least ${issue.minimum}`;
    case 'too_big':
      return `it must be at most ${issue.maximum}`;
    default:
      return 'it does not fit';
  }
}

/** "Phase 3, minutes: " of the path phases, 2, minutes. */
function placeOf(path: readonly PropertyKey[]): string {
  const [root, index, ...rest] = path;
  const names = rest.map(String).join(', ');
  if (root !== 'phases' || typeof index !== 'number') return root === undefined ? '' : `${String(root)}: `;
  return names === '' ? `Phase ${index + 1}: ` : `Phase ${index + 1}, ${names}: `;
}
