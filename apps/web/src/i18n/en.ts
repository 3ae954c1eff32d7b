import { canvas } from './en/canvas.ts';
import { grid } from './en/grid.ts';
import { join } from './en/join.ts';
import { people } from './en/people.ts';
import { room } from './en/room.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { transfer } from './en/transfer.ts';
import { units } from './en/units.ts';

/** The UI words in English that every page needs, one section a file. Sections that a screen brings along are in `later.ts`. */
export const en = {
  canvas,
  grid,
  join,
  people,
  room,
  share,
  shell,
  start,
  transfer,
  units,
} as const;
