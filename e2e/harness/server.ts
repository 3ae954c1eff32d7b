import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolEnvironment } from '../../scripts/bootstrap/find-node.mjs';
import { requireNode } from '../../scripts/bootstrap/prepare.mjs';
import { serverEnvironment } from '../../scripts/bootstrap/server-environment.mjs';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';

const READY_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 10_000;
const POLL_MS = 50;

/** One built server in a process of its own, on one port and one data folder for as long as the test lives. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly isRunning: () => boolean;
  /** Everything it wrote to stdout and stderr so far, over all its lives. */
  readonly output: () => string;
  /** Ends it as a power cut would. */
  readonly kill9: () => Promise<void>;
  /** Starts it again after kill9 or stop, on the same port and data; resolves when it is ready. */
  readonly restart: () => Promise<void>;
  /** Asks it to end and waits; returns its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it and removes its data. */
  readonly dispose: () => Promise<void>;
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Whether a server answers there and says it is ready. */
export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function endOf(child: ChildProcess): Promise<number | null> {
  if (!hasEnded(child)) await once(child, 'exit');
  return child.exitCode;
}

/**
 * Starts the server as `npm start` would, with data of its own, and waits until it is ready.
 * @param extra environment variables beside PORT, HOST and DATA_DIR
 */
export async function startServer(extra: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'coherence-e2e-'));
  const env = serverEnvironment({
    ...toolEnvironment(ROOT),
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    ...extra,
  });
  let output = '';
  let child = launch();

  function launch(): ChildProcess {
    const args = ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/server/src/main.ts')];
    const started = spawn(requireNode(ROOT), args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const read = (chunk: Buffer) => (output += chunk.toString());
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    return started;
  }

  async function untilReady() {
    const deadline = Date.now() + READY_LIMIT_MS;
    while (!(await isReady(url))) {
      if (hasEnded(child))
        throw new Error(`the server ended with ${child.exitCode} before it was ready:\n${output}`);
      if (Date.now() > deadline)
        throw new Error(`the server was not ready in ${READY_LIMIT_MS} ms:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async function kill9() {
    child.kill('SIGKILL');
    await endOf(child);
  }

  async function stop() {
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.kill('SIGTERM');
    const code = await endOf(child);
    clearTimeout(limit);
    return code;
  }

  async function restart() {
    if (!hasEnded(child)) throw new Error('the server is still running: kill9 or stop it first');
    child = launch();
    await untilReady();
  }

  async function dispose() {
    await kill9();
    await rm(dataDir, { recursive: true, force: true });
  }

  await untilReady().catch(async (error: unknown) => {
    await dispose();
    throw error;
  });
  return {
    url,
    port,
    dataDir,
    isRunning: () => !hasEnded(child),
    output: () => output,
    kill9,
    restart,
    stop,
    dispose,
  };
}
