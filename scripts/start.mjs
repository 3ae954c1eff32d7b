// npm start, npm run dev, npm run demo, npm run build. Plain JavaScript without dependencies: it runs before anything is
// installed, on any Node from 20 on. The server then runs on the Node that `findNode` finds.
import { join } from 'node:path';
import { toolEnvironment } from './bootstrap/find-node.mjs';
import { PrepareError, ensureBuilt, ensureInstalled, requireNode } from './bootstrap/prepare.mjs';
import { serverEnvironment } from './bootstrap/server-environment.mjs';
import { supervise } from './bootstrap/supervise.mjs';
import { ROOT } from './bootstrap/workspace.mjs';

const WAIT_UNTIL_READY = new URL('./bootstrap/wait-until-ready.mjs', import.meta.url).href;
const flags = new Set(process.argv.slice(2));
const SERVER_URL = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`;
const env = { ...toolEnvironment(ROOT), SERVER_URL };
const entry = join(ROOT, 'apps/server/src/main.ts');

const server = { name: 'server', args: [entry], cwd: ROOT, env: serverEnvironment(env) };
const watchedServer = { ...server, args: ['--watch', '--watch-preserve-output', entry] };
const clientInDevelopment = {
  name: 'client',
  args: ['node_modules/vite/bin/vite.js'],
  cwd: join(ROOT, 'apps/web'),
  env,
};
const band = {
  name: 'band',
  args: [`--import=${WAIT_UNTIL_READY}`, join(ROOT, 'e2e/demo.ts'), '--demo'],
  cwd: ROOT,
  env,
};

async function start() {
  await ensureInstalled(ROOT);
  const node = requireNode(ROOT);
  if (flags.has('--dev')) return supervise(node, [watchedServer, clientInDevelopment]);
  await ensureBuilt(ROOT);
  if (flags.has('--build')) return 0;
  return supervise(node, flags.has('--demo') ? [server, band] : [server]);
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof PrepareError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
