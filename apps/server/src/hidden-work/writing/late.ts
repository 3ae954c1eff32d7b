import { markWanted } from '@coherence/board';
import type { OwnChoice, Session } from '@coherence/board';
import { ApiError } from '../../errors.ts';
import type { BoardRecord } from '../../storage/storage.ts';
import { groupNotes, isOwn } from './floor.ts';
import type { WaitingNote } from './floor.ts';
import { show, whatWaits } from './reveal.ts';
import type { RevealResult, RevealParts } from './reveal.ts';
import { anonymityOf, phaseKeyOf, showsMore } from './write-phase.ts';

interface LateWhat {
  /** Whose private document they lie in, and which of its drafts. */
  readonly participant: string;
  readonly drafts: readonly string[];
  /** Shown with more than was promised: the writer's own choice, for notes of their own. */
  readonly as?: OwnChoice | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface LateResult extends RevealResult {
  /** Notes that wait until enough people have such late notes. */
  readonly waits: number;
}

/**
 * Brings onto the board what one person asks for that came after the reveal of its phase. A note without name and unit
 * waits until three people have asked for such a note of the phase; then all of these come together. Call it in turn.
 */
export async function revealLate(
  parts: RevealParts,
  board: BoardRecord,
  { participant, drafts, as, now }: LateWhat,
): Promise<LateResult> {
  const { session, waiting, unread } = await whatWaits(parts, board);
  const wanted = new Set(drafts);
  const late = waiting.filter(({ draft }) => Object.hasOwn(session.revealed, phaseKeyOf(draft, session)));
  const asked = late.filter(({ owner, draft }) => owner.id === participant && wanted.has(draft.id));
  const chosen = asked.map((note) => withChoice(note, as, session));
  const ids = new Set(chosen.map(({ draft }) => draft.id));
  const others = late.filter(({ draft }) => draft.wants !== null && !ids.has(draft.id));
  const groups = groupNotes([...chosen, ...others], session);
  const ready = groups.filter(({ holds }) => holds);
  const waits = groups
    .filter(({ holds }) => !holds)
    .flatMap(({ notes }) => notes)
    .filter(({ draft }) => ids.has(draft.id));
  if (waits.length > 0) await noteWanted(parts, board, participant, waits, now);
  const notes = ready.flatMap((group) => group.notes);
  if (notes.length === 0) return { revealed: 0, unread, waits: waits.length };
  const marks = new Set(ready.map(({ phase }) => phase));
  const revealed = await show(parts, board, { groups: ready, marks, now, isLate: true });
  return { revealed, unread, waits: waits.length };
}

/** A writer's choice holds for their own notes, and where it shows more than was promised. */
function withChoice(note: WaitingNote, as: OwnChoice | undefined, session: Session): WaitingNote {
  const promised = anonymityOf(note.draft, session);
  const isMore = as !== undefined && isOwn(note) && showsMore(as, promised);
  return isMore ? { ...note, draft: { ...note.draft, show: as } } : note;
}

async function noteWanted(
  { storage, boardHost }: RevealParts,
  board: BoardRecord,
  participant: string,
  notes: readonly WaitingNote[],
  now: number,
): Promise<void> {
  const key = (await storage.privateDocs(board.id)).find(({ owner }) => owner === participant);
  if (key === undefined) return;
  await boardHost(board.id).lend(key, async (opened) => {
    if (!opened.ok) throw new ApiError('load-failed');
    await opened.room.edit((privateDoc) =>
      markWanted(
        privateDoc,
        notes.map(({ draft }) => draft.id),
        now,
      ),
    );
  });
}
