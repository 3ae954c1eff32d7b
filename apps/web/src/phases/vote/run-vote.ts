import type { CommandBody } from '@coherence/protocol/http';
import {
  addGroupFactors,
  factorOfGroup,
  placeOnMap,
  readSnapshot,
  type Phase,
  type VoteResult,
} from '@coherence/board';
import { t } from '@coherence/words';
import { notify } from '../../frame/notices.ts';
import { sendCommand } from '../../frame/use-command.ts';
import { freePlaces } from '../../factors/map-places.ts';
import type { LiveBoard } from '../../live/open-board.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import { nextSetup, itemsOf, openBody } from './vote-setup.ts';
import { topOnMap } from './top-on-map.ts';

const openRefused = (why: string): string => t('vote.openFailed', { why });

type VotingBoard = Pick<LiveBoard, 'id' | 'me' | 'doc' | 'client' | 'snapshots'>;

/** Opens the vote of a phase as it is set up there. Says why when it was not opened. */
export async function openVoteFromPhase(live: VotingBoard, phase: Phase): Promise<boolean> {
  const setup = nextSetup(live.id, phase);
  const body = openBody(setup, itemsOf(live.snapshots.get(), setup), phase);
  if (body.ok) return openVote(live, body.value);
  notify(openRefused(body.why), 'wrong');
  return false;
}

/** Opens one round. Says why when it was not opened. */
export async function openVote(
  live: VotingBoard,
  body: CommandBody<'vote-open' | 'vote-reopen'>,
): Promise<boolean> {
  return (await sendCommand(live, body, openRefused)).ok;
}

/**
 * Closes the open vote and says what could not be counted. `too-few`: it is still open, as the result would show what one
 * or two people chose.
 */
export async function closeVote(live: VotingBoard): Promise<'closed' | 'too-few' | 'failed'> {
  return closing(live, { type: 'vote-close' });
}

/** Closes the open vote also where nothing of what people chose can be shown. */
export async function closeWithoutResult(live: VotingBoard): Promise<boolean> {
  return (await closing(live, { type: 'vote-close', show: false })) === 'closed';
}

async function closing(
  live: VotingBoard,
  body: CommandBody<'vote-close'>,
): Promise<'closed' | 'too-few' | 'failed'> {
  const answer = await sendCommand(live, body, (why, code) =>
    code === 'too-few' ? null : t('vote.closeFailed', { why }),
  );
  if (!answer.ok) return answer.error.code === 'too-few' ? 'too-few' : 'failed';
  const { spoiled, unread } = answer.value;
  if (spoiled > 0) notify(t('vote.spoiled', { n: spoiled }), 'wrong');
  if (unread > 0) notify(t('vote.unread', { n: unread }), 'wrong');
  return 'closed';
}

/** Begins the open vote anew, by name: its result is shown however few vote. */
export async function voteOpenly(live: VotingBoard): Promise<boolean> {
  return (await sendCommand(live, { type: 'vote-openly' }, openRefused)).ok;
}

/** Ends the open vote without a result. */
export async function callOff(live: VotingBoard): Promise<boolean> {
  const refused = (why: string): string => t('vote.callOffFailed', { why });
  return (await sendCommand(live, { type: 'vote-cancel' }, refused)).ok;
}

/** Puts the top of a result on the map in one undo step; what is there stays where it is. */
export function putTopOnMap(live: LiveBoard, result: VoteResult, count: number): void {
  const { records } = topOnMap(live.snapshots.get(), result, count);
  const placed = runOperation(live, (doc) => {
    addGroupFactors(doc, records);
    const snapshot = readSnapshot(doc);
    const places = freePlaces(
      snapshot,
      records.map((id) => factorOfGroup(snapshot, id) ?? id),
    );
    const done = placeOnMap(doc, [...places]);
    return done.ok ? { ok: true as const, value: places.length } : done;
  });
  if (placed === 0) notify(t('vote.putNone'));
  else if (placed !== null) notify(t('vote.putDone', { n: placed }));
}
