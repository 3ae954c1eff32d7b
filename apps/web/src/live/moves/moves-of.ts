import type { Doc } from 'yjs';
import type { LiveBoard } from '../open-board.ts';
import { watchMoves, type SettledMoves } from './settled-moves.ts';

/** By the document of the board: the board's life is its life. */
const watched = new WeakMap<Doc, SettledMoves>();

/** What this person has seen move on an open board, watched from the first time it is asked for. */
export function movesOf({ doc, client, me }: Pick<LiveBoard, 'doc' | 'client' | 'me'>): SettledMoves {
  const known = watched.get(doc);
  if (known !== undefined) return known;
  const moves = watchMoves(doc, me.participantId, () => performance.now());
  watched.set(doc, moves);
  if (!client.synced.getSnapshot()) {
    const stop = client.on('synced', () => {
      moves.settle();
      stop();
    });
  }
  doc.on('destroy', moves.stop);
  return moves;
}
