import { setMeta, TITLE_MAX } from '@coherence/board';
import { z } from 'zod';
import { newCode, newInvite } from '../auth/secrets.ts';
import { ApiError } from '../errors.ts';
import { HIDDEN_COMMANDS } from '../session/hidden-commands.ts';
import { PHASE_COMMANDS } from '../session/phase-commands.ts';
import type { ParticipantRecord } from '../storage/storage.ts';
import { ROLES } from '../storage/storage.ts';
import { withBoard } from './board-reader.ts';
import { command } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { applyRole, sessionsOf } from './people.ts';

const CODE_ATTEMPTS = 20;
const ID_MAX = 64;
const personId = z.string().max(ID_MAX);

/** What facilitators can do, by `type`. */
const COMMANDS: Readonly<Record<string, Command>> = {
  ...PHASE_COMMANDS,
  ...HIDDEN_COMMANDS,

  'rotate-invite': command(z.object({ role: z.enum(ROLES) }), async ({ storage, board }, { role }) => {
    const invite = { secret: newInvite(), board: board.id, role };
    await storage.putInvite(invite);
    return { role, invite: invite.secret };
  }),

  'rotate-code': command(z.object({}), async ({ storage, board }) => {
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = newCode();
      if ((await storage.putCode(board.id, code)).ok) return { code };
    }
    throw new Error('no free board code found');
  }),

  'remove-person': command(z.object({ participantId: personId }), async (context, { participantId }) => {
    const person = await personOf(context, participantId);
    if (person.id === context.by.id) throw new ApiError('not-allowed', 'You cannot remove yourself.');
    await context.storage.putParticipant({ ...person, removed: true });
    for (const { session } of sessionsOf(context.registry, person)) session.close('not-allowed');
    return {};
  }),

  'set-role': command(
    z.object({ participantId: personId, role: z.enum(ROLES) }),
    async (context, { participantId, role }) => {
      const person = await personOf(context, participantId);
      if (person.id === context.by.id) throw new ApiError('not-allowed', 'You cannot change your own role.');
      await context.storage.putParticipant({ ...person, role });
      applyRole(context.registry, { ...person, role });
      return { participantId, role };
    },
  ),

  'rename-board': command(
    z.object({ title: z.string().trim().min(1).max(TITLE_MAX) }),
    async ({ registry, board }, { title }) => {
      const renamed = await withBoard(registry, board, (room) => room.edit((doc) => setMeta(doc, { title })));
      if (!renamed.ok) throw new ApiError('bad-request', renamed.error.message);
      return { title };
    },
  ),
};

/** Runs `{type, ...}`. Throws `unknown-command`, or what the command refuses. */
export async function runCommand(
  context: CommandContext,
  body: { type: string },
): Promise<Record<string, unknown>> {
  const found = Object.hasOwn(COMMANDS, body.type) ? COMMANDS[body.type] : undefined;
  if (found === undefined) {
    throw new ApiError('unknown-command', `There is ${Object.keys(COMMANDS).join(', ')}.`);
  }
  return found(context, body);
}

async function personOf({ storage, board }: CommandContext, id: string): Promise<ParticipantRecord> {
  const person = await storage.participant(id);
  if (person === null || person.board !== board.id) throw new ApiError('no-such-person');
  return person;
}
