import type { Change } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { changeWords, versionFileName, versionName, versionTime } from './version-words.ts';
import type { Version } from './versions-api.ts';
import '@coherence/words/testing';

const CHANGES: readonly [Change, string][] = [
  [{ what: 'title', before: 'A', after: 'B' }, 'The title was “A”. Now it is “B”.'],
  [{ what: 'added', list: 'factors', id: '1', text: 'Late money' }, 'Added factor “Late money”.'],
  [{ what: 'removed', list: 'notes', id: '1', text: 'Ask' }, 'Removed note for the minutes “Ask”.'],
  [
    { what: 'reworded', list: 'groups', id: '1', before: 'Money', after: 'Funds' },
    'Reworded group “Money”. Now it says “Funds”.',
  ],
  [
    {
      what: 'moved',
      id: '1',
      text: 'Late money',
      from: null,
      to: { row: 'interfering', column: 'roles' },
    },
    '“Late money” moved from “Not placed yet” to Interfering Factors, Roles and responsibilities.',
  ],
  [
    { what: 'moved', id: '1', text: 'x', from: { row: 'integrative', column: null }, to: null },
    '“x” moved from Integrative Factors, no column yet to “Not placed yet”.',
  ],
  [{ what: 'grouped', id: '1', text: 'x', group: null }, '“x” is no longer in a group.'],
  [{ what: 'merged', id: '1', text: 'x', other: 'y' }, '“x” was merged into “y”.'],
  [{ what: 'linked', from: 'x', to: 'y', polarity: '-' }, 'New link: More “x” leads to less “y”.'],
  [
    { what: 'polarity', from: 'x', to: 'y', before: '?', after: 'mixed' },
    'A link changed. Before: “x” leads to “y”, not sure how. Now: “x” leads to “y”, seen both ways.',
  ],
  [{ what: 'voted', text: 'What matters?' }, 'A vote was closed: “What matters?”.'],
];

describe('a change in words', () => {
  it.each(CHANGES)('%o', (change, words) => {
    expect(changeWords(change)).toBe(words);
  });
});

const version = (over: Partial<Version>): Version => ({
  id: 'v',
  kind: 'named',
  name: 'Lunch',
  at: Date.UTC(2026, 0, 5, 12),
  by: '',
  ...over,
});

describe('the name of a version', () => {
  it('is what somebody called it, or what came after it', () => {
    expect(versionName(version({}))).toBe('Lunch');
    expect(versionName(version({ kind: 'phase', name: 'Vote' }))).toBe('Before: Vote');
    expect(versionName(version({ kind: 'phase', name: '' }))).toBe('Before the part ended');
    expect(versionName(version({ kind: 'restore' }))).toBe('Before a restore: Lunch');
  });

  it('says by whom where they have a name', () => {
    expect(versionTime(version({ by: 'Maya' }))).toMatch(/2026.*, by Maya$/);
    expect(versionTime(version({}))).not.toContain('by');
  });

  it('makes a file name of both, however long the title is', () => {
    expect(versionFileName('Why? “Late” money', version({ kind: 'phase', name: 'Vote' }))).toBe(
      'why-late-money-before-vote.json',
    );
    expect(versionFileName('a b c d e f g h', version({}))).toBe('a-b-c-d-e-f-lunch.json');
    expect(versionFileName('…', version({ name: '!' }))).toBe('board.json');
  });
});
