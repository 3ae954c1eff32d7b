import { afterEach, expect, test, vi } from 'vitest';
import { isServerLive } from './server-live.ts';

afterEach(() => void vi.unstubAllGlobals());

test.each([
  ['the server', () => Response.json({ status: 'live' }), true],
  ['a sign-in page of the network', () => new Response('<h1>Accept the terms</h1>'), false],
  ['JSON of somebody else', () => Response.json(null), false],
  ['a proxy that cannot reach it', () => Response.json({ status: 'live' }, { status: 502 }), false],
])('[CHOICE1] answered by %s', async (_who, answer, isLive) => {
  const asked = vi.fn<(url: string) => Promise<Response>>(async () => answer());
  vi.stubGlobal('fetch', asked);
  expect(await isServerLive('http://board.test')).toBe(isLive);
  expect(asked.mock.calls[0]?.[0]).toBe('http://board.test/health/live');
});

test('[CHOICE1] answered by nobody', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('not reached')));
  expect(await isServerLive('http://board.test')).toBe(false);
});
