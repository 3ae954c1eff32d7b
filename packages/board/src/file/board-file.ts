import * as z from 'zod/mini';
import { idField } from '../schema/fields.ts';
import { metaSchema } from '../schema/meta.ts';
import { readWhole } from '../schema/read-whole.ts';
import { RECORD_SCHEMAS } from '../schema/records.ts';
import { inNewestFormat } from './file-migrations.ts';

export const BOARD_SCHEMA = 'coherence-board/1';

const withId = <S extends z.core.$ZodShape>(schema: z.ZodMiniObject<S>) => z.extend(schema, { id: idField });
const listOf = <S extends z.core.$ZodShape>(schema: z.ZodMiniObject<S>) =>
  z._default(z.array(withId(schema)), []);

/** Who put a factor where stays in the room. */
const factorInFile = z.omit(RECORD_SCHEMAS.factors, { placings: true });

/**
 * `board.json`: a whole board as one plain file. Lists hold records with their ids; a key that is missing reads as
 * null or empty. Votes are results, never ballots.
 */
export const boardFileSchema = z.object({
  schema: z.literal(BOARD_SCHEMA),
  ...metaSchema.shape,
  units: listOf(z.partial(RECORD_SCHEMAS.units, { rank: true })),
  factors: listOf(factorInFile),
  /** What was merged: `into` says into which factor or merged factor. What cites one of these means that one. */
  merged: listOf(factorInFile),
  influences: listOf(RECORD_SCHEMAS.influences),
  groups: listOf(RECORD_SCHEMAS.groups),
  tensions: listOf(RECORD_SCHEMAS.tensions),
  loops: listOf(RECORD_SCHEMAS.loops),
  needs: listOf(RECORD_SCHEMAS.needs),
  assets: listOf(RECORD_SCHEMAS.assets),
  strategies: listOf(RECORD_SCHEMAS.strategies),
  actions: listOf(RECORD_SCHEMAS.actions),
  notes: listOf(RECORD_SCHEMAS.notes),
  drawings: listOf(RECORD_SCHEMAS.drawings),
  voteRounds: listOf(RECORD_SCHEMAS.voteRounds),
});

export type BoardFile = z.output<typeof boardFileSchema>;
export type BoardFileInput = z.input<typeof boardFileSchema>;

/**
 * Reads a board file in which words may be longer than a board lets people write them: they stay whole (LONG1). Its lists
 * may be of any length, as those of a version kept from before; `overfullLists` says which are longer than a board takes.
 */
export function readBoardFile(
  given: unknown,
):
  | { readonly ok: true; readonly value: BoardFile }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] } {
  return readWhole(boardFileSchema, inNewestFormat(given));
}
