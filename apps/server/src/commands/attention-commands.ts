import { aimOfWords, type Aim } from '@coherence/board';
import type { ATTENTION_COMMANDS as DECLARED } from '@coherence/protocol/http';
import type { Handlers } from './command.ts';
import { changeSession } from './change-session.ts';

/** Where all participants look, what the projector shows, and who may write. */
export const ATTENTION_COMMANDS: Handlers<typeof DECLARED> = {
  pause: (context, { mayEdit }) => changeSession(context, () => ({ paused: true, mayEdit })),
  resume: (context) => changeSession(context, () => ({ paused: false })),

  bring: (context, { view, target }) =>
    changeSession(context, () => ({ bring: { view, target: aimOf(target), at: context.now } })),

  show: (context, { what, target }) =>
    changeSession(context, () => ({ show: { what, target: aimOf(target) } })),
};

function aimOf(target: Aim | string | null): Aim | null {
  return typeof target === 'string' ? aimOfWords(target) : target;
}
