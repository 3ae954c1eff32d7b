import { CODE_ALPHABET, CODE_LENGTH, readDoor } from '@coherence/protocol';
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A board code: 31^6, about 890 million. Guarded by the guess limiter, not by its length. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** The code that a text names, as `readDoor` reads it. Null where it names none. */
export function normalCode(typed: string): string | null {
  const door = readDoor(typed);
  return door.kind === 'code' ? door.code : null;
}

/** An invite secret: 128 bits, safe in a URL fragment. */
export function newInvite(): string {
  return randomBytes(16).toString('base64url');
}

/** A device's token: 256 bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token of the person whom an attempt to join makes: the same for the same attempt, and as secret as the
 * attempt, which has at least 128 bits.
 */
export function tokenOfAttempt(board: string, attempt: string): string {
  return createHash('sha256').update(`join ${board} ${attempt}`).digest('base64url');
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
