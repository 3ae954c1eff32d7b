import { agenda } from './en/agenda.ts';
import { canvas } from './en/canvas.ts';
import { console } from './en/console.ts';
import { create } from './en/create.ts';
import { grid } from './en/grid.ts';
import { join } from './en/join.ts';
import { keep } from './en/keep.ts';
import { live } from './en/live.ts';
import { map } from './en/map.ts';
import { notSent } from './en/not-sent.ts';
import { outline } from './en/outline.ts';
import { people } from './en/people.ts';
import { preflight } from './en/preflight.ts';
import { rehearse } from './en/rehearse.ts';
import { room } from './en/room.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { transfer } from './en/transfer.ts';
import { units } from './en/units.ts';
import { versions } from './en/versions.ts';
import { write } from './en/write.ts';

/**
 * The UI words in English, one section a file; a second language is a second file of this shape. Sections that a screen
 * can bring along are in `later.ts`.
 */
export const en = {
  agenda,
  canvas,
  console,
  create,
  grid,
  join,
  keep,
  live,
  map,
  notSent,
  outline,
  people,
  preflight,
  rehearse,
  room,
  share,
  shell,
  start,
  transfer,
  units,
  versions,
  write,
} as const;
