import { poCatalogs } from '@coherence/words/vite';
import { defineConfig } from 'vitest/config';

const UNIT_TESTS = ['{apps,packages,e2e,bench,scripts}/**/*.test.{ts,tsx}'];
export const LONG_TESTS = ['{apps,packages,e2e,bench,scripts}/**/*.long.test.ts'];
export const NEVER = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  plugins: [poCatalogs()],
  test: {
    environment: 'node',
    include: UNIT_TESTS,
    exclude: [...NEVER, ...LONG_TESTS],
    pool: 'threads',
    // Tests of the server wait half of their time: for disks, processes and clocks.
    maxWorkers: 4,
    // One copy of the modules per worker: to load them anew for each of 400 files costs a third of the time. A test that
    // leaves something behind in a module is a fault of that test; what vitest can put back, it puts back.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    // Bounds what hangs; a loaded machine may take a while.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
