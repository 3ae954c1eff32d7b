import { smallestEdit, type TextEdit } from '@coherence/board';

/** One part of a Y.Text change event. */
export type DeltaPart = { readonly retain?: number; readonly insert?: unknown; readonly delete?: number };

/**
 * The edit that made `after` of `before`, given where the caret stands now: typing an "a" beside other "a"s goes
 * where the person typed it, not where a plain comparison would first see a difference.
 */
export function editAtCaret(before: string, after: string, caret: number): TextEdit | null {
  const tail = after.length - caret;
  if (tail <= before.length && before.endsWith(after.slice(caret))) {
    const head = before.slice(0, before.length - tail);
    const edit = smallestEdit(head, after.slice(0, caret));
    if (edit !== null) return edit;
  }
  return smallestEdit(before, after);
}

/** Where an offset lies after a remote change; an insertion exactly at the offset stays behind it. */
export function mapOffset(offset: number, delta: readonly DeltaPart[]): number {
  let mapped = offset;
  let at = 0;
  for (const part of delta) {
    if (at >= mapped) break;
    if (part.retain !== undefined) at += part.retain;
    else if (typeof part.insert === 'string') {
      mapped += part.insert.length;
      at += part.insert.length;
    } else if (part.delete !== undefined) mapped -= Math.min(part.delete, mapped - at);
  }
  return mapped;
}

/** A local edit carried over a remote change that it did not know. */
export function rebaseEdit(edit: TextEdit, delta: readonly DeltaPart[]): TextEdit {
  const at = mapOffset(edit.at, delta);
  const end = mapOffset(edit.at + edit.remove, delta);
  return { at, remove: Math.max(0, end - at), insert: edit.insert };
}
