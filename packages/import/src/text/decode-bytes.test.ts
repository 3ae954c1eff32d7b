import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from '../read-foreign.ts';
import { fieldFile } from '../testing/field.ts';
import { decodeBytes } from './decode-bytes.ts';

const words = (input: Uint8Array) => {
  const read = readForeign(input);
  return read.ok ? read.value.file.factors.map(({ text }) => text) : read.error;
};

/** A text in the code page of Windows, by its numbers there. */
const paged = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const wide = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};
const board = (text: string) =>
  `{"schema":"coherence-board/1","title":"B","factors":[{"id":"f","text":"${text}","kind":"factor"}]}`;

describe('a file saved by Windows', () => {
  test('[ENCODING1] in UTF-16 is read, with a mark and without, in both orders', () => {
    expect(words(fieldFile('23-utf16-le.json'))).toEqual(['Régimen de datos']);
    for (const isLittle of [true, false])
      for (const mark of ['', '\uFEFF'])
        expect(words(wide(mark + board('Régimen – 数据'), isLittle))).toEqual(['Régimen – 数据']);
  });

  test('[ENCODING1] in UTF-8 is read, with a mark and without, and a sign for a lost letter that is in it stays', () => {
    for (const mark of ['', '\uFEFF'])
      expect(words(new TextEncoder().encode(mark + board('Núñez \uFFFD')))).toEqual(['Núñez \uFFFD']);
  });

  test('[ENCODING2] in the Western code page is read where no letter can be another one', () => {
    expect(words(paged(board('R\xe9gimen de Nu\xf1ez, d\x92accord \x93so\x94 \x96 cr\xe9\xe9e')))).toEqual([
      'Régimen de Nuñez, d’accord “so” – créée',
    ]);
  });

  test.each([
    ['\xcf\xf0\xe8\xe2\xe5\xf2', 'Cyrillic'],
    ['caf\x82', 'a page of DOS'],
    ['R\x8egimen', 'a page of old Macs'],
    ['Kova\xe8i\xe8', 'the Central European page'],
    ['\xe9\xe1\xed', 'Greek'],
    ['R\xe9gimen \xc3\xa9', 'two encodings in one'],
    ['a\x01b\xe9', 'no text'],
  ])('[ENCODING3] %j may be %s and is refused with the place', (text) => {
    const before = '{"schema":"coherence-board/1",\n "title":"R';
    expect(words(paged(`${before}${text}"}`))).toMatchObject({
      code: 'unknown-format',
      fix: 'save-as-utf-8',
      problems: [{ code: 'letter-unknown', values: { line: 2 } }],
    });
  });

  test('[ENCODING3] the place is that of the first letter, also behind a sign for a lost letter', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{\n"\uFFFD'), 0x81, 0x22]);
    expect(decodeBytes(bytes)).toMatchObject({
      ok: false,
      error: { problems: [{ values: { line: 2, column: 5 } }] },
    });
  });

  test('[ENCODING3] half a letter of UTF-16 is refused with its place', () => {
    expect(decodeBytes(wide('\uFEFFab\n\uD800c', true))).toMatchObject({
      ok: false,
      error: { problems: [{ values: { line: 2, column: 1 } }] },
    });
  });
});

test('[ENCODING3] no bytes are taken with a letter lost, or make it throw', () => {
  const bytes = fc.uint8Array({ maxLength: 40 }).map((some) => new Uint8Array(some));
  fc.assert(
    fc.property(bytes, (given) => {
      const read = decodeBytes(given);
      const has = (sign: readonly number[]) =>
        given.some((_, at) => sign.every((byte, next) => given[at + next] === byte));
      if (read.ok && read.value.includes('\uFFFD'))
        expect(has([0xef, 0xbf, 0xbd]) || has([0xff, 0xfd]) || has([0xfd, 0xff])).toBe(true);
    }),
    { seed: 23, numRuns: 3000 },
  );
});
