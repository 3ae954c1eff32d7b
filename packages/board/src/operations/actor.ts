import type { InfluenceBreakout } from '../schema/influence.ts';

/**
 * Who acts, as far as the document may know: the unit, and the breakout they work in, if any. Names of people stay
 * in presence.
 */
export type Actor = { readonly unit: string | null; readonly room?: InfluenceBreakout | null };
