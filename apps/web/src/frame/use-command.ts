import { moveGroupOf } from '@coherence/protocol';
import type { CommandAnswer, CommandBody, CommandType } from '@coherence/protocol/http';
import { sayFailure } from '../live/failure.ts';
import { command, type Answer } from '../live/server/api.ts';
import { useLive } from '../live/live-context.tsx';
import type { LiveBoard } from '../live/open-board.ts';
import { movesOf } from '../live/moves/moves-of.ts';
import { notify } from './notices.ts';

/** The words for a command that was refused, with the reason in them; null where nothing is said. */
type SayRefused = (why: string, code: string) => string | null;

/**
 * Sends a command and gives its answer; what the server refuses is said in a corner. One that moves the room says from
 * where; that another facilitator was quicker is no mistake, and not said as one.
 */
export async function sendCommand<T extends CommandType>(
  live: Pick<LiveBoard, 'id' | 'me' | 'doc' | 'client'>,
  body: { readonly type: T } & CommandBody<T>,
  sayRefused: SayRefused,
): Promise<Answer<CommandAnswer<T>>> {
  const group = moveGroupOf(body.type);
  const sent = group === null ? body : { ...body, movesFrom: movesOf(live).from(group) };
  const answer = await command(live.id, live.me.token, sent);
  if (!answer.ok && answer.error.code === 'room-moved') {
    notify(sayFailure(answer.error));
    return answer;
  }
  const words = answer.ok ? null : sayRefused(sayFailure(answer.error), answer.error.code);
  if (words !== null) notify(words, 'wrong');
  return answer;
}

/** `sendCommand` for the open board; answers whether the command was done. */
export function useCommand(sayRefused: SayRefused): (body: CommandBody) => Promise<boolean> {
  const live = useLive();
  // From here on is known what this person sees move.
  movesOf(live);
  return async (body) => (await sendCommand(live, body, sayRefused)).ok;
}
