import { describe, expect, it } from 'vitest';
import { compileCatalog } from './compile-catalog.ts';
import { readEntries, sectionOf } from './read-entries.ts';

const NONE = new Map();
const HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n';
const po = (...entries: readonly (readonly [id: string, text: string])[]) =>
  HEAD + entries.map(([id, text]) => `msgid "${id}"\nmsgstr "${text}"\n`).join('\n');

describe('a PO file becomes a catalog', () => {
  it('of texts as they are, and of tokens where a value is named', () => {
    expect(compileCatalog('a', po(['a.plain', 'Stop'], ['a.step', 'Step {n} of {all}']), NONE)).toEqual({
      plain: 'Stop',
      step: ['Step ', ['n'], ' of ', ['all']],
    });
  });

  it('with quotes and apostrophes of people', () => {
    expect(compileCatalog('a', po(['a.b', 'Don\'t say \\"no\\"']), NONE)).toEqual({ b: 'Don\'t say "no"' });
  });

  it('without the entries that have no words yet', () => {
    expect(readEntries('a', po(['a.b', ''], ['a.c', 'Go']))).toEqual([{ name: 'c', text: 'Go' }]);
  });

  it('is named like its file', () => {
    expect([sectionOf('not-sent.po'), sectionOf('console.po')]).toEqual(['notSent', 'console']);
  });

  it.each([
    ['an id of another section', po(['b.c', 'Go'])],
    ['an id without a name', po(['a', 'Go'])],
    ['an id with two dots', po(['a.b.c', 'Go'])],
    ['an id that comes twice', po(['a.b', 'Go'], ['a.b', 'Stop'])],
    ['a context', `${HEAD}msgctxt "x"\nmsgid "a.b"\nmsgstr "Go"\n`],
    ['a PO plural', `${HEAD}msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "One"\nmsgstr[1] "Many"\n`],
  ])('unless it has %s', (_, text) => {
    expect(() => readEntries('a', text)).toThrow(/not one id of this section/);
  });

  it('unless a message is not ICU MessageFormat, which it names', () => {
    expect(() => compileCatalog('a', po(['a.b', '{n, plural, one {x}']), NONE)).toThrow(/a\.b/);
  });
});
