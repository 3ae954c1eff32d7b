import { PASTE_MAX } from '@coherence/board';
import { readPasted, type Pasted } from '@coherence/lists';
import { inPieces } from './in-pieces.ts';

export type PastedFactors = {
  /** One text for each factor, at most PASTE_MAX, none longer than TEXT_MAX. */
  readonly texts: readonly string[];
  /** How many more lines the paste held. */
  readonly left: number;
  /** The first text that was left out, so that a person knows where to go on. */
  readonly next: string | null;
};

/** Reads a pasted list as factors: one for each line, or for each row of a sheet. */
export function readFactors(pasted: Pasted): PastedFactors {
  const { rows, unread } = readPasted(pasted);
  const texts = rows.map((row) => row.filter((cell) => cell !== '').join(', ')).flatMap(inPieces);
  return {
    texts: texts.slice(0, PASTE_MAX),
    left: Math.max(0, texts.length - PASTE_MAX) + unread,
    next: texts[PASTE_MAX] ?? null,
  };
}
