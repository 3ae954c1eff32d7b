import type { Line } from './line.ts';

/**
 * The lines that can be let go of the address that has most lines: those that only wait, the longest first, then those
 * that have brought least. No person who is being answered is among them, nor an address with no other person.
 */
export function greediest(byAddress: ReadonlyMap<string, ReadonlySet<Line>>): Line[] {
  let most: ReadonlySet<Line> = new Set();
  for (const lines of byAddress.values()) {
    if (lines.size > most.size && [...lines].some(mayGo)) most = lines;
  }
  return [...most].filter(mayGo).toSorted(leastFirst);
}

const mayGo = ({ state, isWhole }: Line): boolean => state === 'waiting' || !isWhole();

function leastFirst(a: Line, b: Line): number {
  if (a.state !== b.state) return a.state === 'waiting' ? -1 : 1;
  if (a.state === 'waiting') return a.since - b.since;
  return a.socket.bytesRead - b.socket.bytesRead;
}
