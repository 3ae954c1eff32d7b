import { expect, test } from 'vitest';
import { compile } from './compile/compile-catalog.ts';
import { accented, pseudoCatalog } from './pseudo.ts';

test('no letter of English is left as it is', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  expect(accented(letters)).not.toMatch(/[a-zA-Z]/);
  expect([...accented(letters)]).toHaveLength(letters.length + 1);
});

test('values, numbers and what chooses a form stay as they are', () => {
  expect(
    pseudoCatalog({
      stop: 'Stop',
      notes: compile('{n, plural, one {# note of {who}} other {# notes}}'),
      many: compile('{size, number}'),
    }),
  ).toEqual({
    stop: 'Šţöþ~',
    notes: [['n', 'plural', { one: ['#', ' ñöţé~ öƒ ', ['who']], other: ['#', ' ñöţéš~'] }]],
    many: [['size', 'number']],
  });
});
