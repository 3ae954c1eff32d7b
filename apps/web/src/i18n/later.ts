import type { vote } from './en/vote.ts';

/** Sections that are not needed to start, join and work in the grid. Each has a module of its own that brings them. */
export type LaterWords = { readonly vote: typeof vote };
