import type { ForeignKind } from '../refusal/foreign-kind.ts';

const SIGNATURES: readonly (readonly [ForeignKind, string])[] = [
  ['pdf', '%PDF'],
  ['rtf', '{\\rtf'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'BM'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['compressed', '\x1f\x8b'],
  ['compressed', '7z\xbc\xaf'],
  ['compressed', 'Rar!'],
  ['compressed', 'BZh'],
  ['compressed', '\xfd7zXZ'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What a file that is no text is, by its first bytes and by what it holds; null for what may be text. */
export function kindOfBytes(bytes: Uint8Array): ForeignKind | null {
  if (begins(bytes, 'PK')) return bytes[2] === 3 || bytes[2] === 5 ? kindOfZip(bytes) : null;
  if (begins(bytes, OLE)) return kindOfOle(bytes);
  if (begins(bytes, 'RIFF') && holds(bytes.subarray(0, 16), 'WEBP')) return 'picture';
  if (holds(bytes.subarray(4, 12), 'ftyp')) return 'picture';
  const [kind = null] = SIGNATURES.find(([, sign]) => begins(bytes, sign)) ?? [];
  // Two letters alone may begin a text.
  return kind === 'picture' && begins(bytes, 'BM') && !bytes.subarray(0, 64).includes(0) ? null : kind;
}

function kindOfZip(bytes: Uint8Array): ForeignKind {
  const isWorkbook = holds(bytes, 'xl/');
  if (!hasSoundDirectory(bytes)) return isWorkbook ? 'workbookDamaged' : 'compressedDamaged';
  if (isWorkbook) return 'workbook';
  if (holds(bytes, 'word/document')) return 'word';
  return holds(bytes, 'ppt/') ? 'slides' : 'compressed';
}

/** Whether the end of a zip file says truly where its list of files begins; anything that changed the bytes moves it. */
function hasSoundDirectory(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= last; at -= 1)
    if (view.getUint32(at, true) === 0x0605_4b50) {
      const files = view.getUint16(at + 10, true);
      const start = view.getUint32(at + 16, true);
      return files === 0 || (start + 4 <= bytes.length && view.getUint32(start, true) === 0x0201_4b50);
    }
  return false;
}

/** Office of before 2007, or a file of today behind a password. */
function kindOfOle(bytes: Uint8Array): ForeignKind {
  const has = (name: string) => holds(bytes, [...name].join('\0'));
  if (has('EncryptedPackage')) return holds(bytes, 'xl/') ? 'workbookLocked' : 'officeLocked';
  if (has('WordDocument')) return 'word';
  return has('PowerPoint Document') ? 'slides' : 'workbook';
}

function begins(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

function holds(bytes: Uint8Array, sign: string): boolean {
  const first = sign.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (begins(bytes.subarray(at, at + sign.length), sign)) return true;
  return false;
}
