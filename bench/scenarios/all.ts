import { coldJoin } from './cold-join.ts';
import { edits } from './edits.ts';
import { besideHostile } from './beside-hostile.ts';
import { hostileWork } from './hostile-work.ts';
import { kill } from './kill.ts';
import { largeBoard } from './large-board.ts';
import { memory } from './memory.ts';
import { presence } from './presence.ts';
import { quietBoards } from './quiet-boards.ts';
import { receivingPage } from './receiving-page.ts';
import type { Scenario } from './scenario.ts';

export const SCENARIOS: readonly Scenario[] = [
  edits(50),
  edits(200),
  edits(500),
  presence(50),
  presence(200),
  quietBoards,
  coldJoin,
  memory,
  kill,
  hostileWork,
  besideHostile,
  receivingPage,
  largeBoard,
];
