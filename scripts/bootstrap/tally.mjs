/**
 * Counts of one step. A step without tests of its own (types, lint) has none passed and, when it fails, one failed.
 * @typedef {{name: string, code: number, passed: number, failed: number, skipped: number, seconds: number}} StepResult
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */

/** @type {Counts} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {unknown} report vitest's JSON reporter, parsed
 * @returns {Counts}
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    /** @type {Record<string, number>} */ (report);
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

/**
 * @param {unknown} report Playwright's JSON reporter, parsed
 * @returns {Counts} a test that passed only on a second try counts as failed
 */
export function countPlaywright(report) {
  const { stats } = /** @type {{stats?: Record<string, number>}} */ (report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * @param {string} name
 * @param {number} code exit code of the step
 * @param {number} seconds
 * @param {Counts} [counts]
 * @returns {StepResult} never zero failed where the exit code says otherwise
 */
export function stepResult(name, code, seconds, counts = NONE) {
  return { name, code, seconds, ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) };
}

/**
 * @param {readonly StepResult[]} results
 * @returns {string} a table for people, its last line exactly `N passed, N failed`
 */
export function summarize(results) {
  const rows = results.map(({ name, passed, failed, skipped, seconds }) => {
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} SKIPPED`] : [])];
    const outcome = passed + failed + skipped > 0 ? counts.join(', ') : 'ok';
    return `  ${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${outcome}`;
  });
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  return ['', ...rows, '', `${total('passed')} passed, ${total('failed')} failed`].join('\n');
}
