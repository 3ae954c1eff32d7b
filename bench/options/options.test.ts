import { describe, expect, it } from 'vitest';
import { readOptions, USAGE } from './options.ts';

const known = { scenarios: ['edits-50', 'edits-500', 'kill'], targets: ['ours', 'peer'] };
const read = (...args: string[]) => readOptions(args, known);

describe('the command line', () => {
  it('means everything when nothing is said', () => {
    expect(read()).toEqual({
      ok: true,
      value: { ...known, quick: false, runs: 1, profile: false },
    });
  });

  it('takes scenarios by how their names begin, in their own order', () => {
    const result = read('--scenario', 'kill,edits', '--targets', 'peer', '--quick', '--runs', '3');
    expect(result).toMatchObject({
      value: { scenarios: known.scenarios, targets: ['peer'], quick: true, runs: 3 },
    });
  });

  it('takes a whole name for that one alone', () => {
    expect(read('--scenario', 'edits-50')).toMatchObject({ value: { scenarios: ['edits-50'] } });
  });

  it('says what it does not know', () => {
    expect(read('--scenario', 'edit,love')).toEqual({
      ok: false,
      problem: '"love" is none of edits-50, edits-500, kill',
    });
    expect(read('--runs', '0')).toMatchObject({ ok: false, problem: expect.stringContaining('--runs') });
    expect(read('--help')).toEqual({ ok: false, problem: USAGE });
  });
});
