import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Without 0 O 1 I L: these are read aloud and typed from a projector. */
const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;

/** A board code: 31^6, about 890 million. Guarded by the guess limiter, not by its length. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** How a typed code is meant: case, blanks and dashes do not matter. Null when it cannot be one. */
export function normalCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((one) => CODE_ALPHABET.includes(one)) ? code : null;
}

/** An invite secret: 128 bits, safe in a URL fragment. */
export function newInvite(): string {
  return randomBytes(16).toString('base64url');
}

/** A device's token: 256 bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compares what a person sent with a secret, in a time that tells nothing of it. */
export function isSameSecret(sent: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(sent)), Buffer.from(hashToken(secret)));
}

/** How long pairing codes are; the long ones where a person guesses. */
export const PAIR_DIGITS = { short: 6, long: 8 } as const;

/** Digits to read from one's first device into the second. */
export function newPairingCode(digits: number): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}
