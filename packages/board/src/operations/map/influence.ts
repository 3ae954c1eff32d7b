import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { createRecords, claim, LOCAL, presentRecord, recordOf, rootOf, setKey, takeOut } from '../../doc.ts';
import { newId } from '../../ids.ts';
import { fail, ok, type Result } from '../../result.ts';
import { idField, polarityField, strengthField, textField } from '../../schema/fields.ts';
import { influenceSourceSchema, type Influence } from '../../schema/influence.ts';
import type { Actor } from '../actor.ts';
import { check } from '../../writing/check.ts';

const linkInput = z.object({
  from: idField,
  to: idField,
  polarity: z._default(polarityField, '?'),
  strength: z._default(strengthField, 2),
  delay: z._default(z.boolean(), false),
  note: z.nullish(textField),
  /** Left out: the actor's unit. */
  source: z.nullish(influenceSourceSchema),
});

/**
 * Says that one factor or strategy leads to another, for the room or team the actor works in, else for one source. Who
 * said so before keeps their record, which then takes the new polarity; another's record is never touched. Gives back the
 * record's id.
 */
export function addInfluence(doc: Y.Doc, input: z.input<typeof linkInput>, actor: Actor): Result<string> {
  const checked = check(linkInput, input);
  if (!checked.ok) return checked;
  const { from, to, polarity, strength, delay, note } = checked.value;
  if (from === to) return fail('self-link');
  for (const end of [from, to]) {
    if (presentRecord(doc, 'factors', end) === null && presentRecord(doc, 'strategies', end) === null) {
      return fail('link-end-gone');
    }
  }
  const source = checked.value.source ?? (actor.unit === null ? null : { kind: 'unit', id: actor.unit });
  const room = actor.room ?? null;
  const known = findInfluence(doc, from, to, { source, room });
  if (known !== null) {
    const edited = editInfluence(doc, known, { polarity, strength, delay, note });
    return edited.ok ? ok(known) : edited;
  }
  const id = newId();
  createRecords(doc, [
    { root: 'influences', id, fields: { from, to, source, room, polarity, strength, delay, note } },
  ]);
  return ok(id);
}

const editInput = z.extend(z.pick(linkInput, { note: true }), {
  polarity: z.optional(polarityField),
  strength: z.optional(strengthField),
  delay: z.optional(z.boolean()),
});

/** Changes polarity, strength, delay or note of one record; a key left out stays as it is. */
export function editInfluence(doc: Y.Doc, id: string, input: z.input<typeof editInput>): Result<void> {
  const checked = check(editInput, input);
  if (!checked.ok) return checked;
  const record = recordOf(doc, 'influences', id);
  if (record === null) return fail('link-gone');
  claim(doc, record);
  doc.transact(() => {
    for (const [key, value] of Object.entries(checked.value)) {
      if (value !== undefined) setKey(record, key, value);
    }
  }, LOCAL);
  return ok(undefined);
}

/** Turns a link round, with its polarity and its source. */
export function reverseInfluence(doc: Y.Doc, id: string): Result<void> {
  const record = presentRecord(doc, 'influences', id);
  if (record === null) return fail('link-gone');
  claim(doc, record);
  doc.transact(() => {
    const [from, to] = [record.get('from'), record.get('to')];
    record.set('from', to);
    record.set('to', from);
  }, LOCAL);
  return ok(undefined);
}

export function removeInfluences(doc: Y.Doc, ids: readonly string[]): void {
  takeOut(doc, 'influences', ids);
}

function findInfluence(doc: Y.Doc, from: string, to: string, who: Named): string | null {
  for (const id of [...rootOf(doc, 'influences').keys()].sort()) {
    const record = presentRecord(doc, 'influences', id);
    if (record === null || record.get('from') !== from || record.get('to') !== to) continue;
    if (speaksFor({ source: record.get('source'), room: record.get('room') }, who)) return id;
  }
  return null;
}

type Named = Pick<Influence, 'source' | 'room'>;
type Stored = { readonly source: unknown; readonly room: unknown };

/** Whether a record of a link, as it is stored or read, is the word of this room, or of this source in no room. */
export function speaksFor(record: Stored, { source, room }: Named): boolean {
  const named = record.room as { id?: unknown } | null | undefined;
  if ((named?.id ?? null) !== (room?.id ?? null)) return false;
  if (room !== null) return true;
  const theirs = record.source as { kind?: unknown; id?: unknown } | null | undefined;
  return (theirs?.kind ?? null) === (source?.kind ?? null) && (theirs?.id ?? null) === (source?.id ?? null);
}
