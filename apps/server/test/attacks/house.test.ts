import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/cli/backup.ts';
import { startTestServer } from '../../src/test-server.ts';
import { copyOfKeptStore } from '../kept-fixtures.ts';
import { endAllServers, spawnServer } from '../spawn-server.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function folder(made = mkdtempSync(join(tmpdir(), 'coherence-house-'))): string {
  folders.push(made);
  return made;
}

/** The command line, from a shell whose new files everybody can read. */
function operate(dataDir: string, ...words: string[]): void {
  const script = 'umask 022; exec "$0" "$@"';
  execFileSync('/bin/sh', ['-c', script, process.execPath, CLI, ...words], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir },
    stdio: 'ignore',
  });
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesIn = (dataDir: string) => {
  const files = readdirSync(dataDir).map((name) => modeOf(join(dataDir, name)));
  return [modeOf(dataDir), ...new Set(files)];
};

describe.skipIf(process.platform === 'win32')('another account on the computer', () => {
  it('[FILES1] reads no file of a new data folder, while the server runs and after', async () => {
    const dataDir = join(folder(), 'deep', 'data');
    const server = await spawnServer(dataDir, {}, [], { umask: '022' });
    await fetch(`${server.base}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Private' }),
    });
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['boards.sqlite', 'boards.sqlite-wal']));
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    await server.end('SIGTERM');
    expect(modesIn(dataDir)).toEqual(['700', '600']);
  });

  it('[FILES1] reads no file of a data folder that an earlier version left open', async () => {
    const dataDir = folder(copyOfKeptStore());
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644);
    chmodSync(dataDir, 0o755);
    const server = await spawnServer(dataDir, {}, [], { umask: '022' });
    expect(readdirSync(dataDir)).toContain('boards.sqlite-wal');
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    await server.end('SIGKILL');
  });

  it('[FILES2] reads no backup, nothing that was restored and nothing that was kept aside', () => {
    const dataDir = folder(copyOfKeptStore());
    chmodSync(join(dataDir, 'boards.sqlite'), 0o644);
    const copies = folder();
    const copy = join(copies, 'monday.db');
    const target = join(copies, 'target');
    writeFileSync(target, 'not ours');
    symlinkSync(target, `${copy}.part`);
    operate(dataDir, 'backup', copy);
    expect([modeOf(copy), modeOf(join(dataDir, 'server.lock'))]).toEqual(['600', '600']);
    expect(statSync(target).size).toBe('not ours'.length);
    chmodSync(copy, 0o644);
    operate(dataDir, 'restore', copy);
    expect(readdirSync(dataDir).filter((name) => name.includes('before-restore'))).toHaveLength(1);
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    // Whatever the caller's umask is.
    expect(backUp(dataDir, join(copies, 'direct.db'))).toMatchObject({ ok: true });
    expect(modeOf(join(copies, 'direct.db'))).toBe('600');
  });
});

describe('a page of somebody else', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  beforeAll(async () => {
    server = await startTestServer({ metricsToken: 'a-word-for-the-figures' });
  });
  afterAll(() => server.server.stop());

  it('[HEAD1] gets no hold of ours by any answer, and none of ours asks for a device', async () => {
    const { id, token } = await server.board();
    const answers = await Promise.all([
      server.get('/'),
      server.get('/no/such/page'),
      server.get(`/api/boards/${id}`, token),
      server.get(`/api/boards/${id}`),
      server.post('/api/join', '{'),
      server.get(`/api/boards/${id}/export/map.svg`, token),
      server.post(`/sync/${id}/stream`, {}),
      server.post(`/sync/${id}/send/nobody`, {}),
      server.post('/sync', {}),
    ]);
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(3);
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy')?.split('; ') ?? [];
      expect(policy).toEqual(
        expect.arrayContaining(["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
      );
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\)/);
    }
  });

  it('[HEAD2] gets no figures without their token, nor does anybody else', async () => {
    const { token } = await server.board();
    for (const wrong of [undefined, '', 'a-word-for-the-figure', 'a-word-for-the-figures2', token]) {
      const refused = await server.get('/metrics', wrong);
      expect([refused.status, refused.body.error?.code]).toEqual([401, 'no-token']);
      expect(JSON.stringify(refused.body)).not.toContain('coherence_');
    }
    expect((await server.get('/metrics?token=a-word-for-the-figures')).status).toBe(401);
    expect((await server.get('/metrics', 'a-word-for-the-figures')).body).toMatch(/^coherence_/m);
    expect((await server.get('/health/live')).status).toBe(200);
  });
});
