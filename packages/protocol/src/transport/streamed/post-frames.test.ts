import { expect, test } from 'vitest';
import { postTimeoutMs } from './post-frames.ts';

test('[STREAM10] a whole document of 8 MiB has the time that a phone at 64 kbit/s takes for it', () => {
  const bytes = 8 * 1024 * 1024;
  expect(postTimeoutMs(bytes)).toBeGreaterThan((bytes / 8_000) * 1_000);
  expect(postTimeoutMs(100)).toBeLessThan(16_000);
});
