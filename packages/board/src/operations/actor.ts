import type { InfluenceRoom } from '../schema/influence.ts';

/**
 * Who acts, as far as the document may know: the unit, and the room or team they work in, if any. Names of people stay
 * in presence.
 */
export type Actor = { readonly unit: string | null; readonly room?: InfluenceRoom | null };
