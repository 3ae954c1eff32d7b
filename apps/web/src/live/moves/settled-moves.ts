import { readMoves, watchSession, type Session } from '@coherence/board';
import type { MoveGroup } from '@coherence/protocol';
import type { Doc } from 'yjs';

/** Who presses a button so soon after another person has moved the room decided before it moved. */
const DECIDE_MS = 1000;

/** How often the room was moved, as far as this person can have taken it in. */
export type SettledMoves = {
  /** What a command of this group says it starts from. */
  from(group: MoveGroup): number;
  /** What is on the screen now counts as seen: the board has just been opened. */
  settle(): void;
  stop(): void;
};

type Seen = { readonly n: number; readonly before: number; readonly since: number };

/**
 * Watches what moves the room, so that a press tells the server from where: within a second after another person's move
 * it is still the place before that move. Own moves are seen at once. `steady`: milliseconds that never jump.
 */
export function watchMoves(doc: Doc, me: string, steady: () => number): SettledMoves {
  const seen = new Map<MoveGroup, Seen>();
  const look = (isSettled: boolean): void => {
    const moves: Session['moves'] = readMoves(doc);
    for (const group of ['room', 'walk', 'clock'] as const) {
      const { n, by } = moves[group];
      const known = seen.get(group);
      if (isSettled || known === undefined || by === me) seen.set(group, { n, before: n, since: -Infinity });
      else if (n !== known.n) seen.set(group, { n, before: settled(known), since: steady() });
    }
  };
  const settled = ({ n, before, since }: Seen): number => (steady() - since < DECIDE_MS ? before : n);
  look(true);
  const stop = watchSession(doc, () => look(false));
  return {
    from: (group) => settled(seen.get(group) ?? { n: 0, before: 0, since: -Infinity }),
    settle: () => look(true),
    stop,
  };
}
