import { type CommandDeclaration, COMMANDS, type CommandType, MOVES } from '@coherence/protocol/http';
import { payForWhole } from '../boards/pay-for-whole.ts';
import { refusedFor } from '../errors.ts';
import { checked } from '../http/request-body.ts';
import { PHASE_COMMANDS } from './agenda/phase-commands.ts';
import { ATTENTION_COMMANDS } from './attention-commands.ts';
import { BOARD_COMMANDS } from './board-commands.ts';
import type { CommandContext, Handlers } from './command.ts';
import { DEAL_COMMANDS } from './deal-commands.ts';
import { HIDDEN_COMMANDS } from './hidden/hidden-commands.ts';
import { VOTE_COMMANDS } from './hidden/vote-commands.ts';
import { PEOPLE_COMMANDS } from './people-commands.ts';
import { moveRoom } from './room-moves.ts';
import { keepRestorePoint } from './restore-points.ts';
import { VERSION_COMMANDS } from './version-commands.ts';

const HANDLERS: Handlers<typeof COMMANDS> = {
  ...PHASE_COMMANDS,
  ...ATTENTION_COMMANDS,
  ...DEAL_COMMANDS,
  ...HIDDEN_COMMANDS,
  ...VOTE_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...VERSION_COMMANDS,
  ...BOARD_COMMANDS,
};

const isDeclared = (type: string): type is CommandType => Object.hasOwn(COMMANDS, type);

/** Runs `{type, ...}` as it is declared. Throws `unknown-command`, or what the command refuses. */
export async function runCommand(
  context: CommandContext,
  body: { type: string; id?: unknown },
): Promise<object> {
  const { type } = body;
  if (!isDeclared(type)) {
    throw refusedFor('commands', { commands: Object.keys(COMMANDS).join(', ') });
  }
  const declared: CommandDeclaration = COMMANDS[type];
  const { movesFrom, ...input } = checked(declared.body, body) as { readonly movesFrom?: number };
  const run = async (): Promise<object> => {
    if (declared.whole === true) await payForWhole(context, context.board, context.address);
    if (declared.restorePoint !== undefined) await keepRestorePoint(context, declared.restorePoint, body);
    // Which body a handler takes is known by the type that both are found under.
    return (HANDLERS[type] as (of: CommandContext, input: unknown) => Promise<object>)(context, input);
  };
  const group = MOVES[type];
  return group === null ? run() : moveRoom(context, { group, type, from: movesFrom }, run);
}
