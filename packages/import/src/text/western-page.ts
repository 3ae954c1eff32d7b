/** Letters that stand at one place in the Western and the Central European page of Windows, and ñ, by their bytes. */
const LETTERS = new Set([...'ÁÂÄÇÉËÍÎÓÔÖÚÜÝßáâäçéëíîóôöúüýÑñ'].map((letter) => letter.charCodeAt(0)));
/** More letters side by side than any Western language has: Cyrillic or Greek. */
const RUN_MAX = 2;

/**
 * Whether bytes that are no UTF-8 are Windows-1252 beyond doubt: every letter over ASCII is the same in the pages it is
 * mixed up with, beside a plain letter, and quotation marks and dashes stand where such signs do.
 */
export function isCertainlyWestern(bytes: Uint8Array): boolean {
  let run = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) {
      if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
      run = 0;
    } else {
      run += 1;
      const isSure = LETTERS.has(byte)
        ? run <= RUN_MAX && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]) || run > 1)
        : isSign(byte, bytes[at - 1], bytes[at + 1]);
      if (!isSure) return false;
    }
  }
  return true;
}

/** An apostrophe within or after a word, quotes around words, and dashes between blanks. */
function isSign(byte: number, before: number | undefined, after: number | undefined): boolean {
  if (byte === 0x92) return isLetter(before);
  if (byte === 0x91 || byte === 0x93) return !isLetter(before) && isLetter(after);
  if (byte === 0x94) return !isLetter(after);
  return (byte === 0x96 || byte === 0x97) && before === 0x20 && after === 0x20;
}

function isLetter(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || LETTERS.has(byte))
  );
}
