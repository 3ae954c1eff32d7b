import { poCatalogs } from '@coherence/words/vite';
import { defineConfig } from 'vitest/config';
import { LONG_TESTS, NEVER } from './vitest.config.ts';

const HOUR_MS = 3_600_000;

export default defineConfig({
  plugins: [poCatalogs()],
  test: {
    environment: 'node',
    include: LONG_TESTS,
    exclude: NEVER,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: HOUR_MS,
    hookTimeout: HOUR_MS,
    allowOnly: false,
  },
});
