import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';
import { freePort, isReady } from '../harness/server.ts';

const LIMIT_MS = 15_000;

test('a second start serves within seconds, and neither installs nor builds', async ({}, info) => {
  const bin = info.outputPath('bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'npx'), '#!/bin/sh\necho "npx was called"\nexit 1\n');
  await chmod(join(bin, 'npx'), 0o755);

  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
    PORT: String(port),
    DATA_DIR: info.outputPath('data'),
    npm_config_registry: 'http://127.0.0.1:9',
  };
  delete env['npm_lifecycle_event'];
  const start = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: 'pipe' });
  const ended = once(start, 'close');
  let output = '';
  start.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  start.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  try {
    const url = `http://127.0.0.1:${port}`;
    const isReadyOrOver = async () => start.exitCode !== null || (await isReady(url));
    await expect.poll(isReadyOrOver, { timeout: LIMIT_MS, message: 'the server is ready' }).toBe(true);
    expect(start.exitCode).toBeNull();
    expect(output).not.toContain('npx was called');
    expect(output).not.toContain('build the client');
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
  } finally {
    start.kill('SIGTERM');
    await ended;
    await info.attach('output of the start', { body: output, contentType: 'text/plain' });
  }
});
