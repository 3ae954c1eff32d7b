import { PASTE_MAX } from '@coherence/board';
import { inPieces } from './in-pieces.ts';

export type PastedFactors = {
  /** One text for each factor, at most PASTE_MAX, none longer than TEXT_MAX. */
  readonly texts: readonly string[];
  /** How many more lines the paste held. */
  readonly left: number;
  /** The first text that was left out, so that a person knows where to go on. */
  readonly next: string | null;
};

/** The factors of these lines; `unread`: how many more lines there were. */
export function pastedFactors(lines: readonly string[], unread = 0): PastedFactors {
  const texts = lines.flatMap(inPieces);
  return {
    texts: texts.slice(0, PASTE_MAX),
    left: Math.max(0, texts.length - PASTE_MAX) + unread,
    next: texts[PASTE_MAX] ?? null,
  };
}
