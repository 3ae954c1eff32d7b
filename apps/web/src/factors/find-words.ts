/**
 * A text as searches compare it: forms of Unicode, case, accents, signs that cannot be seen and curly quotation marks put
 * aside, as people type when they search.
 */
export function findable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}

/** The words that somebody looks for; none for blanks. */
export function wantedWords(find: string): readonly string[] {
  return findable(find).split(/\s+/).filter(Boolean);
}
