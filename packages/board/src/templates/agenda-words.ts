import type { PhaseInput } from '../schema/phase.ts';

/** A phase as it stands in a template or a file: without an id of its own. */
export type PhaseWords = Omit<PhaseInput, 'id'>;
