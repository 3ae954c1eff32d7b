/** How large words are set, by their length in characters: what is short fills the wall. */
export function sizeOf(words: string): 'huge' | 'large' | 'medium' | 'small' {
  const { length } = words;
  if (length <= 90) return 'huge';
  if (length <= 240) return 'large';
  return length <= 600 ? 'medium' : 'small';
}
