import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNode } from './find-node.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coherence-node-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A program that says it is Node of this version. */
function node(folder: string, version: string): string {
  mkdirSync(join(root, folder), { recursive: true });
  const path = join(root, folder, 'node');
  writeFileSync(path, `#!/bin/sh\necho ${version}\n`);
  chmodSync(path, 0o755);
  return path;
}
const PACKAGED = 'node_modules/.bin';
const pathOf = (...folders: readonly string[]) => ({
  PATH: folders.map((one) => join(root, one)).join(delimiter),
});

describe.skipIf(process.platform === 'win32')('the Node that runs the product', () => {
  it('is the system’s where it is 24 or newer, though npm puts the packaged one first', () => {
    const packaged = node(PACKAGED, 'v26.10.0');
    const system = node('usr/bin', 'v24.1.0');
    expect(findNode(root, { running: packaged, env: pathOf(PACKAGED, 'usr/bin') })).toBe(system);
    expect(findNode(root, { running: packaged, env: { npm_node_execpath: system } })).toBe(system);
  });

  it('is the one a person starts it with, before the one on PATH', () => {
    node('usr/bin', 'v24.1.0');
    const chosen = node('opt', 'v28.0.0');
    expect(findNode(root, { running: chosen, env: pathOf('usr/bin') })).toBe(chosen);
  });

  it('is the packaged one where the system’s is older, broken or missing', () => {
    const packaged = node(PACKAGED, 'v26.10.0');
    const old = node('usr/bin', 'v20.20.2');
    node('broken', 'nonsense');
    expect(findNode(root, { running: old, env: pathOf('broken', 'usr/bin', 'nowhere') })).toBe(packaged);
    expect(findNode(root, { running: packaged, env: {} })).toBe(packaged);
  });

  it('is none where nothing is new enough', () => {
    const old = node('usr/bin', 'v22.9.0');
    expect(findNode(root, { running: old, env: pathOf('usr/bin') })).toBeUndefined();
  });
});
