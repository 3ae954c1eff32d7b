const SMALL = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'to', 'a', 'an', 'de', 'la', 'y']);
const LETTERS_MAX = 3;

/** Up to three capital letters that stand for a name: "Curriculum and Instruction" is CI, "Dana" is DA. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()));
  const chosen = telling.length > 0 ? telling : words;
  const [only = '?'] = chosen;
  const letters =
    chosen.length > 1
      ? chosen.map((word) => [...word][0] ?? '').slice(0, LETTERS_MAX)
      : [...only].slice(0, 2);
  return letters.join('').toUpperCase();
}
