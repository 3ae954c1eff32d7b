/** What a body breaks beyond the types of its fields: schemas refuse with one of these for a message. */
export const BODY_FAULTS = [
  'phase-ids',
  'reserved-phase-id',
  'minutes',
  'items',
  'motion',
  'ticket',
  'id',
] as const;

export type BodyFault = (typeof BODY_FAULTS)[number];

/** The message of a `refine`. */
export function fault(code: BodyFault): BodyFault {
  return code;
}
