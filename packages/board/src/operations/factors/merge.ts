import type * as Y from 'yjs';
import * as z from 'zod/mini';
import {
  UNTRACKED,
  type BoardRecord,
  claim,
  LOCAL,
  presentRecord,
  rootOf,
  setKey,
  wordsIn,
} from '../../doc.ts';
import { mergeRootsOf } from '../../merging/merge-roots.ts';
import { fail, ok, type Result } from '../../result.ts';
import { idField } from '../../schema/fields.ts';
import { TEXT_MAX } from '../../schema/limits.ts';
import { check } from '../../writing/check.ts';
import { writeText } from '../../writing/text.ts';

const idsInput = z.array(idField).check(z.minLength(1), z.maxLength(1000));

/** What a factor that has none of it takes over from the first one merged into it that has. */
const TAKEN_OVER = ['cell', 'pos', 'group'] as const;

/**
 * Makes factors part of another one. Each keeps its words, units, links and cell under its own id, and is read as part
 * of the survivor until it is split off again. Undo takes it back in one step.
 */
export function mergeFactors(doc: Y.Doc, into: string, ids: readonly string[]): Result<void> {
  const checked = check(idsInput, ids);
  if (!checked.ok) return checked;
  const roots = mergeRootsOf(doc);
  const survivorId = roots.get(into) ?? into;
  const survivor = presentRecord(doc, 'factors', survivorId);
  if (survivor === null) return fail('merge-target-gone');
  const coming = [...new Set(checked.value)].flatMap((id) => {
    const record = presentRecord(doc, 'factors', id);
    return record === null || (roots.get(id) ?? id) === survivorId ? [] : [record];
  });
  if (coming.length === 0) return fail('factors-gone');
  keepWording(doc, survivor);
  for (const record of [survivor, ...coming]) claim(doc, record);
  doc.transact(() => {
    setKey(survivor, 'into', null);
    for (const record of coming) {
      for (const key of TAKEN_OVER) {
        const value = record.get(key);
        if (!survivor.has(key) && (typeof value === 'string' || Array.isArray(value)))
          setKey(survivor, key, value);
      }
      setKey(record, 'into', survivorId);
    }
  }, LOCAL);
  return ok(undefined);
}

/**
 * Brings what was merged into `id` back as the factor it was: words, units, links and cell. What had been merged into
 * it before stays with `id`.
 */
export function splitFactor(doc: Y.Doc, id: string, of: string): Result<void> {
  const roots = mergeRootsOf(doc);
  const survivorId = roots.get(id) ?? id;
  const part = presentRecord(doc, 'factors', of);
  if (part === null || roots.get(of) !== survivorId) {
    return fail('words-not-merged');
  }
  claim(doc, part);
  doc.transact(() => {
    for (const [other, record] of presentFactors(doc)) {
      if (record.get('into') === of) setKey(record, 'into', other === survivorId ? null : survivorId);
    }
    setKey(part, 'into', null);
  }, LOCAL);
  return ok(undefined);
}

/** Gives a factor other words; those it had before any person did stay with it. */
export function rewordFactor(doc: Y.Doc, id: string, words: string): Result<void> {
  const record = presentRecord(doc, 'factors', id);
  if (record === null) return fail('factor-gone');
  const before = wordsIn(record);
  if (words.length > Math.max(TEXT_MAX, before.length)) return fail('text-too-long', { max: TEXT_MAX });
  if (before !== words) keepWording(doc, record);
  return writeText(doc, 'factors', id, words);
}

/** Not tracked: what a person once said stays, also when the step after which others reworded it is taken back. */
function keepWording(doc: Y.Doc, record: BoardRecord): void {
  if (typeof record.get('wording') === 'string') return;
  doc.transact(() => record.set('wording', wordsIn(record)), UNTRACKED);
}

function presentFactors(doc: Y.Doc): readonly (readonly [string, BoardRecord])[] {
  return [...rootOf(doc, 'factors').keys()].flatMap((id) => {
    const record = presentRecord(doc, 'factors', id);
    return record === null ? [] : [[id, record] as const];
  });
}
