import { describe, expect, it } from 'vitest';
import { spacedCode } from './code.ts';
import { readDoor } from './read-door.ts';

const BOARD = 'k3x9w1q7z5ab';
const INVITE = 'Ab-9_xYz01KLmnOPqrST2w';
const LINK = `https://board.example/b/${BOARD}#${INVITE}`;
const DOOR = { kind: 'invite', board: BOARD, invite: INVITE };
const CODE = { kind: 'code', code: 'K7M2QD' };

describe('[ARRIVE1] a link opens the same door', () => {
  const base = `/b/${BOARD}`;
  it.each([
    LINK,
    `${base}#${INVITE}`,
    `${base}/#${INVITE}`,
    `${base} #${INVITE}`,
    `${base}%20#${INVITE}`,
    `/B/${BOARD}#${INVITE}`,
    `//b//${BOARD}#${INVITE}`,
    // Mail protection.
    `${base}%23${INVITE}`,
    `${base}%2523${INVITE}`,
    `${base}%252523${INVITE}`,
    `${base}%EF%BC%83${INVITE}`,
    `${base}&#35;${INVITE}`,
    `${base}?utm_source=teams%23${INVITE}`,
    `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=05%7C01%7Cana%40sea.example%7C0&reserved=0`,
    `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(encodeURIComponent(LINK))}&c=E,1`,
    `https://urldefense.com/v3/__https://board.example/b/${BOARD}*${INVITE}__;Iw!!abc!def$`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__board.example_b_${BOARD}-23${INVITE.replaceAll('-', '-2D').replaceAll('_', '-5F')}&d=DwMFAg&c=x`,
    `https://www.google.com/url?q=${encodeURIComponent(LINK)}&sa=D`,
    // What chats, sentences and trackers put beside it.
    ...['.', ',', ')', '>', '"', '*', '_', '**', '%20', '#', '/', '”', '»', '。', '\u200b', '%E2%80%8B'].map(
      (sign) => LINK + sign,
    ),
    ...['?fbclid=x', '&data=05', '&utm_source=teams', '?utm_source=teams', '%3Ffbclid%3Dx', '#utm=1'].map(
      (sign) => LINK + sign,
    ),
    `${base}?utm_source=teams#${INVITE}`,
    `${base}?view=map&fbclid=x#${INVITE}`,
    `${base}##${INVITE}`,
    `${base}#<${INVITE}>`,
    `${base}#%E2%80%8F${INVITE}`,
    `${base}#${INVITE.slice(0, 9)}\u200b${INVITE.slice(9)}`,
    `<${LINK}>`,
    `[the board](${LINK})`,
    `*${LINK}*`,
    LINK.replaceAll(/[A-Za-z0-9]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfe_e0)),
    // A mail breaks lines.
    `${LINK.slice(0, -7)}=\r\n${LINK.slice(-7)}`,
    `${LINK.slice(0, -7)}\n${LINK.slice(-7)}`,
    // A whole invitation.
    `Dear all,\n\nplease join us on Friday: ${LINK}. Or go to board.example and type the code ABC 234.\nAna`,
    `/join/${encodeURIComponent(LINK)}`,
  ])('%j', (text) => {
    expect(readDoor(text)).toEqual(DOOR);
  });

  it('also by the invite alone, and one that is cut stays what it is', () => {
    expect(readDoor(`#${INVITE}`)).toEqual({ ...DOOR, board: '' });
    expect(readDoor(`/join/${INVITE}`)).toEqual({ ...DOOR, board: '' });
    expect(readDoor(`/b/${BOARD}#Ab-9`)).toEqual({ ...DOOR, invite: 'Ab-9' });
  });

  it.each([
    `/b/${BOARD}`,
    `/b/${BOARD}?view=map`,
    `/b/${BOARD}#?fbclid=x`,
    `/b/${BOARD}#utm_source=x`,
    `${BOARD}/b/${BOARD}).`,
  ])('without an invite %j is the board alone', (text) => {
    expect(readDoor(text)).toEqual({ kind: 'board', board: BOARD });
  });
});

describe('[ARRIVE1] a code is read', () => {
  it.each([
    'K7M2QD',
    'k7m2qd',
    ' K7M 2QD ',
    'k7m-2qd',
    'K7M–2QD',
    'K 7 M 2 Q D',
    '“K7M2QD”',
    '`K7M2QD`',
    'K7M2QD.',
    '*K7M2QD*',
    '\u200bK7M2QD',
    '\u200fK7M2QD',
    'K7M\u00ad2QD',
    'Ｋ７Ｍ２ＱＤ',
    'ｋ７ｍ　２ｑｄ',
    'K۷M۲QD',
    'Code: K7M2QD',
    'Code: k7m 2qd',
    'code k7m2qd',
    'The code is K7M2QD.',
    'Código: k7m2qd',
    'コード：K7M2QD',
    'http://192.168.1.20:4000/join/K7M2QD',
    'http://192.168.1.20:4000/JOIN/k7m2qd?x=1#y',
    'http://192.168.1.20:4000/join/K7M%202QD',
    'https://nam02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fboard.lan%2Fjoin%2FK7M2QD&data=05',
    '<http://board.lan/join/K7M2QD>.',
    'Join at http://board.lan:4000/join/K7M2QD and bring a laptop',
    'We meet in ROOM 204 at 9:30.\nGo to board.lan:4000 and type the code K7M 2QD\nSee you there',
    'Hello all, today we use K7M2QD, see you at ten.',
    'Meeting of the Grants office\n\nkey K7M 2QD',
    `https://board.example/b/${BOARD} (code K7M2QD)`,
  ])('%j', (typed) => {
    expect(readDoor(typed)).toEqual(CODE);
  });

  it('one without a digit in small letters, too, where it stands by itself or is called a code', () => {
    for (const typed of ['abcdef', 'Code: abcdef', 'code abcdef', 'http://board.lan/join/abcdef and more'])
      expect([typed, readDoor(typed)]).toEqual([typed, { kind: 'code', code: 'ABCDEF' }]);
  });

  it('words of a sentence are none', () => {
    for (const text of [
      'There is a better number, and we must attend',
      'AGENDA and BUDGET are attached to this',
    ])
      expect([text, readDoor(text)]).toEqual([text, { kind: 'nothing' }]);
  });

  it('a wrong length says how many there are', () => {
    expect(readDoor('K7M')).toEqual({ kind: 'length', length: 3 });
    expect(readDoor('')).toEqual({ kind: 'length', length: 0 });
    expect(readDoor('\u200b')).toEqual({ kind: 'length', length: 0 });
    expect(readDoor('K7M2QDX')).toEqual({ kind: 'length', length: 7 });
  });

  it('letters that no code has are named, once each', () => {
    expect(readDoor('K0M0IL')).toEqual({ kind: 'letters', letters: '0, I, L' });
  });
});

it('reads any text in one pass: a long one, broken percent signs, nothing but signs', () => {
  for (const text of [
    '%',
    '%E0%A4%A',
    '%zz%23',
    '#'.repeat(5_000),
    'code '.repeat(20_000),
    '/b/'.repeat(20_000),
    ' '.repeat(20_000),
    ':'.repeat(20_000),
    '/b/x?'.repeat(20_000),
    `/b/x${' '.repeat(9_000)}y`,
    'abc2 '.repeat(9_000),
  ])
    expect(['nothing', 'length', 'board']).toContain(readDoor(text).kind);
});

it('a code is read aloud in two halves', () => {
  expect(spacedCode('K7M2QD')).toBe('K7M 2QD');
  expect(spacedCode('K7')).toBe('K7');
});
