import type { CommandBody } from '@coherence/protocol/http';
import { t } from '@coherence/words';
import { notify } from './notices.ts';
import { command } from '../live/server/api.ts';
import { useLive } from '../live/live-context.tsx';

type Send = (body: CommandBody) => Promise<boolean>;

/** Sends a command and answers whether it was done; what the server refuses is said in a corner. */
export function useCommand(): Send {
  const { id, me } = useLive();
  return async (body) => {
    const answer = await command(id, me.token, body);
    if (!answer.ok) notify(t('attention.failed', { why: answer.error.message }), 'wrong');
    return answer.ok;
  };
}
