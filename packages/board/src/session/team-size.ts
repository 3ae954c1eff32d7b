import type { Mode } from '../schema/phase.ts';

/** Rooms have no lists of their own: seven is what a table and a video call hold. Work for everyone is dealt to pairs. */
const SIZES: Readonly<Record<Mode, number>> = {
  alone: 1,
  plenary: 2,
  pairs: 2,
  threes: 3,
  fours: 4,
  rooms: 7,
};

/** How many people at least work together when work is dealt in a phase. */
export function teamSize(mode: Mode): number {
  return SIZES[mode];
}

/** Into how many teams people are dealt: a person left over joins one, so that no person is alone. */
export function teamCount(people: number, size: number): number {
  return people === 0 ? 0 : Math.max(1, Math.floor(people / size));
}
