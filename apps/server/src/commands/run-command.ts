import { ROLES } from '@coherence/protocol';
import { setMeta, TITLE_MAX } from '@coherence/board';
import { z } from 'zod';
import { newCode, newInvite } from '../auth/secrets.ts';
import { ApiError } from '../errors.ts';
import { ATTENTION_COMMANDS } from './attention-commands.ts';
import { DEAL_COMMANDS } from './deal-commands.ts';
import { HIDDEN_COMMANDS } from './hidden/hidden-commands.ts';
import { PHASE_COMMANDS } from './agenda/phase-commands.ts';
import { sharedKey, withBoard } from '../boards/board-reader.ts';
import { command } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { keepRestorePoint } from './restore-points.ts';
import { ROOM_COMMANDS } from './make-room.ts';
import { VERSION_COMMANDS } from './version-commands.ts';
import { PEOPLE_COMMANDS } from './people-commands.ts';

const CODE_ATTEMPTS = 20;

/** What facilitators can do, by `type`. */
const COMMANDS: Readonly<Record<string, Command>> = {
  ...PHASE_COMMANDS,
  ...ATTENTION_COMMANDS,
  ...DEAL_COMMANDS,
  ...HIDDEN_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...VERSION_COMMANDS,
  ...ROOM_COMMANDS,

  'rotate-invite': command(
    z.object({ role: z.enum(ROLES) }),
    async ({ shares, storage, board }, { role }) => {
      const invite = { secret: newInvite(), board: board.id, role };
      await storage.putInvite(invite);
      shares.startsAnew(board.id);
      return { role, invite: invite.secret };
    },
  ),

  'rotate-code': command(z.object({}), async ({ shares, storage, board }) => {
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = newCode();
      if (!(await storage.putCode(board.id, code)).ok) continue;
      shares.startsAnew(board.id);
      return { code };
    }
    throw new Error('no free board code found');
  }),

  'rename-board': command(
    z.object({ title: z.string().trim().min(1).max(TITLE_MAX) }),
    async ({ registry, board }, { title }) => {
      const renamed = await withBoard(registry, board, (room) => room.edit((doc) => setMeta(doc, { title })));
      if (!renamed.ok) throw new ApiError('bad-request', renamed.error.message);
      return { title };
    },
  ),
};

/** Commands that read, keep or replace all of a board. */
const USES_WHOLE: ReadonlySet<string> = new Set([
  'phase',
  'reveal',
  'vote-open',
  'vote-close',
  'deal',
  'redact',
  'set-agenda',
  'version-save',
  'version-restore',
]);

function usesWhole({ shares, registry, board, address }: CommandContext): void {
  shares.usesWhole(board.id, address, registry.peek(sharedKey(board))?.size().bytes ?? 0);
}

/** Runs `{type, ...}`. Throws `unknown-command`, or what the command refuses. */
export async function runCommand(
  context: CommandContext,
  body: { type: string },
): Promise<Record<string, unknown>> {
  const found = Object.hasOwn(COMMANDS, body.type) ? COMMANDS[body.type] : undefined;
  if (found === undefined) {
    throw new ApiError('unknown-command', `There is ${Object.keys(COMMANDS).join(', ')}.`);
  }
  if (USES_WHOLE.has(body.type)) usesWhole(context);
  await keepRestorePoint(context, body);
  return found(context, body);
}
