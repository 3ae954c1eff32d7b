import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Prepared } from './target.ts';

const PEERS = fileURLToPath(new URL('../.peers/', import.meta.url));
const INSTALL_LIMIT_MS = 180_000;
const run = promisify(execFile);

export interface Peer {
  readonly name: string;
  /** Exact versions; those under `overrides` hold for what these depend on too. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly npmFlags?: readonly string[];
  /** Files of this repository that belong beside its packages: target name -> path. */
  readonly files?: Readonly<Record<string, string>>;
}

export function peerFolder({ name }: Peer): string {
  return join(PEERS, name);
}

/** Installs a peer from the package registry, once. Only the bench asks for it: never a start or a test. */
export async function installPeer(peer: Peer): Promise<Prepared> {
  const folder = peerFolder(peer);
  const { dependencies, overrides = {} } = peer;
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies, overrides }, null, 2);
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(peer.files ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(source, join(folder, name), { recursive: true });
  }
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return { ok: true };
  writeFileSync(join(folder, 'package.json'), manifest);
  const flags = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...(peer.npmFlags ?? [])];
  try {
    await run('npm', flags, { cwd: folder, timeout: INSTALL_LIMIT_MS });
    writeFileSync(stamp, manifest);
    return { ok: true };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `npm could not install it: ${words.slice(0, 400)}` };
  }
}
