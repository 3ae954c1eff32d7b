import { expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

it('[HEAD1] asks for a window of its own only where browsers give one, and is the same otherwise', () => {
  const { 'cross-origin-opener-policy': opener, ...others } = securityHeaders('board.example.org', true);
  expect(opener).toBe('same-origin');
  expect(securityHeaders('board.example.org', false)).toEqual(others);
});

it('[HEAD1] takes nothing into the policy that is no host', () => {
  expect(securityHeaders('board.lan:4000', false)['content-security-policy']).toContain(
    'ws://board.lan:4000 ',
  );
  for (const host of ['x; script-src *', 'x y', 'x,y', '']) {
    const policy = securityHeaders(host, false)['content-security-policy'];
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('script-src *');
  }
});
