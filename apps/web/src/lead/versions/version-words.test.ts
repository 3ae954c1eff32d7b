import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { versionFileName, versionName, versionTime } from './version-words.ts';
import type { Version } from './versions-api.ts';

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
    expect(versionName(version({ kind: 'phase', name: '' }))).toBe('Before the phase ended');
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
