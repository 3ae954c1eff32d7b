/** Codes leave out what is easily confused when read from a wall: 0 O 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

export type CodeReading =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'length'; readonly length: number }
  /** Characters that no code has. */
  | { readonly kind: 'letters'; readonly letters: string };

/**
 * Reads what somebody typed or pasted as a code: case, spaces, dashes and dots do not matter, and a pasted join
 * address gives the code at its end.
 */
export function readCode(typed: string): CodeReading {
  const last = /\/join\/([^/?#\s]+)/i.exec(typed)?.[1] ?? typed;
  const letters = last.replaceAll(/[\s\p{P}]+/gu, '').toUpperCase();
  const wrong = [...new Set(letters)].filter((letter) => !ALPHABET.includes(letter));
  if (letters.length === LENGTH && wrong.length === 0) return { kind: 'code', code: letters };
  if (letters.length === LENGTH) return { kind: 'letters', letters: wrong.join(', ') };
  return { kind: 'length', length: [...letters].length };
}

/** A code as people read it: in two halves. */
export function spacedCode(code: string): string {
  return code.length === LENGTH ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}
