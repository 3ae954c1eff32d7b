import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT, workspaceFolders } from './bootstrap/workspace.mjs';

const isTypeScript = (folder: string) =>
  existsSync(join(ROOT, folder, 'tsconfig.json')) &&
  globSync('{*,src/**/*,harness/**/*}.{ts,tsx}', { cwd: join(ROOT, folder) }).length > 0;

const projects = [...workspaceFolders(), 'scripts'].filter(isTypeScript);
const failed: string[] = [];

async function checkProject(project: string) {
  const from = performance.now();
  const tsc = spawn(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(ROOT, project)], { cwd: ROOT });
  const [[code], output, errors] = await Promise.all([
    once(tsc, 'close'),
    text(tsc.stdout),
    text(tsc.stderr),
  ]);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${project} ${seconds} s`);
  if (code === 0) return;
  failed.push(project);
  console.error(output + errors);
}

const queue = [...projects];
const work = async () => {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    await checkProject(project);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`types: ${projects.length} projects, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
