import {
  addDrawing,
  addFactors,
  addGroup,
  addNote,
  addStrategy,
  FACTOR_KINDS,
  addInfluence,
  NOTE_KINDS,
  readSnapshot,
  textOf,
  writeText,
  type Actor,
  type Failure,
  type Result,
  addDraft,
} from '@coherence/board';
import type { Doc } from 'yjs';
import { ownFailure, type OwnCode, type OwnFailure } from '../failure.ts';
import type { RejectedItem } from './rejected.ts';

type AddResult = Result<unknown, Failure | OwnFailure>;

function refused(code: OwnCode): AddResult {
  return { ok: false, error: ownFailure(code) };
}

/** Whether there is a way to put this on the board again. What has words can be copied in any case. */
export function canAddAgain(item: RejectedItem): boolean {
  const { root, key, pos, text } = item;
  if (item.link !== undefined || item.stroke !== undefined) return true;
  if (key !== undefined) return false;
  if (root === 'drawings') return pos !== null && text !== '';
  return root === 'factors' || root === 'notes' || root === 'strategies' || root === 'groups';
}

/**
 * Puts it on the board: words into the record they were written in if it still says what it said then, otherwise as a
 * new one in the same place; a link between the same two; a stroke where it was. Nobody's words are written over.
 * `forOthers`: whether this person may say who else said a link; otherwise it is said for the actor.
 */
export function addAgain(
  doc: Doc,
  item: RejectedItem,
  actor: Actor,
  now: number,
  forOthers = false,
): AddResult {
  const { root, id, text, before, cell, pos } = item;
  if (root === 'drafts') return refused('draft-not-here');
  if (item.link !== undefined) return linkAgain(doc, item, actor, forOthers);
  if (item.stroke !== undefined)
    return addDrawing(doc, {
      kind: 'pen',
      pos: pos ?? [0, 0, 200],
      ...item.stroke,
      points: [...item.stroke.points],
    });
  if (!canAddAgain(item)) return refused('only-copied');
  if (before !== null && root !== 'meta' && textOf(doc, root, id)?.toString() === before)
    return writeText(doc, root, id, text);
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
      const kind = FACTOR_KINDS.find((one) => one === item.kind) ?? 'factor';
      const at = cell === null ? null : { row: cell[0], column: cell[1] };
      return addFactors(doc, { texts: [text], kind, cell: at, pos: pos === null ? null : [pos] }, actor);
    }
  }
}

function linkAgain(
  doc: Doc,
  { link: said, about = [] }: RejectedItem,
  actor: Actor,
  forOthers: boolean,
): AddResult {
  const [from = null, to = null] = about.map((end) => endNow(doc, end));
  if (said === undefined || from === null || to === null) return refused('link-end-missing');
  const { polarity, strength, delay, note, source } = said;
  return addInfluence(
    doc,
    { from, to, polarity, strength, delay, note, source: forOthers ? source : null },
    actor,
  );
}

/** An end of a link: the same record, else the only one that says the same, as one that was added again does. */
function endNow(doc: Doc, { id, words }: { readonly id: string; readonly words: string }): string | null {
  const { factors, strategies } = readSnapshot(doc);
  const ends = [...factors, ...strategies];
  if (ends.some((end) => end.id === id)) return id;
  const [found, more] = ends.filter(({ text }) => text === words);
  return more === undefined ? (found?.id ?? null) : null;
}

/** Writes a note that the server did not take into one's private document again, as one of the phase that is on. */
export function draftAgain(
  privateDoc: Doc,
  { text, cell }: RejectedItem,
  phase: string | null,
  now: number,
): Result<string> {
  return addDraft(privateDoc, { text, phase, at: now, row: cell?.[0] ?? null, column: cell?.[1] ?? null });
}
