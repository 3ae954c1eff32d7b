import { fail, type Failure, type FailureCode } from '@coherence/board';
import { readForeign, type ImportFailureCode, type ImportFix, type ProblemCode } from '@coherence/import';
import type { ExportFailure } from '@coherence/report';
import { ERRORS, REASONS, type BodyFault, type ErrorCode, type Reason } from '@coherence/protocol/http';
import { speechIn, type CodeOf } from '@coherence/words';
import '@coherence/words/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { ApiError, refusedFor, type Because } from '../errors.ts';
import { errorBody } from './error-body.ts';

const { t } = speechIn('en');
const accents = speechIn('en-XA').t;

const boardError = (failure: Failure) =>
  errorBody(t, new ApiError('bad-request', { kind: 'board', failure })).error;

function importError(input: unknown) {
  const read = readForeign(input);
  if (read.ok) throw new Error('was accepted');
  return errorBody(t, new ApiError('broken-file', { kind: 'import', failure: read.error })).error;
}

describe('words of failures', () => {
  it('[WORD1] are in the catalogs for every code, and no code is missing from the code', () => {
    expectTypeOf<CodeOf<'server.error_'>>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<CodeOf<'server.reason_'>>().toEqualTypeOf<Reason>();
    expectTypeOf<Exclude<CodeOf<'server.fault_'>, 'other'>>().toEqualTypeOf<BodyFault>();
    expectTypeOf<CodeOf<'refusals.board_'>>().toEqualTypeOf<FailureCode>();
    expectTypeOf<CodeOf<'imports.problem_'>>().toEqualTypeOf<ProblemCode>();
    expectTypeOf<CodeOf<'imports.fix_'>>().toEqualTypeOf<ImportFix>();
    // A reason is found by its name alone, wherever it comes from.
    type Elsewhere = ImportFailureCode | ExportFailure['code'];
    expectTypeOf<Extract<Reason, FailureCode | Elsewhere>>().toBeNever();
    expectTypeOf<Extract<FailureCode, Elsewhere>>().toBeNever();
  });

  it('[WORD1] say what is wrong of every code in the language that is asked for', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { message } = errorBody(t, new ApiError(code)).error;
      expect(message, code).toMatch(/^[A-Z].* .*\.$/);
      expect(errorBody(accents, new ApiError(code)).error.message).not.toBe(message);
    }
  });

  it('[WORD2] go with the code, the reason and its values, so that a client can say them itself', () => {
    expect(errorBody(t, refusedFor('notes-wait', { title: 'Write' })).error).toEqual({
      code: 'not-allowed',
      message:
        'Notes are waiting that were written under "Write" as it was. Reveal them first, or give them back.',
      reason: 'notes-wait',
      values: { title: 'Write' },
    });
    expect(errorBody(t, refusedFor('own-removal')).error).toEqual({
      code: 'not-allowed',
      message: 'Your role on this board does not allow that.',
      hint: 'You cannot remove yourself.',
      reason: 'own-removal',
      values: {},
    });
    expect(boardError({ code: 'too-many-units', values: { max: 300, word: 'office' } })).toEqual({
      code: 'bad-request',
      message: 'The request is not understood.',
      hint: 'A board can have 300 offices.',
      reason: 'too-many-units',
      values: { max: 300, word: 'office' },
    });
  });

  it('[WORD2] stand for the message of their code, or beside it, as the table of reasons says', () => {
    for (const [reason, { code, as }] of Object.entries(REASONS)) {
      const values = { id: 'a', commands: 'a', title: 'a', name: 'a', max: 1 };
      const body = errorBody(t, { code, because: { kind: 'reason', code: reason, values } as never }).error;
      expect([reason, body.hint === undefined]).toEqual([reason, as === 'message']);
    }
  });
});

describe('a board that refuses', () => {
  it.each([
    [
      fail('list-full', { list: 'units', count: 1301, max: 300, word: 'school' }),
      'With this file the board would have 1,301 schools; it can have 300. Nothing was added. Take some off the board or out of the file.',
    ],
    [fail('field-too-long', { field: 'title', max: 300 }), 'title: at most 300 characters'],
    [fail('vote-dots-per-item', { max: 2 }), 'One item can get at most 2.'],
    [fail('vote-dots', { budget: 5 }), 'Everybody has 5 dots.'],
    [
      fail('agenda-other-schema', { schema: 'coherence-agenda/1' }),
      'This file is not an agenda: it does not say "schema": "coherence-agenda/1".',
    ],
    [
      fail('agenda-below', { place: 'top', phase: 0, field: 'phases', min: 1 }),
      'phases: it must be at least 1.',
    ],
    [
      fail('agenda-one-of', { place: 'field', phase: 2, field: 'kind', allowed: 'lobby, write' }),
      'Part 2, kind: it must be one of lobby, write.',
    ],
    [
      fail('agenda-type', { place: 'phase', phase: 3, field: '', type: 'object' }),
      'Part 3: it must be of type object.',
    ],
    [fail('agenda-wrong', { place: 'file', phase: 0, field: '' }), 'it does not fit.'],
  ])('%j', ({ error }, words) => {
    expect(boardError(error).hint).toBe(words);
  });
});

describe('a file that is refused', () => {
  const board = { schema: 'coherence-board/1' };

  it('[KIND1] is named, in words and in values, with what can be done', () => {
    expect(importError('{"elements": [], "connections": []}')).toMatchObject({
      code: 'broken-file',
      message: 'This is a map of Kumu',
      hint: expect.stringContaining('Copy the labels there'),
      reason: 'unknown-format',
      values: { problem: 'foreign', kind: 'kumu', fix: 'copy-labels' },
    });
    expect(importError('<graphml>\n<a').message).toBe('This is a map in GraphML; In line 2 a tag is broken');
  });

  it.each([
    ['', 'expected a value, but the file ends', 1, 1],
    ['{"a": 1,\n "b": x}', 'expected a value, but found x', 2, 7],
    ['{"a": 1,\n}', 'expected a name in double quotes, but found }', 2, 1],
    ['{', 'expected a name in double quotes or }, but the file ends', 1, 2],
    ['[', 'expected a value or ], but the file ends', 1, 2],
    ['[1, 2', 'expected a comma or a closing bracket, but the file ends', 1, 6],
    ['["a\nb"]', 'expected the end of the text in double quotes, but found the end of the line', 1, 4],
    ['["a\u0001b"]', 'expected the end of the text in double quotes, but found a control character', 1, 4],
    ['{"a" 1}', 'expected a colon, but found 1', 1, 6],
    ['{} {}', 'expected nothing more, but found {', 1, 4],
  ])('[KIND3] %j is no JSON, by line and column', (text, words, line, column) => {
    const where = `line ${line}, column ${column}`;
    expect(importError(text)).toMatchObject({
      where,
      message: `${where}: ${words}`,
      hint: words.includes('found }')
        ? 'Take out the comma before that place, save the file, and import it again.'
        : 'Choose a .json file that was exported from a board, unchanged.',
    });
  });

  it.each([
    ['[]', '', 'The file is not a JSON object'],
    ['{}', 'schema', 'schema: is missing'],
    ['{"schema": "coherence-board/9"}', 'schema', 'schema: is "coherence-board/9", which is not understood'],
    ['{"schema": "sample/1", "kind": "sessions"}', 'kind', 'kind: "sessions" is not understood yet'],
    ['{"schema": "sample/1", "kind": ["x"]}', 'kind', 'kind: a list is not understood'],
  ])('%s is of no format that is understood', (text, where, message) => {
    const hint =
      'Understood are a board file (coherence-board/1), and sample/1 of kind coherence-grid or problem-diagnosis-map.';
    expect(importError(text)).toMatchObject({ where, message, hint });
  });

  it.each([
    [{ ...board, title: 7 }, 'title: must be a text', 'Correct these places'],
    [{ ...board, units: 7 }, 'units: must be a list', 'Correct these places'],
    [
      { schema: 'sample/1', kind: 'coherence-grid', factors: Array.from({ length: 2001 }, () => ({})) },
      expect.stringMatching(/^factors: is too long: at most 2000 entries/),
      'Correct these places',
    ],
    [
      { ...board, factors: [{ id: 'f', text: '', kind: 'factor', group: 'g9' }] },
      'factors[0].group: names "g9", which is no group of this file',
      'Each of these must name something',
    ],
    [
      { ...board, influences: [{ id: 'i', from: 'a', to: 'a', polarity: '+' }] },
      'influences[0].from: names "a", which is no factor or strategy of this file; influences[0].to: names "a", which is no factor or strategy of this file',
      'Each of these must name something',
    ],
    [
      { ...board, units: Array.from({ length: 20_000 }, (_, at) => ({ id: `u${at}`, name: `Unit ${at}` })) },
      'units: has 20000 entries; a board can have 300 there',
      'Nothing was added or changed. Take entries out of these lists, or make several files of this one, and import it again.',
    ],
    [
      {
        schema: 'sample/1',
        kind: 'coherence-grid',
        rows: [
          { id: 'interfering', label: 'Negative' },
          { id: 'integrative', label: 'Integrative Factors' },
        ],
      },
      'rows[0].label: says "Negative"; the framework\'s exact text is "Interfering Factors"',
      'use them exactly, or leave them out',
    ],
    [
      { schema: 'sample/1', kind: 'coherence-grid', columns: [] },
      'columns: must have 4 entries, as the framework has',
      'use them exactly, or leave them out',
    ],
    [
      { ...board, factors: [{ id: 'f', text: '', kind: 'thing' }] },
      'factors[0].kind: must be "factor" or "outcome"',
      'Correct these places',
    ],
  ])('its problems and what to do are said, case %#', (file, message, hint) => {
    const said = importError(file);
    expect(said.message).toEqual(message);
    expect(said.hint).toContain(hint);
  });

  it('five problems are said, the rest are counted', () => {
    const strengths = Array.from({ length: 68 }, (_, at) => ({
      id: `l${at}`,
      from: 'a',
      to: 'b',
      polarity: '+',
      strength: 9,
    }));
    const file = { schema: 'sample/1', kind: 'problem-diagnosis-map', links: strengths };
    expect(importError(file).message).toMatch(/^links\[0\]\.strength: must be 1 or 2 or 3; .*; and 63 more$/);
  });

  it('one that is far too large says so', () => {
    expect(importError(' '.repeat(8 * 1024 * 1024 + 1))).toMatchObject({
      message: 'This file is larger than 8 MB',
      hint: 'A board file is far smaller. Check that you chose the right file.',
    });
  });
});

describe('a board that is not written as a file', () => {
  const exportError = (because: Because) => errorBody(t, new ApiError('bad-request', because)).error;

  it('says how large the picture would be, and what to do', () => {
    const failure = {
      code: 'picture-too-large',
      values: { width: 20_000, height: 900, largestScale: 1.63 },
    } as const;
    expect(exportError({ kind: 'export', failure }).message).toBe(
      'The picture would be 20000 by 900 pixels, too large for PNG. Choose a scale of 1.63 or less, or SVG, which has no limit.',
    );
  });

  it('says that a map is too much to draw', () => {
    const failure = { code: 'map-too-large', values: { cards: 20_000, links: 20_000 } } as const;
    expect(exportError({ kind: 'export', failure }).message).toBe(
      'This map has 20,000 cards and 20,000 links, too many to draw. Take the map as JSON, or draw parts of it on boards of their own.',
    );
  });
});
