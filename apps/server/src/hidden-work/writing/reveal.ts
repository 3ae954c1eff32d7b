import { DRAFTS_MAX, readDrafts, readSession, revealDrafts, unitNow, writeSession } from '@coherence/board';
import type { Draft, DraftsOf, Anonymity, Session } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import { refusedFor } from '../../errors.ts';
import type { BoardRecord, ParticipantRecord } from '../../storage/storage.ts';
import { finishCleanup, withCleanup } from '../private/reveal-journal.ts';
import type { PendingCleanup } from '../private/reveal-journal.ts';
import { NOTHING_WRITTEN } from './count-writing.ts';
import { random } from '../random.ts';
import { readPrivateDocs } from '../private/private-docs.ts';
import type { HiddenWorkParts } from '../private/private-docs.ts';
import { groupNotes, isOwn, phasesOfFew } from './floor.ts';
import type { NoteGroup, WaitingNote } from './floor.ts';
import { promiseWaiting } from './promises.ts';
import type { PromisesNow } from './promises.ts';
import { hasWords, phaseKeyOf, writePhaseOf } from './write-phase.ts';
import { mayHoldNotes, writersAmong } from './written-for.ts';

export interface RevealParts extends HiddenWorkParts {
  readonly promises: PromisesNow;
}

/**
 * What becomes of notes without a name that rest on fewer than three people: they wait, and so does all of their phase;
 * those whose writers said yes when they were asked are shown; or all are given back. What is not shown then stays with
 * its writer like a note that came late.
 */
export type FewNotes = 'wait' | 'consented' | 'keep';

interface RevealWhat {
  /** Only what was written in this phase. */
  readonly phase?: string | undefined;
  /** Default: `wait`. */
  readonly few?: FewNotes | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface RevealResult {
  readonly revealed: number;
  /** Private documents that could not be read; what is in them stays there. */
  readonly unread: number;
  /** Set where notes of a phase wait because fewer than three people wrote them. */
  readonly few?: true;
}

/**
 * Brings drafts onto the board, all of them in one change with new ids in a shuffled order, and takes them out of
 * the private documents; where no names were promised nothing is left there of what was. Throws `not-allowed` where notes are
 * to be given back that rest on enough people by now. What one document holds beyond `DRAFTS_MAX`, which no
 * honest client writes, waits for the next reveal. Call it in turn.
 */
export async function reveal(
  parts: RevealParts,
  board: BoardRecord,
  { phase, few = 'wait', now }: RevealWhat,
): Promise<RevealResult> {
  const { session, waiting, unread } = await whatWaits(parts, board);
  const meant = waiting.filter(({ draft }) => phase === undefined || phaseKeyOf(draft, session) === phase);
  const groups = groupNotes(meant, session);
  const ofFew = phasesOfFew(groups, session);
  if (few === 'keep' && ofFew.size === 0 && groups.some(({ promised }) => promised === 'anonymous'))
    throw refusedFor('three-wrote');
  const held = few === 'wait' ? ofFew : new Set<string>();
  const marks = new Set([
    ...groups.map((group) => group.phase),
    phase ?? writePhaseOf(session)?.id ?? 'none',
  ]);
  for (const one of held) marks.delete(one);
  const shown = groups
    .filter((group) => !held.has(group.phase))
    .map((group) => (group.holds ? group : { ...group, notes: consentedIn(group, few, session) }));
  const outcome = held.size > 0 ? ({ few: true } as const) : {};
  if (marks.size === 0) return { revealed: 0, unread, ...outcome };
  const revealed = await show(parts, board, { groups: shown, marks, now, isLate: false });
  return { revealed, unread, ...outcome };
}

/** Notes of a group of few that are shown all the same, because their writers said so when they were asked. */
function consentedIn(group: NoteGroup, few: FewNotes, { asked }: Session): readonly WaitingNote[] {
  if (few !== 'consented' || asked?.phase !== group.phase) return [];
  return group.notes.filter((note) => {
    const [at, isYes] = note.draft.answer ?? [];
    return isOwn(note) && at === asked.at && isYes === true;
  });
}

/** What waits in every private document, each note with what it was promised. */
export async function whatWaits(
  parts: RevealParts,
  board: BoardRecord,
): Promise<{ session: Session; waiting: readonly WaitingNote[]; unread: number }> {
  await finishCleanup(parts, board);
  await promiseWaiting(parts, board);
  const session = await withBoard(parts.boardHost, board, (room) => room.read(readSession));
  const { readings, unread } = await readPrivateDocs(parts, board.id, readDrafts, mayHoldNotes);
  const writerOf = writersAmong(await parts.storage.participants(board.id));
  const waiting = readings.flatMap(({ person: owner, value }) =>
    value
      .filter(hasWords)
      .slice(0, DRAFTS_MAX)
      .flatMap((draft) => {
        const writer = writerOf(draft, owner);
        return writer === null ? [] : [{ draft, owner, writer }];
      }),
  );
  return { session, waiting, unread };
}

interface ShowWhat {
  readonly groups: readonly Pick<NoteGroup, 'identity' | 'notes'>[];
  /** Phases that are noted as revealed. */
  readonly marks: ReadonlySet<string>;
  readonly now: number;
  readonly isLate: boolean;
}

/** Brings notes onto the board. Answers how many came. */
export async function show(
  parts: HiddenWorkParts,
  board: BoardRecord,
  { groups, marks, now, isLate }: ShowWhat,
): Promise<number> {
  const drafts = new Map<string, Record<string, string>>();
  for (const { owner, draft } of groups.flatMap(({ notes }) => notes)) {
    drafts.set(owner.id, { ...drafts.get(owner.id), [draft.id]: draft.text });
  }
  const isAnonymous = groups.some(({ identity, notes }) => identity === 'anonymous' && notes.length > 0);
  const cleanup: PendingCleanup = {
    marks: [...marks],
    at: now,
    round: null,
    drafts: Object.fromEntries(drafts),
    erase: !isAnonymous ? 'nobody' : isLate ? 'writers' : 'everybody',
  };
  const noted = Object.fromEntries(cleanup.marks.map((mark) => [mark, now]));
  return withCleanup(parts, board, cleanup, () =>
    withBoard(parts.boardHost, board, (room) =>
      room.edit((doc) => {
        let count = 0;
        for (const [identity, people] of byIdentity(groups, (unit) => unitNow(doc, unit) ?? unit)) {
          count += revealDrafts(doc, people, identity, random);
        }
        const { asked, revealed } = readSession(doc);
        writeSession(doc, { revealed: { ...revealed, ...noted } });
        if (!isLate) writeSession(doc, { writing: NOTHING_WRITTEN });
        if (asked !== null && marks.has(asked.phase)) writeSession(doc, { asked: null });
        return count;
      }),
    ),
  );
}

/** Notes with as much of their writers are shuffled together, whatever phase they are of. */
function byIdentity(
  groups: ShowWhat['groups'],
  unitNowOf: (unit: string) => string,
): ReadonlyMap<Anonymity, readonly DraftsOf[]> {
  const found = new Map<Anonymity, DraftsOf[]>();
  for (const { identity, notes } of groups) {
    const people = notes.map(({ draft, writer }) => ({
      ...nameOf(draft, writer, unitNowOf),
      drafts: [draft],
    }));
    found.set(identity, [...(found.get(identity) ?? []), ...people]);
  }
  return found;
}

/**
 * Unit and name as they were when the note was written: neither a move to a unit of their own nor a name that a
 * facilitator gives a person later is shown with it. A person who had a name may have been mended since.
 */
function nameOf(
  { promise, show: chosen }: Draft,
  writer: ParticipantRecord,
  unitNowOf: (unit: string) => string,
): Pick<DraftsOf, 'unit' | 'name'> {
  const hadName = promise === null || promise.name !== '' || chosen === 'named';
  const unit = promise?.unit ?? writer.unit;
  return { unit: unit === '' ? null : unitNowOf(unit), name: hadName ? writer.name || null : null };
}
