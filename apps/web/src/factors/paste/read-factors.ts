import { readPasted, tableOf, type Pasted } from '@coherence/lists';
import { pastedFactors, type PastedFactors } from './pasted-factors.ts';

/** Reads a pasted list as factors: one for each line, or for each row of a table with all its cells. */
export function readFactors(pasted: Pasted): PastedFactors {
  const { rows, unread } = readPasted(pasted);
  return pastedFactors(
    rows.map((row) => row.filter((cell) => cell !== '').join(', ')),
    unread,
  );
}

/** The rows of a paste with several columns, of which a person says what they are; null for a list. */
export function tableIn(pasted: Pasted): readonly (readonly string[])[] | null {
  return tableOf(readPasted(pasted).rows);
}
