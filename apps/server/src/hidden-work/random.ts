import { randomInt } from 'node:crypto';

const FINE = 2 ** 47;

/** A number in [0, 1) that no person can foresee: from where a note stands no person may work out who wrote it. */
export const random = (): number => randomInt(FINE) / FINE;
