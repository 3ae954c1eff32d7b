import { uint32 } from 'lib0/random';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;

/** A fresh record id: 12 characters of base 36 (62 bits). Needs no secure context, unlike `crypto.randomUUID`. */
export function newId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    // 2^32 is not a multiple of 36; the bias of 4 in 4 billion is harmless for ids.
    id += ALPHABET[uint32() % ALPHABET.length];
  }
  return id;
}
