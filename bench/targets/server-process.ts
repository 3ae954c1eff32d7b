import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_MISSING } from '../../scripts/bootstrap/find-node.mjs';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';
import { pause, until } from '../clients/pace.ts';
import { processUsage } from '../machine/process-usage.ts';
import type { Room } from '../wire/dialect.ts';
import type { RunningTarget, StartOptions } from './target.ts';

const READY_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 20_000;
const GC_LIMIT_MS = 5_000;
const GC_ON_SIGNAL = fileURLToPath(new URL('../machine/gc-on-signal.mjs', import.meta.url));
const MIB = 2 ** 20;

export const HOST = '127.0.0.1';

interface ProgramOptions extends StartOptions {
  /** The program to run. */
  readonly script: string;
  readonly cwd: string;
  readonly env: (port: number, dataDir: string) => Readonly<NodeJS.ProcessEnv>;
  readonly room: (port: number, name: string) => Promise<Room>;
  readonly settleMs: number;
}

/** Runs a server program on a free port and a data folder of its own, as each target does. */
export async function runProgram(options: ProgramOptions): Promise<RunningTarget> {
  const node = findNode(ROOT);
  if (node === undefined) throw new Error(NODE_MISSING);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'coherence-bench-'));
  const memoryFile = join(folder, 'memory.json');
  const rooms = new Map<string, Promise<Room>>();
  let isEnding = false;
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    const profile =
      options.profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profileInto}`];
    const flags = ['--disable-warning=ExperimentalWarning', `--import=${GC_ON_SIGNAL}`, ...profile];
    const started = spawn(node ?? '', [...flags, options.script], {
      cwd: options.cwd,
      env: {
        PATH: process.env['PATH'] ?? '',
        BENCH_MEMORY_FILE: memoryFile,
        ...options.env(port, join(folder, 'data')),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    started.stderr?.on(
      'data',
      (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)),
    );
    started.once('exit', (code, signal) => {
      if (!isEnding) console.error(`${options.script} ended by itself (${code ?? signal}):\n${complaints}`);
    });
    const deadline = performance.now() + READY_LIMIT_MS;
    while (!(await answers(port))) {
      if (started.exitCode !== null || performance.now() > deadline) {
        started.kill('SIGKILL');
        throw new Error(`${options.script} does not answer on port ${port}:\n${complaints}`);
      }
      await pause(25);
    }
    return started;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    isEnding = true;
    const exited = once(child, 'exit');
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await exited;
    clearTimeout(limit);
    isEnding = false;
  }

  return {
    settleMs: options.settleMs,
    room(name) {
      const room = rooms.get(name) ?? options.room(port, name);
      rooms.set(name, room);
      return room;
    },
    usage: () => processUsage(child.pid ?? 0),
    async heldMib() {
      if (process.platform === 'win32') return null;
      rmSync(memoryFile, { force: true });
      child.kill('SIGUSR2');
      let found: NodeJS.MemoryUsage | null = null;
      await until(() => (found = readMemory(memoryFile)) !== null, GC_LIMIT_MS);
      return heldIn(found);
    },
    async killAndRestart() {
      await end('SIGKILL');
      child = await launch();
    },
    async restart() {
      await end('SIGTERM');
      child = await launch();
    },
    async dispose() {
      await end(options.profileInto === undefined ? 'SIGKILL' : 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readMemory(file: string): NodeJS.MemoryUsage | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
  } catch {
    return null;
  }
}

function heldIn(memory: NodeJS.MemoryUsage | null): { heap: number; rss: number } | null {
  if (memory === null) return null;
  return { heap: (memory.heapUsed + memory.external) / MIB, rss: memory.rss / MIB };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
