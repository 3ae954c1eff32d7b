import { PROJECTED } from '@coherence/board';
import { z } from 'zod';
import { idBody } from './id-body.ts';
import { command } from './command.ts';
import type { Command } from './command.ts';
import { changeSession } from './change-session.ts';

const PEOPLE_MAX = 500;
const id = idBody;
const name = z.string().min(1).max(200);
const target = id.nullable().default(null);

/** Where everybody looks, what the projector shows, and who may write. */
export const ATTENTION_COMMANDS: Readonly<Record<string, Command>> = {
  pause: command(z.object({ mayEdit: z.array(id).max(PEOPLE_MAX).default([]) }), (context, { mayEdit }) =>
    changeSession(context, () => ({ paused: true, mayEdit })),
  ),
  resume: command(z.object({}), (context) => changeSession(context, () => ({ paused: false }))),

  bring: command(z.object({ view: name, target }), (context, { view, target: at }) =>
    changeSession(context, () => ({ bring: { view, target: at, at: context.now } })),
  ),

  show: command(z.object({ what: z.enum(PROJECTED), target }), (context, show) =>
    changeSession(context, () => ({ show })),
  ),
};
