import type { Phase } from '@coherence/board';
import type { LiveBoard } from '../../live/open-board.ts';

/** Opens the vote a phase plans. */
export async function openVoteFromPhase(_live: LiveBoard, _phase: Phase): Promise<void> {}

/** Closes the open vote. */
export async function closeVote(_live: LiveBoard): Promise<void> {}
