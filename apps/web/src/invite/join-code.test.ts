import { expect, test } from 'vitest';
import { readCode, spacedCode } from './join-code.ts';

test.each([
  'K7M2QD',
  'k7m2qd',
  ' K7M 2QD ',
  'k7m-2qd',
  'K7M–2QD',
  'http://192.168.1.20:4000/join/K7M2QD',
  'http://192.168.1.20:4000/join/k7m2qd?x=1#y',
])('%j is the code K7M2QD', (typed) => {
  expect(readCode(typed)).toEqual({ kind: 'code', code: 'K7M2QD' });
});

test('a wrong length says how many there are', () => {
  expect(readCode('K7M')).toEqual({ kind: 'length', length: 3 });
  expect(readCode('')).toEqual({ kind: 'length', length: 0 });
  expect(readCode('K7M2QDX')).toEqual({ kind: 'length', length: 7 });
});

test('letters that no code has are named, once each', () => {
  expect(readCode('K0M0IL')).toEqual({ kind: 'letters', letters: '0, I, L' });
});

test('a code is read in two halves', () => {
  expect(spacedCode('K7M2QD')).toBe('K7M 2QD');
  expect(spacedCode('K7')).toBe('K7');
});
