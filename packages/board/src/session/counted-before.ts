import type * as Y from 'yjs';
import { recordOf, rootOf } from '../doc.ts';
import { voteRoundSchema, type VoteRound } from '../schema/vote-round.ts';
import { UNIT_MIN_VOTERS } from './pooled-units.ts';
import type { OpenRound } from '../schema/round.ts';

type ByUnit = Pick<VoteRound, 'byUnit' | 'votersByUnit'>;

/**
 * Results by unit that were shown of the same ballots before, when the closing of a round was taken back: also those of
 * rounds that somebody has taken off the board since.
 */
export function countedBefore(doc: Y.Doc, { id, ballots }: Pick<OpenRound, 'id' | 'ballots'>): ByUnit[] {
  const same = ballots ?? id;
  return [...rootOf(doc, 'voteRounds').keys()].flatMap((other) => {
    const record = recordOf(doc, 'voteRounds', other);
    const kept: unknown = record?.get('ballots') ?? other;
    if (record === null || kept !== same || other === id) return [];
    const read = voteRoundSchema.safeParse({ ...record.toJSON(), text: '' });
    return read.success ? [read.data] : [];
  });
}

/**
 * Whether two results by unit that count the same ballots, one after the other, let nobody be found out by subtraction:
 * each name stands for the same votes as before, or for three voters more or less.
 */
export function mayFollow(before: ByUnit, now: ByUnit): boolean {
  const names = Object.keys(now.votersByUnit);
  const known = Object.keys(before.votersByUnit);
  if (known.length === 0) return true;
  if (names.length !== known.length || names.some((name) => !known.includes(name))) return false;
  return names.every((name) => {
    const more = Math.abs((now.votersByUnit[name] ?? 0) - (before.votersByUnit[name] ?? 0));
    return more >= UNIT_MIN_VOTERS || (more === 0 && sayTheSame(name, before, now));
  });
}

function sayTheSame(name: string, before: ByUnit, now: ByUnit): boolean {
  const items = new Set([...Object.keys(before.byUnit), ...Object.keys(now.byUnit)]);
  return [...items].every((item) => (before.byUnit[item]?.[name] ?? 0) === (now.byUnit[item]?.[name] ?? 0));
}
