import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { bear, LOCAL, presentRecord, rootOf, setKey } from '../doc.ts';
import { newId } from '../ids.ts';
import { ranksFor } from '../order.ts';
import { ranksIn } from './ranks.ts';
import { fail, ok, type Result } from '../result.ts';
import { idField, nameField, tierField } from '../schema/fields.ts';
import { UNITS_MAX } from '../schema/limits.ts';
import { metaSchema } from '../schema/meta.ts';
import { check } from './check.ts';

const metaInput = z.partial(
  z.pick(metaSchema, { title: true, question: true, sessionDate: true, unitWord: true, about: true }),
);

/** Sets title, focus question, session date or the word for unit; a key left out stays as it is. */
export function setMeta(doc: Y.Doc, input: z.input<typeof metaInput>): Result<void> {
  const given = Object.keys(input);
  const checked = check(metaInput, input);
  if (!checked.ok) return checked;
  doc.transact(() => {
    for (const [key, value] of Object.entries(checked.value)) {
      if (given.includes(key)) setKey(rootOf(doc, 'meta'), key, value);
    }
  }, LOCAL);
  return ok(undefined);
}

const unitInput = z.object({
  id: z.optional(idField),
  name: nameField.check(z.trim(), z.minLength(1)),
  short: z.nullish(nameField),
  tier: z.nullish(tierField),
});

/** Adds units; one whose name is there already (ignoring case and spaces) is not added again. Gives back all ids. */
export function addUnits(doc: Y.Doc, input: readonly z.input<typeof unitInput>[]): Result<readonly string[]> {
  const checked = check(z.array(unitInput).check(z.maxLength(UNITS_MAX)), input);
  if (!checked.ok) return checked;
  const known = unitNames(doc);
  const added: { id: string; unit: z.output<typeof unitInput> }[] = [];
  const ids = checked.value.map((unit) => {
    const existing = known.get(nameKey(unit.name));
    if (existing !== undefined) return existing;
    const id = unit.id ?? newId();
    known.set(nameKey(unit.name), id);
    added.push({ id, unit });
    return id;
  });
  if (known.size > UNITS_MAX) return fail('too-large', `A board can have ${UNITS_MAX} units.`);
  const ranks = ranksFor(
    ranksIn(doc, 'units', (unit) => unit.get('rank')),
    null,
    added.length,
  );
  if (added.length > 0) {
    bear(
      doc,
      added.map(({ id, unit }, index) => ({
        root: 'units',
        id,
        fields: { name: unit.name, short: unit.short, tier: unit.tier, rank: ranks[index] },
      })),
    );
  }
  return ok(ids);
}

/** How two spellings of a unit are told to be the same. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

/** Present units by `nameKey`; where two people added one name at once, the first id stands for both. */
export function unitNames(doc: Y.Doc): Map<string, string> {
  const names = new Map<string, string>();
  for (const id of [...rootOf(doc, 'units').keys()].sort()) {
    const name = presentRecord(doc, 'units', id)?.get('name');
    if (typeof name === 'string' && !names.has(nameKey(name))) names.set(nameKey(name), id);
  }
  return names;
}
