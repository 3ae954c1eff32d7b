import type { Draft } from '@coherence/board';
import type { ParticipantRecord } from '../../storage/storage.ts';

/** Whose note a draft is that lies in a person's private document; null: of no person who is still here. */
export type WriterOf = (draft: Pick<Draft, 'for'>, owner: ParticipantRecord) => ParticipantRecord | null;

/** Whose private documents hold notes that count: a facilitator who was removed may have written some for others. */
export function mayHoldNotes({ role, removed }: Pick<ParticipantRecord, 'role' | 'removed'>): boolean {
  return !removed || role === 'facilitator';
}

/**
 * A facilitator may write down what a person dictates: the note is that person's and counts for their unit, also when
 * the facilitator was removed since. All others write for themselves, even where their private document claims something else.
 */
export function writersAmong(people: readonly ParticipantRecord[]): WriterOf {
  const byId = new Map(people.map((person) => [person.id, person]));
  return (draft, owner) => {
    if (draft.for === null || draft.for === owner.id || owner.role !== 'facilitator')
      return owner.removed ? null : owner;
    const person = byId.get(draft.for);
    return person === undefined || person.removed ? null : person;
  };
}
