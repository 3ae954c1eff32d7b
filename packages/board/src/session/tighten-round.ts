import type * as Y from 'yjs';
import { ANONYMITIES, type Anonymity, type Phase } from '../schema/phase.ts';
import { readSession, writeSession } from './session.ts';

/**
 * Lets the open round keep more to itself where a new agenda makes its phase do so. It never keeps less than it was
 * opened with, nor does it change once a result of its ballots was shown, or where it is by name as a recorded vote.
 * Only the server calls this, before it writes the agenda.
 */
export function tightenRound(doc: Y.Doc, next: readonly Phase[]): void {
  const { round, agenda } = readSession(doc);
  if (round === null || round.method === 'recorded' || round.ballots !== null) return;
  const promise = (phases: readonly Phase[]) => phases.find(({ id }) => id === round.phase)?.identity;
  const [before, now] = [promise(agenda), promise(next)];
  if (before === undefined || now === undefined) return;
  if (isTighter(now, before) && isTighter(now, round.identity))
    writeSession(doc, { round: { ...round, identity: now } });
}

function isTighter(a: Anonymity, b: Anonymity): boolean {
  return ANONYMITIES.indexOf(a) > ANONYMITIES.indexOf(b);
}
