import { accept, problem, refuse, type Checked } from '../refusal/failure.ts';
import { isCertainlyWestern } from './western-page.ts';

/**
 * The text of a file: UTF-8 or UTF-16, with a mark or without, or the Western code page of Windows where no letter can be
 * another one. All else is refused with the place of the first letter in doubt; none is ever lost.
 */
export function decodeBytes(bytes: Uint8Array): Checked<string> {
  const wide = wideName(bytes);
  if (wide !== null) return decoded(bytes, wide);
  const text = strictly(bytes, 'utf-8');
  if (text !== null) return accept(text);
  if (isCertainlyWestern(bytes)) return decoded(bytes, 'windows-1252');
  return inDoubt(new TextDecoder('windows-1252').decode(bytes.subarray(0, firstFault(bytes))));
}

function decoded(bytes: Uint8Array, encoding: string): Checked<string> {
  const text = strictly(bytes, encoding);
  if (text !== null) return accept(text);
  const loose = new TextDecoder(encoding).decode(bytes);
  return inDoubt(loose.slice(0, loose.indexOf('\uFFFD')));
}

/** Null where a sign of it is none in this encoding. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `before`: the text up to the letter in doubt. */
function inDoubt(before: string): Checked<never> {
  const lines = before.split(/\r\n?|\n/);
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return refuse('unknown-format', [problem('', 'letter-unknown', place)], 'save-as-utf-8');
}

/** UTF-16 by its mark, or by the zeros that Latin letters have in it. */
function wideName(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, 64);
  const zeros = [0, 1].map((odd) => begin.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  const many = begin.length / 4;
  if (odd >= many && even === 0 && begin.length > 1) return 'utf-16le';
  return even >= many && odd === 0 && begin.length > 1 ? 'utf-16be' : null;
}

/** Where the bytes stop being UTF-8. A sign for a lost letter that stands in the file itself is none of ours. */
function firstFault(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let [at, from] = [0, 0];
  for (;;) {
    const sign = text.indexOf('\uFFFD', from);
    if (sign < 0) return bytes.length;
    at += encoder.encode(text.slice(from, sign)).length;
    if (!(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) return at;
    at += 3;
    from = sign + 1;
  }
}
