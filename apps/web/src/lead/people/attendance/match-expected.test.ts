import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNear, matchExpected, plainName, readExpected, writeExpected } from './match-expected.ts';

const units = new Map([
  ['fin', ['Finance', 'FIN']],
  ['tl', ['Teaching']],
]);
const person = (id: string, name: string, unit = '') => ({ id, name, unit });
const line = (name: string, unit = '') => ({ name, unit });

test('case and spaces do not matter, and the unit settles who is meant where two have one name', () => {
  const people = [person('1', 'dana ruiz', 'tl'), person('2', 'DANA  RUIZ', 'fin'), person('3', 'Zed')];
  const found = matchExpected([line('Dana Ruiz', 'fin'), line('Dana Ruiz', 'Teaching')], people, units);
  expect(found.joined.map((one) => one.person.id)).toEqual(['2', '1']);
  expect(found.unexpected.map(({ id }) => id)).toEqual(['3']);
});

test('a person whose name is much like it is offered, once', () => {
  const people = [person('1', 'Dana Riuz'), person('2', '')];
  const found = matchExpected([line('Dana Ruiz'), line('Dana Ruis'), line('Ray')], people, units);
  expect(found.missing.map(({ near }) => near?.id ?? null)).toEqual(['1', null, null]);
  expect(found.unexpected.map(({ id }) => id)).toEqual(['1', '2']);
});

test.each([
  ['Dana Ruiz', 'Ruiz, Dana', true],
  ['Dana Ruiz', 'Dana', true],
  ['Dana Ruiz', 'Dana R.', true],
  ['Dana Ruiz', 'Dana Ruis', true],
  ['Mia Woo', 'Mia Wu', true],
  ['Ray', 'Roy', false],
  ['Dana Ruiz', 'Peter Ruiz', false],
  ['Dana Ruiz', 'Dana Cole', false],
  ['Mia Wu', 'Ann Lee', false],
])('%s and %s may be one person: %s', (a, b, near) => {
  expect(isNear(a, b)).toBe(near);
});

test('nobody is counted twice and nobody is lost', () => {
  const name = fc.constantFrom('Dana', 'dana ', 'Ray', 'Rey', 'Mia Wu', '');
  const lines = fc.array(fc.record({ name, unit: fc.constantFrom('', 'Finance') }), { maxLength: 8 });
  const names = fc.array(fc.tuple(name, fc.constantFrom('', 'fin')), { maxLength: 8 });
  fc.assert(
    fc.property(lines, names, (expected, given) => {
      const people = given.map(([named, unit], index) => person(String(index), named, unit));
      const { joined, missing, unexpected } = matchExpected(expected, people, units);
      expect(joined.length + missing.length).toBe(expected.length);
      expect([...joined.map((one) => one.person.id), ...unexpected.map(({ id }) => id)].sort()).toEqual(
        people.map(({ id }) => id).sort(),
      );
    }),
  );
});

test('names, names with units after a comma, and two columns of a spreadsheet', () => {
  expect(
    readExpected(
      { text: 'Dana  Ruiz\n\n Ray Cole, Federal Programs \r\nMia Wu\t"Finance, Grants"\n  \n' },
      [],
    ),
  ).toEqual([
    { name: 'Dana Ruiz', unit: '' },
    { name: 'Ray Cole', unit: 'Federal Programs' },
    { name: 'Mia Wu', unit: 'Finance, Grants' },
  ]);
});

test('the same line twice is one person; two of one name in two units are two', () => {
  expect(readExpected({ text: 'Dana\nDANA\nDana, Finance\nDana, Teaching' }, [])).toHaveLength(3);
});

test('a list that is written can be read again', () => {
  const expected = readExpected({ text: 'Dana\nRay, Finance' }, ['Finance']);
  expect(readExpected({ text: writeExpected(expected) }, [])).toEqual(expected);
});

test('names are compared without case, accents, marks and spaces', () => {
  expect(plainName(' José  O’Neil-Smith ')).toBe('jose o neil smith');
});
