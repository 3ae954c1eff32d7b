import { kindOfBytes } from '../kind/kind-of-bytes.ts';
import { refuseKind } from '../kind/refuse-kind.ts';
import type { Checked } from '../refusal/failure.ts';
import { decodeBytes } from './decode-bytes.ts';
import { FILE_LENGTH_MAX, parseText, refuseLength } from './parse-text.ts';

/** No letter has more bytes in any encoding that is read. */
const LETTER_BYTES_MAX = 4;

/** The bytes of a file to a value, as `parseText`; what is no text is refused by its kind. */
export function parseBytes(bytes: Uint8Array): Checked<unknown> {
  if (bytes.length > LETTER_BYTES_MAX * FILE_LENGTH_MAX) return refuseLength();
  const kind = kindOfBytes(bytes);
  if (kind !== null) return refuseKind(kind);
  const text = decodeBytes(bytes);
  return text.ok ? parseText(text.value) : text;
}
