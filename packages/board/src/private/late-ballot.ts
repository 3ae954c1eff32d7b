import type * as Y from 'yjs';
import { itemsOfRound, type VoteRound } from '../schema/vote-round.ts';
import { readCounted } from './as-counted.ts';
import { givenIn } from './ballot.ts';
import { fitBallot, type RoundRules } from './fit-ballot.ts';

/**
 * Items to which the owner of this document gave something that a closed round has not counted, because it came when
 * the round was closed: given without a connection, or at the last moment. Empty where all of it was counted, and where
 * nothing can be known: of rounds that show no result, came with a file, or were given to by older versions.
 */
export function cameLate(privateDoc: Y.Doc, round: VoteRound): readonly string[] {
  if (round.imported === true || round.withheld !== null) return [];
  const rules: RoundRules = {
    ...round,
    budget: round.budget ?? 0,
    perItem: round.perItem ?? 0,
    items: [...itemsOfRound(round)],
  };
  const { counts } = fitBallot(privateDoc, rules);
  const counted = readCounted(privateDoc, round.id).find(({ person }) => person === null)?.ballot ?? {};
  const said = (marks: readonly number[] | undefined) => JSON.stringify(marks ?? []);
  return [...givenIn(privateDoc, rules)]
    .filter(([item, { at }]) => at > 0 && said(counts[item]) !== said(counted[item]))
    .map(([item]) => item);
}
