/** Where a text stops being JSON. Line and column count from 1, columns in UTF-16 units. */
type JsonFault = { readonly line: number; readonly column: number; readonly message: string };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const WANTED: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  key: 'a name in double quotes',
  'key-or-end': 'a name in double quotes or }',
  colon: 'a colon',
  'comma-or-end': 'a comma or a closing bracket',
};

/**
 * Finds the first fault of a text that `JSON.parse` refuses, the same in every browser; null if it finds none.
 * Grammar: RFC 8259. Keeps its own stack, so nesting of any depth is safe.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const run = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const readString = (): boolean => {
    at += 1;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\') {
        if (!run(ESCAPE)) return false;
      } else if (text.charCodeAt(at) < 32) return false;
      else at += 1;
    }
    at += 1;
    return at <= text.length;
  };
  for (;;) {
    run(SPACE);
    const sign = text[at];
    if (expected === 'comma-or-end' && open.length === 0) {
      return sign === undefined ? null : faultAt(text, at, 'nothing more');
    }
    const inside = open.at(-1);
    if (sign === undefined) return faultAt(text, at, WANTED[expected]);
    if (sign === (inside === '{' ? '}' : ']') && inside !== undefined && expected.endsWith('-end')) {
      open.pop();
      at += 1;
      expected = 'comma-or-end';
    } else if (expected === 'comma-or-end' && sign === ',') {
      at += 1;
      expected = inside === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && sign === ':') {
      at += 1;
      expected = 'value';
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (sign !== '"') return faultAt(text, at, WANTED[expected]);
      if (!readString()) return faultAt(text, at, 'the end of the text in double quotes');
      expected = 'colon';
    } else if (expected === 'value' || expected === 'value-or-end') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        at += 1;
        expected = sign === '{' ? 'key-or-end' : 'value-or-end';
        continue;
      }
      if (sign === '"') {
        if (!readString()) return faultAt(text, at, 'the end of the text in double quotes');
      } else if (!run(NUMBER) && !run(WORD)) {
        return faultAt(text, at, WANTED[expected]);
      }
      expected = 'comma-or-end';
    } else {
      return faultAt(text, at, WANTED[expected]);
    }
  }
}

function faultAt(text: string, at: number, wanted: string): JsonFault {
  const before = text.slice(0, at).split('\n');
  const found = text.codePointAt(at);
  const shown = found === undefined ? 'the file ends' : `found ${shownSign(found)}`;
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: `expected ${wanted}, but ${shown}`,
  };
}

function shownSign(code: number): string {
  if (code === 10 || code === 13) return 'the end of the line';
  if (code < 32) return 'a control character';
  return String.fromCodePoint(code);
}
