import { codeAmong } from './code-among.ts';
import { CODE_ALPHABET, CODE_LENGTH } from './code.ts';
import { plainLink } from './plain-link.ts';

/** 128 bits in base64url, as `newInvite` of the server makes them. */
const INVITE_LENGTH = 22;
/** A text that is longer is no code with a typing mistake: its letters are not counted. */
const LONGEST_MISTAKE = 12;
/** Of a text that is longer the beginning is read. */
const LONGEST_TEXT = 20_000;

export type DoorReading =
  /** `board` is the one that the link names, '' where there is the invite alone: the invite opens the door by itself. */
  | { readonly kind: 'invite'; readonly board: string; readonly invite: string }
  | { readonly kind: 'code'; readonly code: string }
  /** The address of a board without an invitation: it opens for people who are on the board already. */
  | { readonly kind: 'board'; readonly board: string }
  /** So many characters, which is not as many as a code has. */
  | { readonly kind: 'length'; readonly length: number }
  /** Characters that no code has. */
  | { readonly kind: 'letters'; readonly letters: string }
  /** A longer text that names no code and no link. */
  | { readonly kind: 'nothing' };

/**
 * Behind the `#` at most a quotation mark or bracket; without `#` (a blank, or the `*` of Proofpoint) only a whole invite.
 * A word with `=` behind it is a parameter, unless the line ends there.
 */
const INVITE_LINK =
  /\/b\/+([\w-]+)\/?(?:\?[^\s#]*)?\s{0,3}(?:#[^\w?&=-]{0,3}|[*\s]\s{0,3}(?=[\w-]{22}))([\w-]+)(?![\w-]|=[^\s])/i;
const JOIN_LINK = /\/join\/+([^/?#\n]+)/i;
const BOARD_LINK = /\/b\/+([\w-]+)/i;

/**
 * What door a text names, for what was typed or pasted and for an address: a link or code as mail protection, chats and
 * people leave it, alone or in the middle of an invitation. A link goes before a code. Total.
 */
export function readDoor(text: string): DoorReading {
  const plain = plainLink(text.slice(0, LONGEST_TEXT)).trim();
  const invited = inviteIn(plain);
  if (invited !== null) return invited;
  const [, joined] = JOIN_LINK.exec(plain) ?? [];
  if (joined !== undefined) return inviteAlone(joined) ?? joinCode(joined);
  const code = readCode(plain);
  const [, board] = BOARD_LINK.exec(plain) ?? [];
  return board === undefined || code.kind === 'code' ? code : { kind: 'board', board };
}

function inviteIn(plain: string): DoorReading | null {
  const match = INVITE_LINK.exec(plain);
  if (match === null) return inviteAlone(plain);
  const [link, board = '', written = ''] = match;
  const invite = wholeInvite(written, plain.slice(match.index + link.length));
  return { kind: 'invite', board, invite };
}

/** An invite without its address, as it stands behind the `#`. */
function inviteAlone(plain: string): DoorReading | null {
  const [, invite] = /^#?([\w-]{22})$/.exec(plain) ?? [];
  return invite === undefined ? null : { kind: 'invite', board: '', invite };
}

/** Without letters that chats put behind a link, as `_`; with the next line where a mail broke the invite in two. */
function wholeInvite(written: string, after: string): string {
  const [, rest = ''] = /^=?\r?\n\s*([\w-]+)/.exec(after) ?? [];
  const isBroken = written.length + rest.length === INVITE_LENGTH;
  return isBroken ? written + rest : written.slice(0, INVITE_LENGTH);
}

/** What stands behind `/join/` is the code up to the next blank, or with it. */
function joinCode(joined: string): DoorReading {
  const first = readCode(joined.split(/\s/)[0] ?? '');
  return first.kind === 'code' ? first : readCode(joined);
}

function readCode(text: string): DoorReading {
  const letters = text.replaceAll(/[\s\p{P}\p{S}]+/gu, '').toUpperCase();
  const wrong = [...new Set(letters)].filter((letter) => !CODE_ALPHABET.includes(letter));
  if (letters.length === CODE_LENGTH && wrong.length === 0) return { kind: 'code', code: letters };
  const code = codeAmong(text);
  if (code !== null) return { kind: 'code', code };
  const { length } = [...letters];
  if (length === CODE_LENGTH) return { kind: 'letters', letters: wrong.join(', ') };
  return length > LONGEST_MISTAKE ? { kind: 'nothing' } : { kind: 'length', length };
}
