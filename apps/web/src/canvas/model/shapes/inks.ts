import type { Ink } from '@coherence/board';

/** The colours a drawing can have, in the order they are offered. */
export const INKS = ['ink', 'blue', 'red', 'green', 'yellow', 'violet'] as const satisfies readonly Ink[];
