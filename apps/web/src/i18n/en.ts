import { canvas } from './en/canvas.ts';
import { create } from './en/create.ts';
import { grid } from './en/grid.ts';
import { join } from './en/join.ts';
import { live } from './en/live.ts';
import { map } from './en/map.ts';
import { notSent } from './en/not-sent.ts';
import { outline } from './en/outline.ts';
import { people } from './en/people.ts';
import { shell } from './en/shell.ts';
import { share } from './en/share.ts';
import { start } from './en/start.ts';
import { transfer } from './en/transfer.ts';

/** Every UI word in English, one section a file; a second language is a second file of this shape. */
export const en = {
  canvas,
  create,
  grid,
  join,
  live,
  map,
  notSent,
  outline,
  people,
  share,
  shell,
  start,
  transfer,
} as const;
