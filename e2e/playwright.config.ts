import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';

const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP board.lan 127.0.0.1',
];
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './harness/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Only a test that fails ever waits so long: a shared machine is slow at times, and slow is not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    // From here on the header holds everything in the open.
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    // Traces of tests that pass cost a seventh of the time: `npm run check:e2e -- <name> --trace on` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: LAUNCH_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
