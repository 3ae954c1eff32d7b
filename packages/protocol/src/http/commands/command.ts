import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/**
 * From where a command moves the room (`MOVES`): how often that had been moved (`session.moves`) when the person decided.
 * Left out, as by programs, it moves from wherever the room is and is not counted.
 */
export const movesFrom = z.int().min(0).optional();

/** What is kept of a board before a command changes much. */
export type RestorePoint = 'phase' | 'reveal' | 'vote';

/** One thing that facilitators can have done, by the name it has as `type`. */
export interface CommandDeclaration<B extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  /** What it does, in one line. */
  readonly says: string;
  /** What is sent beside `type`. */
  readonly body: B;
  readonly answer: A;
  /** It reads, keeps or replaces all of a board: it counts against what one address may have of that. */
  readonly whole?: true;
  readonly restorePoint?: RestorePoint;
  /** What it may be refused with, beside what the route of all commands refuses. */
  readonly codes: readonly ErrorCode[];
}

export function command<B extends z.ZodType, A extends z.ZodType>(
  declared: CommandDeclaration<B, A>,
): CommandDeclaration<B, A> {
  return declared;
}
