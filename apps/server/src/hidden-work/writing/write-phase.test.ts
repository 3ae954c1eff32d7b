import { PLAIN_DRAFT, sessionSchema } from '@coherence/board';
import type { Draft } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { hasWords, anonymityOf, isWriting, phaseKeyOf, showsMore, writePhaseOf } from './write-phase.ts';

const phase = (id: string, kind: string, identity = 'unit') => ({ id, kind, title: id, identity });
const AGENDA = [
  phase('lobby', 'lobby'),
  phase('alone', 'write', 'anonymous'),
  phase('walk', 'walk'),
  phase('more', 'write', 'named'),
  phase('show', 'reveal'),
];
const sessionIn = (id: string | null) =>
  sessionSchema.parse({ agenda: AGENDA, phase: id === null ? null : { id, startedAt: 0 } });
const draft = (over: Partial<Draft> = {}): Draft => ({
  ...PLAIN_DRAFT,
  id: 'd',
  text: 'x',
  ...over,
});

describe('the phase whose drafts wait', () => {
  it.each([
    [null, null],
    ['lobby', null],
    ['alone', 'alone'],
    ['walk', 'alone'],
    ['more', 'more'],
    ['show', 'more'],
  ])('in %s is %s', (on, expected) => {
    expect(writePhaseOf(sessionIn(on))?.id ?? null).toBe(expected);
  });

  it('is being written in while it is on, and while it is revealed', () => {
    expect(['lobby', 'alone', 'walk', 'more', 'show'].map((id) => isWriting(sessionIn(id)))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('[PROMISE1] what a writer was promised', () => {
  it('is what the phase of the draft says, and the most where it is not known any more', () => {
    const session = sessionIn('show');
    const promised = ['alone', 'more', 'gone', null].map((id) => anonymityOf(draft({ phase: id }), session));
    expect(promised).toEqual(['anonymous', 'named', 'anonymous', 'named']);
    expect(phaseKeyOf(draft(), session)).toBe('more');
    expect(anonymityOf(draft(), sessionIn(null))).toBe('unit');
  });

  it('is broken by what shows more of people', () => {
    expect(showsMore('unit', 'anonymous')).toBe(true);
    expect(showsMore('named', 'unit')).toBe(true);
    expect(showsMore('anonymous', 'unit')).toBe(false);
    expect(showsMore('unit', 'unit')).toBe(false);
  });
});

it('blank drafts have no words', () => {
  expect([' \n', 'a'].map((text) => hasWords(draft({ text })))).toEqual([false, true]);
});
