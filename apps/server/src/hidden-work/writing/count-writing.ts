import type { Draft, Session } from '@coherence/board';
import type { ParticipantRecord } from '../../storage/storage.ts';
import { groupNotes, phasesOfFew } from './floor.ts';
import type { WaitingNote } from './floor.ts';
import { anonymityOf } from './write-phase.ts';

/** What is known of a draft while it is counted. */
export type CountedDraft = Pick<Draft, 'for' | 'phase' | 'promise' | 'show'>;

/**
 * Counts of what a reveal would show now, and of people who are done, by unit id ("" for none). Where no unit was
 * promised notes and their writers count under "", so that no person sees in which unit one was written or came late.
 * Of notes that rest on too few people nothing is counted: `few` says that there are some.
 */
export function countWriting(
  waiting: readonly WaitingNote<CountedDraft>[],
  done: readonly Pick<ParticipantRecord, 'unit'>[],
  session: Session,
): Session['writing'] {
  const groups = groupNotes(waiting, session);
  const held = phasesOfFew(groups, session);
  const notes = groups
    .filter(({ holds, phase }) => holds && !held.has(phase))
    .flatMap((group) => group.notes)
    .map((note) => ({
      writer: note.writer.id,
      unit: anonymityOf(note.draft, session) === 'anonymous' ? '' : note.writer.unit,
    }));
  const people = new Map(notes.map(({ writer, unit }) => [`${unit}/${writer}`, unit]));
  return {
    drafts: countBy(notes.map(({ unit }) => unit)),
    people: countBy([...people.values()]),
    done: countBy(done.map(({ unit }) => unit)),
    ...(held.size > 0 ? { few: true } : {}),
  };
}

function countBy(units: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return Object.fromEntries(counts);
}

export const NOTHING_WRITTEN: Session['writing'] = { drafts: {}, people: {}, done: {} };
