import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';

const search = (present: readonly string[], env: NodeJS.ProcessEnv) =>
  findChromium({ env, exists: (path) => present.includes(path), playwrightPath: () => '/cache/chrome' });

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before anything else', () => {
    expect(search(['/mine', '/bin/chromium'], { CHROMIUM_PATH: '/mine', PATH: '/bin' })).toBe('/mine');
  });

  it('refuses a CHROMIUM_PATH that is not there instead of testing with another browser', () => {
    expect(() => search(['/bin/chromium'], { CHROMIUM_PATH: '/gone', PATH: '/bin' })).toThrow('/gone');
  });

  it('then looks for chromium and chrome on PATH', () => {
    const present = ['/b/chromium', '/a/google-chrome', '/cache/chrome'];
    expect(search(present, { PATH: '/a:/b' })).toBe('/b/chromium');
    const withShell = [...present, '/b/chromium-headless-shell'];
    expect(search(withShell, { PATH: '/a:/b' })).toBe('/b/chromium-headless-shell');
    expect(search(present, { PATH: '/a' })).toBe('/a/google-chrome');
  });

  it('then takes the one Playwright downloaded, and else finds none', () => {
    expect(search(['/cache/chrome'], { PATH: '/a' })).toBe('/cache/chrome');
    expect(search([], { PATH: '/a' })).toBeUndefined();
  });
});
