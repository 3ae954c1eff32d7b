import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './bootstrap/workspace.mjs';
import type { BuildManifest } from './size/first-path.ts';
import { JOIN_LIMIT_KB, LIMIT_KB, splitByPath } from './size/first-path.ts';

const DIST = join(ROOT, 'apps/web/dist');

const kilobytes = (file: string) => gzipSync(readFileSync(join(DIST, file))).length / 1000;

function printPart(title: string, files: readonly string[]): number {
  const rows = files.map((file) => ({ file, size: kilobytes(file) })).toSorted((a, b) => b.size - a.size);
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  console.log(`${total.toFixed(1).padStart(8)} kB  ${title}`);
  for (const { file, size } of rows) console.log(`${size.toFixed(1).padStart(8)}     ${file}`);
  return total;
}

const manifest: BuildManifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
const { joinPath, firstPath, onDemand } = splitByPath(manifest);
console.log('JavaScript, gzipped');
const toJoin = printPart('of them before a person can join', joinPath);
const total = printPart('to start, join and work in the grid', firstPath);
printPart('more on demand: map, outline, import, invitations', onDemand);
if (toJoin > JOIN_LIMIT_KB) {
  console.error(`The screen to join is over ${JOIN_LIMIT_KB} kB: load later what it does not need.`);
  process.exitCode = 1;
}
if (total > LIMIT_KB) {
  console.error(`The path to the grid is over ${LIMIT_KB} kB: load on demand what it does not need.`);
  process.exitCode = 1;
}
