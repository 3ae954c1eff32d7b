import { MOVING, type MoveGroup } from '../../moves.ts';
import type { CommandType } from './commands.ts';

/** What each command moves. Null: it says what should be, and does no harm where two say so. A new command needs a line. */
export const MOVES: Readonly<Record<CommandType, MoveGroup | null>> = {
  ...MOVING,
  'set-agenda': null,
  pause: null,
  resume: null,
  bring: null,
  show: null,
  redact: null,
  'add-person': null,
  'rename-person': null,
  'move-person': null,
  'set-role': null,
  'remove-person': null,
  'pair-person': null,
  'merge-units': null,
  'set-expected': null,
  'version-save': null,
  'version-restore': null,
  'version-delete': null,
  'rename-board': null,
  'rotate-invite': null,
  'rotate-code': null,
  'make-room': null,
};
