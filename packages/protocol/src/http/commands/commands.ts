import type { SentBody, AnswerBody } from '../declared.ts';
import { AGENDA_COMMANDS } from './agenda.ts';
import { ATTENTION_COMMANDS } from './attention.ts';
import { BOARD_COMMANDS } from './board.ts';
import { DEAL_COMMANDS } from './deal.ts';
import { HIDDEN_COMMANDS } from './hidden.ts';
import { PEOPLE_COMMANDS } from './people.ts';
import { VERSION_COMMANDS } from './versions.ts';
import { VOTE_COMMANDS } from './vote.ts';

/** Everything that facilitators can have done, by `type`. */
export const COMMANDS = {
  ...AGENDA_COMMANDS,
  ...ATTENTION_COMMANDS,
  ...DEAL_COMMANDS,
  ...HIDDEN_COMMANDS,
  ...VOTE_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...VERSION_COMMANDS,
  ...BOARD_COMMANDS,
} as const;
export type CommandType = keyof typeof COMMANDS;

/** What is sent to have commands of these types done. */
export type CommandBody<T extends CommandType = CommandType> = {
  [K in T]: { readonly type: K } & SentBody<(typeof COMMANDS)[K]['body']>;
}[T];

export type CommandAnswer<T extends CommandType> = AnswerBody<(typeof COMMANDS)[T]['answer']>;
