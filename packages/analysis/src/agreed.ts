import type { Link } from './graph.ts';

/** A link that several rooms or teams named, each by itself. */
export type Agreed = {
  readonly from: string;
  readonly to: string;
  readonly polarity: Link['polarity'];
  readonly rooms: number;
};

/**
 * What several rooms see: the links that two or more of them named, whatever their polarities (`mixed`: they agree that there
 * is a link and not which way), most rooms first, then most sources; the same order on every screen.
 */
export function agreedLinks(links: readonly Link[]): readonly Agreed[] {
  return links
    .filter(({ rooms = 0 }) => rooms > 1)
    .toSorted(
      (a, b) =>
        (b.rooms ?? 0) - (a.rooms ?? 0) ||
        (b.sources ?? 1) - (a.sources ?? 1) ||
        inOrder(a.from, b.from) ||
        inOrder(a.to, b.to),
    )
    .map(({ from, to, polarity, rooms = 0 }) => ({ from, to, polarity, rooms }));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
