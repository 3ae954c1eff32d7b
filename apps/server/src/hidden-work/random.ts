import { randomInt } from 'node:crypto';

const FINE = 2 ** 47;

/** A number in [0, 1) that nobody can foresee: from where a note stands nobody may work out who wrote it. */
export const random = (): number => randomInt(FINE) / FINE;
