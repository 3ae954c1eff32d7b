import type * as Y from 'yjs';
import { claim, LOCAL, recordOf, textIn, type RecordRoot } from '../doc.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainText } from '../schema/letters.ts';
import { TEXT_MAX } from '../schema/limits.ts';

/** Replace `remove` UTF-16 units at `at` by `insert`. */
export type TextEdit = { readonly at: number; readonly remove: number; readonly insert: string };

/** The words of a record, to be watched and read; null where there are none. They are changed by `editText`. */
export function textOf(doc: Y.Doc, root: RecordRoot, id: string): Y.Text | null {
  return textIn(recordOf(doc, root, id));
}

/**
 * Applies one edit to the words of a record and claims the record. Works on a record a person removed meanwhile:
 * typing brings it back, so no word is lost. Control signs are left out (LETTER1). A text that is over its limit can be shortened bit by bit.
 */
export function editText(doc: Y.Doc, root: RecordRoot, id: string, edit: TextEdit): Result<void> {
  const record = recordOf(doc, root, id);
  const text = textIn(record);
  if (record === null || text === null) return fail('text-gone');
  if (edit.at < 0 || edit.remove < 0 || edit.at + edit.remove > text.length) {
    return fail('edit-outside-text');
  }
  const insert = plainText(edit.insert);
  if (text.length - edit.remove + insert.length > Math.max(TEXT_MAX, text.length)) {
    return fail('text-too-long', { max: TEXT_MAX });
  }
  claim(doc, record);
  doc.transact(() => applyEdit(text, { ...edit, insert }), LOCAL);
  return ok(undefined);
}

/** Makes a record say `wanted` by the smallest single edit, so that others' words around it survive. */
export function writeText(doc: Y.Doc, root: RecordRoot, id: string, wanted: string): Result<void> {
  const text = textOf(doc, root, id);
  if (text === null) return fail('text-gone');
  const edit = smallestEdit(text.toString(), wanted);
  return edit === null ? ok(undefined) : editText(doc, root, id, edit);
}

/** Changes words within a transaction of the caller. */
export function applyEdit(text: Y.Text, { at, remove, insert }: TextEdit): void {
  if (remove > 0) text.delete(at, remove);
  if (insert !== '') text.insert(at, insert);
}

/** The one edit that turns `before` into `after`; null when they are equal. Never splits a surrogate pair. */
export function smallestEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isHighSurrogate(before[head - 1])) head -= 1;
  if (isLowSurrogate(before.at(-tail)) && tail > 0) tail -= 1;
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

function isHighSurrogate(char: string | undefined): boolean {
  return char !== undefined && char >= '\uD800' && char <= '\uDBFF';
}

function isLowSurrogate(char: string | undefined): boolean {
  return char !== undefined && char >= '\uDC00' && char <= '\uDFFF';
}
