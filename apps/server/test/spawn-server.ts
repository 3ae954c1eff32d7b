import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from '../../../scripts/bootstrap/server-environment.mjs';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const running = new Set<ChildProcess>();

/** Ends what a failed test left behind. */
export function endAllServers(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface Constraints {
  /** No file may grow past so many blocks of 512 bytes: writing more fails as on a broken disk. */
  readonly fileBlocks?: number;
  /** Runs as this account. */
  readonly uid?: number;
  /** What the shell it starts from takes from the modes of new files, as `022`. */
  readonly umask?: string;
}

/** The real program in a process of its own, on a free port, as `npm start` runs it. */
export async function spawnServer(
  dataDir: string,
  env: Record<string, string> = {},
  flags: readonly string[] = [],
  { fileBlocks, uid, umask }: Constraints = {},
) {
  const program = [process.execPath, ...flags, MAIN];
  const limits = [
    ...(fileBlocks === undefined ? [] : [`ulimit -f ${fileBlocks}`]),
    ...(umask === undefined ? [] : [`umask ${umask}`]),
  ];
  const limited = ['/bin/sh', '-c', [...limits, 'exec "$0" "$@"'].join('; '), ...program];
  const [command = '', ...words] = limits.length === 0 ? program : limited;
  const child = spawn(command, words, {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: serverEnvironment({
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const port = await new Promise<number>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/localhost:(\d+)/.exec(output);
      if (found !== null) resolve(Number(found[1]));
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', () => reject(new Error(`the server did not start:\n${output}`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    socketBase: `ws://127.0.0.1:${port}/sync`,
    output: () => output,
    pid: child.pid ?? 0,
    exited,
    async end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGUSR2'): Promise<number | null> {
      child.kill(signal);
      return exited;
    },
  };
}
