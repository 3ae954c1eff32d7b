import type { CommandAnswer, CommandBody, CommandType } from '@coherence/protocol/http';
import { sayFailure } from '../live/failure.ts';
import { command, type Answer } from '../live/server/api.ts';
import { useLive } from '../live/live-context.tsx';
import type { LiveBoard } from '../live/open-board.ts';
import { notify } from './notices.ts';

/** The words for a command that was refused, with the reason in them; null where nothing is said. */
type SayRefused = (why: string, code: string) => string | null;

/** Sends a command and gives its answer; what the server refuses is said in a corner. */
export async function sendCommand<T extends CommandType>(
  { id, me }: Pick<LiveBoard, 'id' | 'me'>,
  body: { readonly type: T } & CommandBody<T>,
  sayRefused: SayRefused,
): Promise<Answer<CommandAnswer<T>>> {
  const answer = await command(id, me.token, body);
  const words = answer.ok ? null : sayRefused(sayFailure(answer.error), answer.error.code);
  if (words !== null) notify(words, 'wrong');
  return answer;
}

/** `sendCommand` for the open board; answers whether the command was done. */
export function useCommand(sayRefused: SayRefused): (body: CommandBody) => Promise<boolean> {
  const live = useLive();
  return async (body) => (await sendCommand(live, body, sayRefused)).ok;
}
