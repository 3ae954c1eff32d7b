import type { ATTENTION_COMMANDS as DECLARED } from '@coherence/protocol/http';
import type { Handlers } from './command.ts';
import { changeSession } from './change-session.ts';

/** Where everybody looks, what the projector shows, and who may write. */
export const ATTENTION_COMMANDS: Handlers<typeof DECLARED> = {
  pause: (context, { mayEdit }) => changeSession(context, () => ({ paused: true, mayEdit })),
  resume: (context) => changeSession(context, () => ({ paused: false })),

  bring: (context, { view, target }) =>
    changeSession(context, () => ({ bring: { view, target, at: context.now } })),

  show: (context, show) => changeSession(context, () => ({ show })),
};
