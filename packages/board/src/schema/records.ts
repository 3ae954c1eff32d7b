import type * as z from 'zod/mini';
import type { RecordRoot } from '../doc.ts';
import { drawingSchema } from './drawing.ts';
import { factorSchema } from './factor.ts';
import { loopSchema, tensionSchema } from './finding.ts';
import { groupSchema } from './group.ts';
import { influenceSchema } from './influence.ts';
import { noteSchema } from './note.ts';
import { actionSchema, assetSchema, needSchema, strategySchema } from './plan.ts';
import { unitSchema } from './unit.ts';
import { voteRoundSchema } from './vote-round.ts';

/** The one table from root name to what its records must look like. */
export const RECORD_SCHEMAS = {
  units: unitSchema,
  factors: factorSchema,
  influences: influenceSchema,
  groups: groupSchema,
  tensions: tensionSchema,
  loops: loopSchema,
  needs: needSchema,
  assets: assetSchema,
  strategies: strategySchema,
  actions: actionSchema,
  notes: noteSchema,
  drawings: drawingSchema,
  voteRounds: voteRoundSchema,
} as const satisfies Record<RecordRoot, z.ZodMiniType>;

export type RecordValue<R extends RecordRoot> = { readonly id: string } & Readonly<
  z.infer<(typeof RECORD_SCHEMAS)[R]>
>;
