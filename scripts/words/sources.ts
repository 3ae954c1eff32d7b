import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { catalogFiles, readEntries } from '@coherence/words/node';
import { ROOT } from '../bootstrap/workspace.mjs';
import type { ImportSite } from '../boundaries/read-imports.ts';
import { readImports } from '../boundaries/read-imports.ts';
import type { WordsOfFile } from './read-words.ts';
import { readWords } from './read-words.ts';

/** A file that people run, with what it imports and says. */
export interface Spoken extends WordsOfFile {
  readonly path: string;
  readonly imports: readonly ImportSite[];
}

/** Every key of the English catalogs. */
export function everyKey(): readonly string[] {
  return catalogFiles('en').flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name }) => `${section}.${name}`),
  );
}

const WORKSPACE = /^@coherence\/([\w-]+)(\/.*)?$/;

/** All sources of programs and packages but tests and the list of words, by their paths from the root. */
export function spokenSources(): ReadonlyMap<string, Spoken> {
  const paths = globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('.test.') && !path.includes('/testing/'))
    .filter((path) => path !== 'packages/words/src/word-values.ts');
  return new Map(
    paths.map((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      return [path, { path, imports: readImports(path, source), ...readWords(path, source) }];
    }),
  );
}

const doors = new Map<string, Readonly<Record<string, string>>>();

function doorsOf(name: string): Readonly<Record<string, string>> {
  const known = doors.get(name);
  if (known !== undefined) return known;
  const { exports }: { exports: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'),
  );
  doors.set(name, exports);
  return exports;
}

/** The file that an import of ours leads to, from the root; null for libraries. */
export function resolveImport(from: string, specifier: string): string | null {
  const bare = specifier.split('?')[0] ?? '';
  if (bare.startsWith('.')) return posix.join(posix.dirname(from), bare);
  const [, name, door = ''] = WORKSPACE.exec(bare) ?? [];
  if (name === undefined) return null;
  const file = doorsOf(name)[`.${door}`];
  return file === undefined ? null : posix.join('packages', name, file);
}

/** Every source that comes along where `path` is imported, itself among them; what is imported on demand is not. */
export function comesAlong(path: string, sources: ReadonlyMap<string, Spoken>): readonly Spoken[] {
  const seen = new Map<string, Spoken>();
  const queue = [path];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const source = sources.get(next);
    if (source === undefined || seen.has(next)) continue;
    seen.set(next, source);
    const onDemand = new Set(source.parts.map(({ specifier, line }) => `${line} ${specifier}`));
    for (const { specifier, typeOnly, line } of source.imports) {
      const target = typeOnly || onDemand.has(`${line} ${specifier}`) ? null : resolveImport(next, specifier);
      if (target !== null) queue.push(target);
    }
  }
  return [...seen.values()];
}

/** The sections whose words `files` say, by name. `keys`: every word there is. */
export function sectionsSaid(files: readonly WordsOfFile[], keys: readonly string[]): readonly string[] {
  const written = new Set(files.flatMap((file) => file.keys));
  const stems = files.flatMap((file) => file.stems);
  const said = keys.filter((key) => written.has(key) || stems.some((stem) => key.startsWith(stem)));
  return [...new Set(said.map((key) => key.split('.')[0] ?? ''))].toSorted();
}
