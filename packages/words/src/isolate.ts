/** Letters that are read from right to left, and signs that turn what follows round. */
const TURNS =
  /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/**
 * A value of a sentence, so that its direction ends with it (LETTER5): one with letters from right to left stands between
 * marks that keep it apart. All others stay as they are.
 */
export function isolated(value: string): string {
  return TURNS.test(value) ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
}
