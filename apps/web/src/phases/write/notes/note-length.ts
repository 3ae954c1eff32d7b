/** What people are advised, in words: short enough to be read aloud. Not a limit. */
export const WORDS_MAX = 12;

export function countWords(text: string): number {
  return text.trim().split(/\s+/u).filter(Boolean).length;
}

/** Whether a note is longer than what one reads aloud easily. A short one may still be on its way. */
export function isLong(text: string): boolean {
  return countWords(text) > WORDS_MAX;
}
