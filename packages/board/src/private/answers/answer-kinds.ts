import * as z from 'zod/mini';

/** More than any round allows; what is beyond the round is cut when ballots are counted. */
const MARK_MAX = 1000;

/**
 * Every kind of answering alone, with what one answer to one item may be. A new kind is a line here; what two devices
 * give adds up item by item for all of them, and none needs a root of its own.
 */
export const ANSWER_KINDS = {
  /** Dots, a rating or a choice of a vote; 0 takes it back. */
  vote: z.int().check(z.minimum(0), z.maximum(MARK_MAX)),
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type AnswerKind = keyof typeof ANSWER_KINDS;
export type AnswerValue<K extends AnswerKind> = z.output<(typeof ANSWER_KINDS)[K]>;
