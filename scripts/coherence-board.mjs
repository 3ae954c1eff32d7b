// npm run coherence-board. Plain JavaScript without dependencies, like start.mjs: it finds the Node that the server runs on too.
import { join } from 'node:path';
import { PrepareError, requireNode, runToEnd } from './bootstrap/prepare.mjs';
import { ROOT } from './bootstrap/workspace.mjs';

try {
  const words = ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/server/src/cli/main.ts')];
  process.exitCode = await runToEnd(requireNode(ROOT), [...words, ...process.argv.slice(2)], { cwd: ROOT });
} catch (error) {
  if (!(error instanceof PrepareError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
