import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['School Improvement', 'SI'],
  ['Curriculum and Instruction', 'CI'],
  ['Dana', 'DA'],
  ['Office of the State Superintendent of Schools', 'OSS'],
  ['The Of', 'TO'],
  ['élèves', 'ÉL'],
  ['  ', '?'],
])('initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
