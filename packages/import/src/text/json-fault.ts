import type { Expected, JsonFault, Wanted } from '../refusal/failure.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

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
    if (expected === 'commaOrEnd' && open.length === 0) {
      return sign === undefined ? null : faultAt(text, at, 'end');
    }
    const inside = open.at(-1);
    if (sign === undefined) return faultAt(text, at, expected);
    if (sign === (inside === '{' ? '}' : ']') && inside !== undefined && expected.endsWith('OrEnd')) {
      open.pop();
      at += 1;
      expected = 'commaOrEnd';
    } else if (expected === 'commaOrEnd' && sign === ',') {
      at += 1;
      expected = inside === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && sign === ':') {
      at += 1;
      expected = 'value';
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      if (sign !== '"') return faultAt(text, at, expected);
      if (!readString()) return faultAt(text, at, 'textEnd');
      expected = 'colon';
    } else if (expected === 'value' || expected === 'valueOrEnd') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        at += 1;
        expected = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
        continue;
      }
      if (sign === '"') {
        if (!readString()) return faultAt(text, at, 'textEnd');
      } else if (!run(NUMBER) && !run(WORD)) {
        return faultAt(text, at, expected);
      }
      expected = 'commaOrEnd';
    } else {
      return faultAt(text, at, expected);
    }
  }
}

function faultAt(text: string, at: number, wanted: Wanted): JsonFault {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, wanted, ...foundAt(text, at) };
}

function foundAt(text: string, at: number): Pick<JsonFault, 'found' | 'sign'> {
  const code = text.codePointAt(at);
  if (code === undefined) return { found: 'end', sign: '' };
  if (code === 10 || code === 13) return { found: 'lineEnd', sign: '' };
  if (code < 32) return { found: 'control', sign: '' };
  return { found: 'sign', sign: String.fromCodePoint(code) };
}
