import { posix } from 'node:path';
import type { ImportSite } from './read-imports.ts';
import { readImports } from './read-imports.ts';

/** A file as it is on disk; `path` is relative to the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** The dependencies one package.json declares; `folder` is '' for the root. */
export interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly remedy: string;
}

/** A test, what tests of several files lean on (`testing/`, `test/`, contracts), or what is neither. */
export type Part = 'source' | 'support' | 'test';

/** A source file with what the rules ask about it. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  /** Its workspace folder ('packages/board', 'e2e'), '' under scripts. */
  readonly folder: string;
  readonly part: Part;
  /** Tests, programs outside and tool configuration: they may use development dependencies. */
  readonly isDevelopment: boolean;
  readonly imports: readonly ImportSite[];
}

const CODE = /\.(tsx?|mjs)$/;
const TEST = /\.(test|spec)\.tsx?$/;
const SUPPORT = /\/(test|testing)\/|\.contract\.ts$/;
const CONFIGURATION = /\.config\.ts$/;

const folderOf = (path: string) => {
  const [first = '', second = ''] = path.split('/');
  if (first === 'apps' || first === 'packages') return `${first}/${second}`;
  return first === 'scripts' ? '' : first;
};

/** By its path; `e2e/tests` holds tests, and the rest of `e2e` and `bench` is a program like any other. */
export function partOf(path: string): Part {
  if (TEST.test(path)) return 'test';
  return SUPPORT.test(path) ? 'support' : 'source';
}

/** Parses a file and names the part of the tree it belongs to. Files that are not code import nothing. */
export function readModule({ path, source }: SourceFile): Module {
  const folder = folderOf(path);
  const part = partOf(path);
  const isOutside = ['', 'e2e', 'bench'].includes(folder) || !path.includes('/src/');
  return {
    path,
    lines: source.trimEnd().split('\n').length,
    folder,
    part,
    isDevelopment: part !== 'source' || isOutside || CONFIGURATION.test(path),
    imports: CODE.test(path) ? readImports(path, source) : [],
  };
}

/** Where a relative import leads, relative to the repository, without a bundler's query. */
export function resolveRelative(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.split('?')[0] ?? '');
}

export const isRelative = (specifier: string): boolean => /^\.\.?(\/|$)/.test(specifier);
