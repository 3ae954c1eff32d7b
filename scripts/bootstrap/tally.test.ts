import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, stepResult, summarize } from './tally.mjs';

const lastLine = (text: string) => text.split('\n').at(-1);

describe('summarize', () => {
  it('ends with the totals and nothing else', () => {
    const results = [
      stepResult('types', 0, 1),
      stepResult('unit', 1, 2, countVitest({ numPassedTests: 40, numFailedTests: 2 })),
      stepResult(
        'e2e',
        1,
        3,
        countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }),
      ),
    ];
    expect(lastLine(summarize(results))).toBe('45 passed, 4 failed');
  });

  it('counts a failed step without tests as one', () => {
    expect(lastLine(summarize([stepResult('lint', 2, 1)]))).toBe('0 passed, 1 failed');
  });

  it('counts a test run that broke before its tests as one', () => {
    expect(lastLine(summarize([stepResult('unit', 1, 1, countVitest({}))]))).toBe('0 passed, 1 failed');
    expect(lastLine(summarize([stepResult('e2e', 1, 1, countPlaywright({}))]))).toBe('0 passed, 1 failed');
  });

  it('says loudly what was skipped', () => {
    expect(summarize([stepResult('unit', 0, 1, countVitest({ numPendingTests: 3 }))])).toContain('3 SKIPPED');
  });
});
