import { describe, expect, it, vi } from 'vitest';
import { BOARD_SCHEMA } from './board-file.ts';
import { inNewestFormat } from './file-migrations.ts';
import type { FileMigration } from './file-migrations.ts';

const first = {
  name: 'a heading becomes a title',
  from: 'coherence-board/-1',
  to: 'coherence-board/0',
  up: vi.fn<FileMigration['up']>(({ heading, ...rest }) => ({ ...rest, title: heading })),
};
const second = {
  name: 'a board has a question',
  from: 'coherence-board/0',
  to: BOARD_SCHEMA,
  up: vi.fn<FileMigration['up']>((file) => ({ ...file, question: 'Why?' })),
};
const migrations = [first, second];

describe('[FORMAT1] a file of an older format', () => {
  it('takes every step to the newest one, each once', () => {
    const old = { schema: first.from, heading: 'Spring', factors: [] };
    const newest = { schema: BOARD_SCHEMA, title: 'Spring', question: 'Why?', factors: [] };
    expect(inNewestFormat(old, migrations)).toEqual(newest);
    expect([first.up, second.up].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(inNewestFormat(newest, migrations)).toBe(newest);
  });

  it.each([
    null,
    'words',
    [first.from],
    {},
    { schema: 'coherence-board/2' },
    { schema: ['coherence-board/0'] },
    { schema: 'coherence-agenda/1' },
  ])('and nothing else is changed: %j', (given) => {
    expect(inNewestFormat(given, migrations)).toBe(given);
  });
});
