import type { Projected, Session } from '@coherence/board';
import { readTarget, writeTarget } from './grid-target.ts';

/** What the facilitator can put on the wall, in the order of the menu. */
export const WALL_CHOICES = [
  'phase',
  'join',
  'grid',
  'map',
  'result',
  'hold',
] as const satisfies readonly Projected[];

type Show = Session['show'];

/** The wall as it says itself what it shows: which of its walls, and page `page` of `pages`. */
type WallNow = { readonly wall: string; readonly page: number; readonly pages: number };

/** Reads what a display says in presence; null for none. */
export function readWall(view: string | null, at: string | null): WallNow | null {
  const [page, pages] = (at ?? '').split('/').map(Number);
  if (view === null) return null;
  return { wall: view, page: page || 1, pages: pages || 1 };
}

/** The same wall, `by` pages on; null where there is none. */
export function turnPage(show: Show, { page, pages }: WallNow, by: 1 | -1): Show | null {
  const next = page + by;
  if (next < 1 || next > pages) return null;
  return { ...show, target: writeTarget({ ...readTarget(show.target), page: next }) };
}

/** A part of the grid on the wall; `words` as in `show`. Null for all of it. */
export function showGrid(words: string | null): Show {
  return { what: 'grid', target: words };
}
