import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { pauseForMe, shellBanner } from './shell-banner.ts';

const saved = { kind: 'saved' } as const;

test('a pause is told to whom it holds up, before they write', () => {
  expect(shellBanner(saved, { pause: 'held' }, 'participant')).toContain('kept and sent when it resumes');
  expect(shellBanner(saved, { pause: 'held' }, 'facilitator')).toBeNull();
  expect(shellBanner(saved, { pause: 'held' }, 'observer')).toBeNull();
  expect(shellBanner(saved, { pause: null }, 'participant')).toBeNull();
});

test('a server that cannot store is more important than a pause', () => {
  const broken = { kind: 'not-saved', why: 'cannot-store', edits: 2 } as const;
  expect(shellBanner(broken, { pause: 'held' }, 'participant')).toContain('2 changes of yours');
});

test('those who may edit while others cannot are told so', () => {
  const session = { paused: true, mayEdit: ['dana'] };
  expect(pauseForMe(session, 'dana')).toBe('free');
  expect(pauseForMe(session, 'omar')).toBe('held');
  expect(pauseForMe({ ...session, paused: false }, 'omar')).toBeNull();
  expect(shellBanner(saved, { pause: 'free' }, 'participant')).toContain('You can go on');
});

test('[DEVICE2] what this browser does not keep is told, after what matters more', () => {
  const nothing = { pause: null, keeping: { small: false, documents: false } };
  const noWords = { pause: null, keeping: { small: true, documents: false } };
  for (const role of ['participant', 'facilitator', 'observer'] as const)
    expect(shellBanner(saved, nothing, role)).toContain('keeps nothing for this site');
  expect(shellBanner(saved, noWords, 'participant')).toContain('Stay in this tab until');
  expect(shellBanner(saved, noWords, 'observer')).toBeNull();
  expect(shellBanner(saved, { ...nothing, pause: 'held' }, 'participant')).toContain('when it resumes');
});

test('[FULL2] a full board is told to those who write, before they do', () => {
  expect(shellBanner(saved, { pause: null, full: 100 }, 'participant')).toContain('This board is full.');
  expect(shellBanner(saved, { pause: null, full: 99 }, 'participant')).toBeNull();
  const held = { kind: 'not-saved', why: 'doc-full', edits: 1 } as const;
  expect(shellBanner(held, { pause: null }, 'participant')).toContain('kept on this device');
});
