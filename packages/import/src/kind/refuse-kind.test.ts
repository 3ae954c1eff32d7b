import { describe, expect, test } from 'vitest';
import { readForeign } from '../read-foreign.ts';
import { fieldFile } from '../testing/field.ts';
import { brokenTag } from './broken-tag.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) => [...text].join('\0');

function refused(input: Uint8Array | string) {
  const read = readForeign(input);
  if (read.ok) throw new Error('was read');
  const { code, problems, fix } = read.error;
  return { code, fix, said: problems.map((one) => [one.code, one.values]) };
}

const ofKind = (kind: string, fix: string, ...more: unknown[]) => ({
  code: 'unknown-format',
  fix,
  said: [['foreign', { kind }], ...more],
});

describe('a file of another program is refused by its name, with what can be done', () => {
  test.each([
    ['01-kumu-ends-by-label.json', 'kumu', 'copy-labels'],
    ['03-kumu-mutual-reversed-html.json', 'kumu', 'copy-labels'],
    ['04-mental-modeler.mmp', 'mentalModeler', 'copy-labels'],
    ['06-prsm-links-to-removed.prsm', 'prsm', 'copy-labels'],
    ['07a-networkx.graphml', 'graphml', 'copy-labels'],
    ['07b-yed.graphml', 'yed', 'copy-labels'],
    ['08-european-excel.csv', 'csv', 'copy-column'],
    ['09a-nodes.csv', 'gephiCsv', 'copy-column'],
    ['09b-edges.csv', 'gephiCsv', 'copy-column'],
    ['11-damaged.xlsx', 'workbookDamaged', 'get-again'],
  ])('[KIND1] %s', (name, kind, fix) => {
    expect(refused(fieldFile(name))).toEqual(ofKind(kind, fix));
  });

  const end = (files: number, start: number) =>
    `PK\x05\x06\0\0\0\0${code(files)}${code(files)}\0\0\0\0${code(start)}\0\0\0\0`;
  const code = (value: number) => `${String.fromCharCode(value & 255)}${String.fromCharCode(value >> 8)}`;
  const zip = (name: string) => `PK\x03\x04${name}PK\x01\x02${name}${end(1, 4 + name.length)}`;
  const ole = (...names: string[]) => `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${names.map(wide).join('\0\0')}`;

  test.each([
    [zip('xl/workbook.xml'), 'workbook', 'copy-column'],
    [zip('xl/workbook.xml').replace('PK\x01\x02', 'PK\x01'), 'workbookDamaged', 'get-again'],
    [zip('word/document.xml'), 'word', 'copy-list'],
    [zip('ppt/slides'), 'slides', 'copy-list'],
    [zip('board.json'), 'compressed', 'unpack'],
    [zip('board.json').slice(0, -30), 'compressedDamaged', 'get-again'],
    ['\x1f\x8b\x08', 'compressed', 'unpack'],
    [ole('Workbook'), 'workbook', 'copy-column'],
    [ole('WordDocument'), 'word', 'copy-list'],
    [ole('EncryptedPackage'), 'officeLocked', 'open-with-password'],
    [`${ole('EncryptedPackage')}xl/`, 'workbookLocked', 'open-with-password'],
    ['%PDF-1.7', 'pdf', 'copy-list'],
    ['{\\rtf1', 'rtf', 'copy-list'],
    ['\x89PNG\r\n', 'picture', 'ask-for-words'],
    ['\0\0\0\x18ftypheic', 'picture', 'ask-for-words'],
    ['<svg xmlns="x"/>', 'picture', 'ask-for-words'],
    ['\xef\xbb\xbf<!DOCTYPE html><p>', 'html', 'copy-list'],
    ['<?xml version="1.0"?><opml/>', 'xml', 'take-board-file'],
    ['sep=;\r\na;b', 'csv', 'copy-column'],
    ['"Name","Unit"\n"Ana","Finance"', 'csv', 'copy-column'],
    ['{"tldrawFileFormatVersion":1}', 'tldraw', 'copy-labels'],
    ['{"nodes":[],"influences":[]}', 'ownMap', 'take-board-file'],
    ['{"title":"T","factors":[]}', 'ownUnnamed', 'take-board-file'],
  ])('[KIND1] %j', (file, kind, fix) => {
    expect(refused(bytesOf(file))).toEqual(ofKind(kind, fix));
  });

  test('[KIND2] of markup that is broken the line is said', () => {
    expect(refused(fieldFile('07c-broken-tag.graphml'))).toEqual(
      ofKind('graphml', 'copy-labels', ['tag-broken', { line: 3 }]),
    );
    expect(brokenTag('<a>\n<b>\n</a>')).toBe(3);
    expect(brokenTag('<a>\n<b/>')).toBe(1);
    expect(brokenTag('<?xml?><!-- < -->\n<a b="1" c=\'2\'><![CDATA[<]]></a>')).toBeNull();
    expect(brokenTag('<a>'.repeat(200_000))).toBe(1);
  });

  test('[KIND3] of a comma before the end of a list the place is said, and that it is to be taken out', () => {
    const { code: why, fix, said } = refused(fieldFile('01b-kumu-trailing-commas.json'));
    expect([why, fix]).toEqual(['not-json', 'take-out-comma']);
    expect(said).toMatchObject([['json-fault', { line: 3, column: 106, sign: '}' }]]);
    expect(refused('{"a": [1,\n]}').fix).toBe('take-out-comma');
    expect(refused('{"a": ]}').fix).toBe('export-again');
    expect(refused('{"a" 1}').fix).toBe('export-again');
  });
});
