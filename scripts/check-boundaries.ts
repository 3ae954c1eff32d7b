import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, workspaceFolders } from './bootstrap/workspace.mjs';
import { checkSources, formatViolation } from './boundaries/check-sources.ts';
import type { Manifest } from './boundaries/source.ts';

interface PackageJson {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const SKIPPED = new Set(['node_modules', 'dist', 'test-results', 'playwright-report']);

const manifests = workspaceFolders().map((folder): Manifest => {
  const parsed: PackageJson = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const { name, dependencies = {}, devDependencies = {} } = parsed;
  return {
    folder,
    name,
    dependencies: Object.keys(dependencies),
    devDependencies: Object.keys(devDependencies),
  };
});

const paths = globSync('{apps,packages,e2e,bench,scripts}/**/*.{ts,tsx,mjs,css}', {
  cwd: ROOT,
  exclude: (path) => SKIPPED.has(path.split(/[/\\]/).at(-1) ?? ''),
});
const files = paths
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
  .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }));

const violations = checkSources(files, manifests);
for (const violation of violations) console.error(formatViolation(violation));
console.log(`boundaries: ${files.length} files, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
