import { describe, expect, it } from 'vitest';
import { hasVisibleSign, nameKey, plainLine, plainName, plainText } from './letters.ts';

describe('[LETTER1] control signs of a text', () => {
  it.each([
    ['a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['a\0b', 'a b'],
    ['a\u0001\u0002b\u009fc', 'a b c'],
    ['Ana \u202eyranidro', 'Ana yranidro'],
    ['\u2068Ana\u2069 says', 'Ana says'],
    ['a\u202db\u202c', 'a b'],
    ['a \u0007 b', 'a  b'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
    expect(plainText(plain)).toBe(plain);
  });

  it.each(['tab\tand\nline', '👩🏽‍🏫', 'می‌خواهم', 'معلمون \u200f(3 من 5).', 'e\u0301', 'Núñez'])(
    '%j stays as it is',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );
});

describe('[LETTER3] a name', () => {
  it.each([
    '',
    ' ',
    '\u200b',
    '\u3164',
    '\u2060',
    '\u115f',
    '\uffa0',
    '\u200b\u200b',
    '\u202e',
    '\u061c',
    '\ufeff',
    '\u00ad',
    '\u0301\u0308',
    '\u2800',
    '\u{e0041}',
    '\ufe0f',
    '\0\n',
  ])('%j has no visible sign, so it is none', (name) => {
    expect([plainName(name), hasVisibleSign(name)]).toEqual(['', false]);
  });

  it.each([
    '李',
    '🎓',
    '19',
    'ع',
    'q̓',
    '…',
    "Ana (she/her) O'Brien-Núñez, Ph.D.",
    '🎓 Early Learning 👩🏽‍🏫',
    '\u3164a',
    'ไทย',
  ])('%j has one', (name) => {
    expect(plainName(name)).toBe(name);
  });

  it('stands in one line with single blanks', () => {
    expect(plainName(' Ana\t\u202eB\n C\u0000 ')).toBe('Ana B C');
    expect(plainName('\u061c\u061c19')).toBe('\u061c\u061c19');
  });
});

it('[LETTER2] a name in two forms of Unicode is one name, of full width or with unseen signs, too', () => {
  const key = nameKey('Thị Núñez');
  for (const name of [
    'Thị Núñez'.normalize('NFD'),
    'thị  núñez',
    'Thị\u00a0Núñez',
    'Ｔｈị Núñez',
    'Thị\u200b Núñez',
    '\u202aThị Núñez\u202c',
  ])
    expect([name, nameKey(name)]).toEqual([name, key]);
  expect(plainLine('Nu\u0301n\u0303ez')).toBe('Núñez');
  expect(nameKey('Nunez')).not.toBe(nameKey('Núñez'));
});
