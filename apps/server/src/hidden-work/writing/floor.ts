import { FLOOR } from '@coherence/board';
import type { Draft, Anonymity, Session } from '@coherence/board';
import type { ParticipantRecord } from '../../storage/storage.ts';
import { anonymityOf, phaseKeyOf, showsMore } from './write-phase.ts';

/** A note that waits: in whose private document it lies, and whose it is. */
export interface WaitingNote<D = Draft> {
  readonly draft: D;
  readonly owner: ParticipantRecord;
  readonly writer: ParticipantRecord;
}

/** What is shown with a note decides with which others it is shown. */
type Judged = Pick<Draft, 'phase' | 'promise' | 'show'>;

/** Notes of one phase that were promised alike and are shown with as much of their writers. */
export interface NoteGroup<D = Draft> {
  /** As `phaseKeyOf` says. */
  readonly phase: string;
  readonly promised: Anonymity;
  readonly identity: Anonymity;
  readonly notes: readonly WaitingNote<D>[];
  /** May be shown: it names its writers' units at least, or rests on enough people. */
  readonly holds: boolean;
}

/** Written on a device of the writer's own: what a facilitator wrote for a person is not. */
export function isOwn({ owner, writer }: Pick<WaitingNote, 'owner' | 'writer'>): boolean {
  return owner.id === writer.id;
}

/** What is shown with a note: what was promised, or more by its writer's own choice for a note of their own. */
export function shownWith(note: WaitingNote<Judged>, session: Session): Anonymity {
  const promised = anonymityOf(note.draft, session);
  return note.draft.show !== null && isOwn(note) && showsMore(note.draft.show, promised)
    ? note.draft.show
    : promised;
}

/**
 * Sorts notes by phase and by what is shown with them. Notes without name and unit may be shown where at least
 * `FLOOR` people wrote some of them on their own devices.
 */
export function groupNotes<D extends Judged>(
  notes: readonly WaitingNote<D>[],
  session: Session,
): readonly NoteGroup<D>[] {
  const groups = new Map<string, Omit<NoteGroup<D>, 'holds'> & { notes: WaitingNote<D>[] }>();
  for (const note of notes) {
    const [phase, identity] = [phaseKeyOf(note.draft, session), shownWith(note, session)];
    const promised = anonymityOf(note.draft, session);
    const key = `${promised}/${identity}/${phase}`;
    const group = groups.get(key) ?? { phase, promised, identity, notes: [] };
    group.notes.push(note);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    holds: group.identity !== 'anonymous' || restsOn(group.notes) >= FLOOR,
  }));
}

/**
 * Phases without names, not revealed yet, in which too few wrote without one: nothing of these is shown, that nothing can
 * be subtracted. Where a phase promised others less, one note that was promised more keeps theirs from nobody.
 */
export function phasesOfFew(groups: readonly NoteGroup<unknown>[], session: Session): ReadonlySet<string> {
  const few = groups.filter(({ holds, phase }) => !holds && !Object.hasOwn(session.revealed, phase));
  const promisedLess = new Set(
    groups.filter(({ promised }) => promised !== 'anonymous').map(({ phase }) => phase),
  );
  return new Set(few.map(({ phase }) => phase).filter((phase) => !promisedLess.has(phase)));
}

function restsOn(notes: readonly WaitingNote<unknown>[]): number {
  return new Set(notes.filter(isOwn).map(({ writer }) => writer.id)).size;
}
