import { z } from 'zod';
import { neededNameBody } from '../given-words.ts';
import { idBody } from '../id.ts';
import { command } from './command.ts';

/** Keeping what the board says under a name, and having it say that again. */
export const VERSION_COMMANDS = {
  'version-save': command({
    says: 'Keeps what the board says under a name.',
    body: z.object({ name: neededNameBody }),
    answer: z.object({ id: z.string() }),
    whole: true,
    codes: ['too-many-versions', 'busy'],
  }),
  'version-restore': command({
    says: 'Has the board say again what a version says; `saved`: the version of what was there.',
    body: z.object({ id: idBody }),
    answer: z.object({ saved: z.string() }),
    whole: true,
    codes: ['no-such-version', 'damaged-version', 'too-many-versions', 'busy'],
  }),
  'version-delete': command({
    says: 'Deletes a version.',
    body: z.object({ id: idBody }),
    answer: z.object({}),
    codes: ['no-such-version'],
  }),
} as const;
