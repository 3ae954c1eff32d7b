/** How often a mail program and a chat, each with a filter of its own, may have encoded a link. */
const MOST_LAYERS = 6;

/** The zeros of digits that keyboards write beside 0 to 9: Arabic, Persian, Devanagari. */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66] as const;

/**
 * A text without what mail protection, chats and keyboards did to the links and codes in it: percent signs decoded as often
 * as they were encoded, addresses taken out of the wrapping of Proofpoint, full-width signs and other digits plain, signs
 * that cannot be seen gone. Total: what is no encoding stays as it is.
 */
export function plainLink(text: string): string {
  let plain = unwrapped(text);
  for (let layer = 0; layer < MOST_LAYERS && /%[0-9a-f]{2}/i.test(plain); layer += 1)
    plain = decodedOnce(plain);
  return plain
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/&#(?:35|x23);/gi, '#')
    .replaceAll(/[٠-٩۰-۹०-९]/g, plainDigit);
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code < one + 10) ?? code;
  return String(code - zero);
}

/** Decodes each run of percent signs that is UTF-8, and leaves the others. */
function decodedOnce(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replaceAll(/%25/g, '%');
    }
  });
}

/** Version 2 writes `-23` for `#` and `_` for `/`; version 3 a `*`, which `readDoor` takes for the `#` it was. */
function unwrapped(text: string): string {
  return text.replaceAll(
    /https?:\/\/urldefense\.proofpoint\.com\/v2\/url\?u=([^&\s]+)\S*/gi,
    (_, link: string) => link.replaceAll('_', '/').replaceAll(/-([0-9a-f]{2})/gi, '%$1'),
  );
}
