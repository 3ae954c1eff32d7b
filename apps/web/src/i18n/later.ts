import type { agenda } from './en/agenda.ts';
import type { console } from './en/console.ts';
import type { create } from './en/create.ts';
import type { keep } from './en/keep.ts';
import type { map } from './en/map.ts';
import type { notSent } from './en/not-sent.ts';
import type { outline } from './en/outline.ts';
import type { preflight } from './en/preflight.ts';
import type { progress } from './en/progress.ts';
import type { rehearse } from './en/rehearse.ts';
import type { versions } from './en/versions.ts';
import type { write } from './en/write.ts';
import type { attention } from './en/attention.ts';
import type { projector } from './en/projector.ts';
import type { place } from './en/place.ts';
import type { vote } from './en/vote.ts';
import type { walk } from './en/walk.ts';

/** Sections that are not needed to start, join and work in the grid. Each has a module of its own that brings them. */
export type LaterWords = {
  readonly agenda: typeof agenda;
  readonly console: typeof console;
  readonly create: typeof create;
  readonly keep: typeof keep;
  readonly map: typeof map;
  readonly notSent: typeof notSent;
  readonly outline: typeof outline;
  readonly preflight: typeof preflight;
  readonly progress: typeof progress;
  readonly rehearse: typeof rehearse;
  readonly versions: typeof versions;
  readonly write: typeof write;
  readonly place: typeof place;
  readonly attention: typeof attention;
  readonly projector: typeof projector;
  readonly vote: typeof vote;
  readonly walk: typeof walk;
};
