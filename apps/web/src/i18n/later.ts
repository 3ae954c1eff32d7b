import type { attention } from './en/attention.ts';
import type { projector } from './en/projector.ts';
import type { place } from './en/place.ts';
import type { vote } from './en/vote.ts';
import type { walk } from './en/walk.ts';

/** Sections that are not needed to start, join and work in the grid. Each has a module of its own that brings them. */
export type LaterWords = {
  readonly place: typeof place;
  readonly attention: typeof attention;
  readonly projector: typeof projector;
  readonly vote: typeof vote;
  readonly walk: typeof walk;
};
