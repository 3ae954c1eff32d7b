import type * as Y from 'yjs';
import { recordOf, rootOf } from '../doc.ts';
import { voteRoundSchema, type VoteRound } from '../schema/vote-round.ts';

/** Every closed round as it was counted: also those taken off the board since, and none read through merges. */
export function closedRoundsEver(doc: Y.Doc): readonly VoteRound[] {
  return [...rootOf(doc, 'voteRounds').keys()].flatMap((id) => {
    const record = recordOf(doc, 'voteRounds', id);
    if (record === null) return [];
    const read = voteRoundSchema.safeParse({ ...record.toJSON(), text: '' });
    return read.success ? [{ id, ...read.data }] : [];
  });
}
