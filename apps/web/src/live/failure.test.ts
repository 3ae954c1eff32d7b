import type { CodeOf } from '@coherence/words';
import '@coherence/words/testing';
import { expect, expectTypeOf, it } from 'vitest';
import { ownFailure, sayFailure, sayFailureAndHint, type OwnFailure } from './failure.ts';

it('has words for everything that the client itself does not do, and no others', () => {
  expectTypeOf<CodeOf<'refusals.own_'>>().toEqualTypeOf<OwnFailure['code']>();
  expect(sayFailure(ownFailure('unreachable'))).toBe('The server cannot be reached.');
  expect(sayFailure({ code: 'odd-answer', values: { status: 502 } })).toContain('502');
});

it('says failures of the board with their values', () => {
  expect(sayFailure({ code: 'text-too-long', values: { max: 2000 } })).toBe(
    'A text can hold 2000 characters.',
  );
});

it('says errors of the server in its own words, by the code and the reason', () => {
  const said = { code: 'not-allowed', message: 'No.', hint: 'Nein.' };
  expect(sayFailureAndHint({ ...said, reason: 'own-role', values: {} })).toBe(
    'Your role on this board does not allow that. You cannot change your own role.',
  );
  expect(sayFailure({ code: 'units-closed', message: 'No.', reason: 'unit-changed-twice', values: {} })).toBe(
    'You have moved twice already. Ask the facilitator to move you.',
  );
  const units = {
    code: 'no-such-unit',
    message: 'No.',
    hint: 'No.',
    reason: 'too-many-units',
    values: { max: 300, word: 'office' },
  };
  expect(sayFailureAndHint(units)).toBe(
    'What you chose is not on the list of this board. A board can have 300 offices.',
  );
  // A server that is older than the word of the board in failures.
  expect(sayFailureAndHint({ ...units, values: { max: 300 } })).toContain('300 units');
});

it('says what a newer server says in the words that came with it', () => {
  expect(sayFailureAndHint({ code: 'new-here', message: 'A new rule.', hint: 'Look it up.' })).toBe(
    'A new rule. Look it up.',
  );
  const drawn = { code: 'too-large', message: 'Draw less.', reason: 'new-reason', values: {} };
  expect(sayFailure(drawn)).toBe('Draw less.');
});
