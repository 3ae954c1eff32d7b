import type { Language } from '@coherence/words';
import type { CommandDeclaration, ParsedBody, AnswerBody } from '@coherence/protocol/http';
import type { Pairings } from '../auth/pairing.ts';
import type { Files } from '../files/file-thread.ts';
import type { BoardShares } from '../http/shares/board-shares.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import type { OneByOne } from '../queues/one-by-one.ts';
import type { SessionCounts } from '../hidden-work/session-counts.ts';
import type { Log } from '../telemetry/log.ts';
import type { BoardRecord, ParticipantRecord, Storage } from '../storage/storage.ts';

export interface CommandContext {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
  readonly sessionCounts: SessionCounts;
  readonly pairings: Pairings;
  /** Commands that move the room wait here for one another. */
  readonly moves: OneByOne;
  readonly files: Files;
  readonly shares: RequestShares;
  readonly boardShares: BoardShares;
  readonly log: Log;
  readonly board: BoardRecord;
  /** The facilitator who commands. */
  readonly by: ParticipantRecord;
  /** Where the command comes from, as limits count it. */
  readonly address: string;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What does each command of a group of declarations, with the body as its declaration checked it. */
export type Handlers<G extends Readonly<Record<string, CommandDeclaration>>> = {
  readonly [T in keyof G]: (
    context: CommandContext,
    input: ParsedBody<G[T]['body']>,
  ) => Promise<AnswerBody<G[T]['answer']>>;
};
