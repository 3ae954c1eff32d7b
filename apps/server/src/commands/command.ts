import type { z } from 'zod';
import type { Pairings } from '../auth/pairing.ts';
import { checked } from '../http/request-body.ts';
import type { Files } from '../files/file-thread.ts';
import type { BoardShares } from '../http/shares/board-shares.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { Registry } from '../rooms/registry.ts';
import type { SessionKeeper } from '../session/keeper.ts';
import type { Log } from '../telemetry/log.ts';
import type { BoardRecord, ParticipantRecord, Storage } from '../storage/storage.ts';

export interface CommandContext {
  readonly storage: Storage;
  readonly registry: Registry;
  readonly keeper: SessionKeeper;
  readonly pairings: Pairings;
  readonly files: Files;
  readonly shares: RequestShares;
  readonly boardShares: BoardShares;
  readonly log: Log;
  readonly board: BoardRecord;
  /** The facilitator who commands. */
  readonly by: ParticipantRecord;
  /** Where the command comes from, as limits count it. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type Command = (context: CommandContext, body: unknown) => Promise<Record<string, unknown>>;

/** Checks a body, then runs the command with it. */
export function command<T>(
  schema: z.ZodType<T>,
  run: (context: CommandContext, input: T) => Promise<Record<string, unknown>>,
): Command {
  return (context, body) => run(context, checked(schema, body));
}
