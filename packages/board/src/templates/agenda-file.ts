import * as z from 'zod/mini';
import { inNewestFormat } from '../file/file-migrations.ts';
import { fail, failure, ok, type AgendaPlace, type Failure, type Result } from '../result.ts';
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

/** The phases of an agenda file, with fresh ids. Fails with the first place where it does not fit. */
export function readAgendaFile(text: string): Result<readonly Phase[]> {
  const file = parsed(text);
  if (!file.ok) return file;
  const given = inNewestFormat(file.value);
  const isAgenda = (given as { schema?: unknown } | null)?.schema === AGENDA_SCHEMA;
  if (!isAgenda) return fail('agenda-other-schema', { schema: AGENDA_SCHEMA });
  const read = agendaFileSchema.safeParse(given);
  if (read.success) return ok(withIds(read.data.phases));
  const [issue] = read.error.issues;
  return { ok: false, error: problemOf(placeOf(issue?.path ?? []), issue) };
}

function parsed(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return fail('agenda-not-json', { fault: String(error) });
  }
}

function problemOf(place: AgendaPlace, issue: z.core.$ZodIssue | undefined): Failure {
  switch (issue?.code) {
    case 'invalid_value':
      return failure('agenda-one-of', { ...place, allowed: issue.values.map(String).join(', ') });
    case 'invalid_type':
      return failure('agenda-type', { ...place, type: issue.expected });
    case 'too_small':
      return failure('agenda-below', { ...place, min: Number(issue.minimum) });
    case 'too_big':
      return failure('agenda-above', { ...place, max: Number(issue.maximum) });
    default:
      return failure('agenda-wrong', place);
  }
}

/** Phase 3 and `minutes` of the path phases, 2, minutes. */
function placeOf(path: readonly PropertyKey[]): AgendaPlace {
  const [root, index, ...rest] = path;
  if (root === undefined) return { place: 'file', phase: 0, field: '' };
  if (root !== 'phases' || typeof index !== 'number') return { place: 'top', phase: 0, field: String(root) };
  const field = rest.map(String).join(', ');
  return { place: field === '' ? 'phase' : 'field', phase: index + 1, field };
}
