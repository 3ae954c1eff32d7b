import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { endAllServers, spawnServer } from './spawn-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'coherence-compiled-'));
afterAll(() => {
  endAllServers();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps what Node compiled once it has answered, though it is killed', async () => {
  const cache = join(folder, 'cache');
  const server = await spawnServer(join(folder, 'data'), { NODE_COMPILE_CACHE: cache });
  await fetch(`${server.base}/health/live`);
  await server.end('SIGKILL');
  const modules = globSync('**/*', { cwd: cache }).length;
  expect(modules).toBeGreaterThan(200);
});
