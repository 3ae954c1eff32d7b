import * as z from 'zod/mini';
import { RECORD_ROOTS, type WrittenRoot } from '../doc.ts';
import { answerField } from '../private/answers/answers.ts';
import { draftSchema } from '../private/draft.ts';
import { chunkField } from '../schema/drawing.ts';
import { placingSchema, sourceSchema } from '../schema/factor.ts';
import { givenNameField, idField } from '../schema/fields.ts';
import { metaSchema } from '../schema/meta.ts';
import { RECORD_SCHEMAS } from '../schema/records.ts';

type Field = z.ZodMiniType;
type Fields = Readonly<Record<string, Field>>;

/** Keys that a record has in the document beside, or instead of, those its schema reads: no new name is without a sign. */
const ALSO: Readonly<Partial<Record<WrittenRoot, Fields>>> = {
  units: { mergedInto: idField, name: givenNameField },
};
const READ_ONLY: Readonly<Partial<Record<WrittenRoot, readonly string[]>>> = {
  factors: ['placings'],
  drawings: ['points'],
};
const PRESENT = z.int().check(z.minimum(0));

/** Every key that a schema declares, by root: what a person may write (KNOWN1). */
const FIELDS: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  ['meta', metaSchema.shape],
  ['drafts', draftSchema.shape],
  ...RECORD_ROOTS.map((root): [string, Fields] => [
    root,
    {
      ...Object.fromEntries(
        Object.entries(RECORD_SCHEMAS[root].shape as Fields).filter(
          ([key]) => !READ_ONLY[root]?.includes(key),
        ),
      ),
      ...ALSO[root],
      in: PRESENT,
    },
  ]),
]);

const mark = z.number();
/** What one ballot of an older version says of one item, by its id. */
const ballotField = z.union([mark, z.tuple([mark, mark])]);

const CHUNK = /^s\d{1,4}$/;
const PLACING = /^at:(.{1,64})$/s;

/** What may stand under a key of a record (of `meta` itself); null where no schema knows the key. */
export function fieldOf(root: string, key: string): Field | null {
  const fields = FIELDS.get(root);
  if (fields !== undefined && Object.hasOwn(fields, key)) return fields[key] ?? null;
  if (root === 'drawings' && CHUNK.test(key)) return chunkField;
  if (root === 'factors' && PLACING.test(key)) return placingSchema;
  if (root === 'answers') return answerField(key);
  if (root === 'ballots') return isId(key) ? ballotField : null;
  return null;
}

/** What may stand under a key of the sources of a factor. */
export function sourceFieldOf(key: string): Field | null {
  return isId(key) ? sourceSchema : null;
}

/** Whether a record of this root may have this id; a ballot also has the id of whom it is cast for. */
export function isRecordId(root: string, id: string): boolean {
  return root === 'ballots' ? id.split('/').every(isId) && id.length <= 129 : isId(id);
}

/** Whether a record cannot be read without this key. */
export function isNeeded(root: string, key: string): boolean {
  const fields = root === 'meta' || key === 'in' ? undefined : FIELDS.get(root);
  const field = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field?.safeParse(undefined).success === false;
}

/** Whether words under this key are a shared text, in which several people may type. */
export function isSharedText(root: string, key: string): boolean {
  return key === 'text' && root !== 'meta' && root !== 'units' && fieldOf(root, key) !== null;
}

const isId = (id: string): boolean => idField.safeParse(id).success;
