import { expect, test } from 'vitest';
import { shellBanner } from './shell-banner.ts';

const saved = { kind: 'saved' } as const;

test('a pause is told to whom it holds up, before they write', () => {
  expect(shellBanner(saved, true, 'participant')).toContain('kept and sent when it resumes');
  expect(shellBanner(saved, true, 'facilitator')).toBeNull();
  expect(shellBanner(saved, true, 'observer')).toBeNull();
  expect(shellBanner(saved, false, 'participant')).toBeNull();
});

test('a server that cannot store is more important than a pause', () => {
  const broken = { kind: 'not-saved', why: 'cannot-store', edits: 2 } as const;
  expect(shellBanner(broken, true, 'participant')).toContain('2 changes of yours');
});
