import {
  addDrawing,
  addFactors,
  addGroup,
  addNote,
  addStrategy,
  fail,
  writeText,
  type Actor,
  type NoteKind,
  type Result,
} from '@coherence/board';
import type { Doc } from 'yjs';
import type { NotSentItem } from './not-sent.ts';

const NOTE_KINDS: readonly NoteKind[] = ['decision', 'parked', 'disagreement', 'note'];

/** Whether there is a way to put these words on the board again. They can be copied in any case. */
export function canAddAgain({ root, pos, text }: NotSentItem): boolean {
  if (root === 'drawings') return pos !== null && text !== '';
  return root === 'factors' || root === 'notes' || root === 'strategies' || root === 'groups';
}

/**
 * Puts the words on the board: into the record they were written in if it still says what it said then, otherwise as
 * a new one in the same place. Nobody's words are written over.
 */
export function addAgain(doc: Doc, item: NotSentItem, actor: Actor, now: number): Result<unknown> {
  const { root, id, text, before, cell, pos } = item;
  if (root === 'drafts')
    return fail('invalid', 'A note that was written alone is not put on the board from here.');
  if (before !== null && textAt(doc, item) === before) return writeText(doc, root, id, text);
  switch (root) {
    case 'notes': {
      const kind = NOTE_KINDS.find((one) => one === item.kind) ?? 'note';
      return addNote(doc, { kind, text, at: now });
    }
    case 'strategies':
      return addStrategy(doc, { text, pos });
    case 'groups':
      return addGroup(doc, text, []);
    case 'drawings':
      return addDrawing(doc, { kind: 'note', pos: pos ?? [0, 0, 200], text });
    default: {
      const kind = item.kind === 'outcome' ? 'outcome' : 'factor';
      const place = cell === null ? null : { row: cell[0], column: cell[1] };
      return addFactors(doc, { texts: [text], kind, cell: place, pos: pos === null ? null : [pos] }, actor);
    }
  }
}

function textAt(doc: Doc, { root, id }: NotSentItem): string | null {
  const record: unknown = doc.getMap(root).get(id);
  if (typeof record !== 'object' || record === null || !('get' in record)) return null;
  const text = (record as { get(key: string): unknown }).get('text');
  return text === undefined ? null : String(text);
}
