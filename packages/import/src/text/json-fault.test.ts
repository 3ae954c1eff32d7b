import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from './json-fault.ts';

describe('findJsonFault', () => {
  test.each([
    ['', 1, 1, 'value', 'end', ''],
    ['{"a": 1,\n "b": x}', 2, 7, 'value', 'sign', 'x'],
    ['{"a": 1,\n}', 2, 1, 'key', 'sign', '}'],
    ['[1, 2', 1, 6, 'commaOrEnd', 'end', ''],
    ['["a\nb"]', 1, 4, 'textEnd', 'lineEnd', ''],
    ['["a\u0001b"]', 1, 4, 'textEnd', 'control', ''],
    ['{"a" 1}', 1, 6, 'colon', 'sign', '1'],
    ['{} {}', 1, 4, 'end', 'sign', '{'],
    ['[1}', 1, 3, 'commaOrEnd', 'sign', '}'],
  ])('%j', (text, line, column, wanted, found, sign) => {
    expect(findJsonFault(text)).toEqual({ line, column, wanted, found, sign });
  });

  test('agrees with JSON.parse on what is JSON, whatever is cut, doubled or replaced', () => {
    const mutated = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '0', '.', 'e', ' '),
      )
      .map(([text, at, length, sign]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + sign + text.slice(cut + length);
      });
    fc.assert(
      fc.property(mutated, (text) => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  test('survives a million open brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000))?.column).toBe(1_000_001);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
