import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StaticFiles } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'coherence-client-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'assets'));
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(join(root, 'assets', 'app-1.js'), 'plain');
writeFileSync(join(root, 'assets', 'app-1.js.br'), 'brotli');
writeFileSync(join(root, '..', 'secret.txt'), 'outside');
const files = new StaticFiles(root);

const ask = (path: string, encoding = '', accept = '*/*') =>
  files.answer({ headers: { 'accept-encoding': encoding, accept } } as unknown as IncomingMessage, path);
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the built client', () => {
  it.each([
    '/',
    '/new',
    '/join',
    '/join/KMPQ23',
    '/b/abc',
    '/b/abc/grid',
    '/B/abc',
    '/JOIN/KMPQ23',
    '/b/abc%23invite',
  ])('%s is a page of it', async (path) => {
    const answer = await ask(path);
    expect(String(answer?.body)).toBe('<!doctype html>');
    expect(answer?.headers['cache-control']).toBe('no-cache');
  });

  it('sends packed files to who takes them, to keep for ever', async () => {
    const packed = await ask('/assets/app-1.js', 'gzip, deflate, br');
    expect([String(packed?.body), packed?.headers['content-encoding']]).toEqual(['brotli', 'br']);
    expect(packed?.headers['cache-control']).toContain('immutable');
    expect(packed?.headers['content-type']).toContain('text/javascript');
    expect(String((await ask('/assets/app-1.js', 'gzip'))?.body)).toBe('plain');
  });

  it.each(['/nothing.js', '/../secret.txt', '/assets/../../secret.txt', '/assets', '/b'])(
    'has no %s',
    async (path) => {
      expect(await ask(path)).toBeNull();
    },
  );

  it.each(['/whatever', '/K7M2QD', '/join/K7M2QD/grid', '/b', '/apis'])(
    'tells a person who mistyped %s in their words, and with 404, that nothing is there',
    async (path) => {
      const answer = await ask(path, '', BROWSER);
      expect([answer?.status, String(answer?.body)]).toEqual([404, '<!doctype html>']);
      expect(await ask(path)).toBeNull();
    },
  );

  it.each(['/api/boards/none', '/health/none', '/sync/none', '/assets/none', '/old-1.js'])(
    'leaves %s to what programs are told',
    async (path) => {
      expect(await ask(path, '', BROWSER)).toBeNull();
    },
  );

  it('says so when it has not been built', async () => {
    const none = new StaticFiles(join(root, 'nowhere'));
    const answer = await none.answer({ headers: {} } as unknown as IncomingMessage, '/');
    expect(answer?.status).toBe(503);
  });
});
