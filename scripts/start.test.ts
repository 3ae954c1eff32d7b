import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFailed } from 'vitest';

const SERVER = `
import { appendFileSync } from 'node:fs';
process.on('SIGTERM', () => {
  console.log('asked to stop');
  setTimeout(() => process.exit(7), Number(process.env.SLOW_STOP_MS ?? 0));
});
process.on('SIGINT', () => { appendFileSync('log', 'interrupted\\n'); process.exit(0); });
process.on('exit', () => appendFileSync('log', 'server ended\\n'));
setInterval(() => {}, 1000);
console.log('serving as', process.pid);
`;
const VITE = `
const fs = require('node:fs');
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/index.html', '');
fs.appendFileSync('../../log', 'built\\n');
`;
const NPX_THAT_INSTALLS = `#!/bin/sh
echo "npx $*" >> log
mkdir -p node_modules/.bin apps/web/node_modules/vite/bin
ln -sf '${process.execPath}' node_modules/.bin/node
cat > apps/web/node_modules/vite/bin/vite.cjs <<'END'${VITE}END
ln -sf vite.cjs apps/web/node_modules/vite/bin/vite.js
`;
const NPX_WITHOUT_NETWORK = '#!/bin/sh\necho "npx failed" >> log\nexit 1\n';

let root: string;
let running: ChildProcess[];

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** A repository in miniature: the real start script, a server that only waits, and a stand-in for the registry. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coherence-start-'));
  running = [];
  cpSync(join(import.meta.dirname, 'start.mjs'), join(root, 'scripts/start.mjs'));
  cpSync(join(import.meta.dirname, 'bootstrap'), join(root, 'scripts/bootstrap'), { recursive: true });
  put('package.json', '{}');
  put('pnpm-lock.yaml', 'lock 1');
  put('apps/web/package.json', '{}');
  put('apps/web/src/main.tsx', 'export {};');
  put('apps/server/package.json', '{}');
  put('apps/server/src/main.ts', SERVER);
  useNpx(NPX_THAT_INSTALLS);
  symlinkSync(process.execPath, join(root, 'bin/node'));
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const useNpx = (script: string) => {
  put('bin/npx', script);
  chmodSync(join(root, 'bin/npx'), 0o755);
};

const log = () => readFileSync(join(root, 'log'), 'utf8').trim().split('\n');

/** What npm is to the script it runs: a process that starts it through a shell. */
const LIKE_NPM = `
require('node:child_process').spawn('sh', ['-c', 'node scripts/start.mjs'], { stdio: 'inherit' });
`;

const parentOf = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));

const start = (args = ['scripts/start.mjs'], npm: NodeJS.ProcessEnv = {}) => {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: [join(root, 'bin'), '/usr/bin', '/bin'].join(delimiter),
  };
  delete env['npm_lifecycle_event'];
  Object.assign(env, npm);
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
  running.push(child);
  let output = '';
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, output }));
  const serverPid = new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const pid = /serving as (\d+)/.exec(output)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`ended before it served: ${output}`)));
  });
  serverPid.catch(() => {});
  onTestFailed(() => console.log(output));
  const says = async (words: string) => {
    while (!output.includes(words)) await once(child.stdout, 'data');
  };
  return { child, serverPid, ended, says };
};

const startAndStop = async () => {
  const run = start();
  await run.serverPid;
  run.child.kill('SIGTERM');
  return run.ended;
};

describe('a first start', () => {
  it('installs what the lockfile says, builds, serves, and says how long each step took', async () => {
    const { output } = await startAndStop();
    expect(log()).toEqual([
      expect.stringMatching(/^npx -y pnpm@[\d.]+ install --frozen-lockfile/),
      'built',
      'server ended',
    ]);
    expect(output).toMatch(/install dependencies: \d+\.\d s/);
    expect(output).toMatch(/build the client: \d+\.\d s/);
  });

  it('keeps what Node compiled of the server for the next start', async () => {
    await startAndStop();
    expect(existsSync(join(root, '.cache/compile'))).toBe(true);
  });

  it('explains itself when there is no network', async () => {
    useNpx(NPX_WITHOUT_NETWORK);
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain('It needs the network');
    expect(output).toContain('when you are online');
  });
});

describe('a second start', () => {
  it('needs no network and builds nothing', async () => {
    await startAndStop();
    useNpx(NPX_WITHOUT_NETWORK);
    rmSync(join(root, 'log'));
    await startAndStop();
    expect(log()).toEqual(['server ended']);
  });

  it('builds again, without a network, when a source of the client changed', async () => {
    await startAndStop();
    useNpx(NPX_WITHOUT_NETWORK);
    put('apps/web/src/main.tsx', 'export const changed = true;');
    rmSync(join(root, 'log'));
    await startAndStop();
    expect(log()).toEqual(['built', 'server ended']);
  });

  it('installs again after a failed install, though the lockfile is the same', async () => {
    await startAndStop();
    put('pnpm-lock.yaml', 'lock 2');
    useNpx(NPX_WITHOUT_NETWORK);
    await start().ended;
    put('pnpm-lock.yaml', 'lock 1');
    useNpx(NPX_THAT_INSTALLS);
    rmSync(join(root, 'log'));
    await startAndStop();
    expect(log()[0]).toMatch(/^npx -y/);
  });
});

describe('stopping', () => {
  it('passes SIGTERM on and ends with the exit code of the server', async () => {
    expect((await startAndStop()).code).toBe(7);
  });

  it('passes SIGINT on once', async () => {
    const run = start();
    await run.serverPid;
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(0);
    expect(log().filter((line) => line === 'interrupted')).toHaveLength(1);
  });

  it('leaves no server behind when it is killed', async () => {
    const run = start();
    await run.serverPid;
    run.child.kill('SIGKILL');
    await run.ended;
    expect(log()).toContain('server ended');
  });

  it('lets a server that takes its time finish, though npm is already gone', async () => {
    const npm = start(['-e', LIKE_NPM], { npm_lifecycle_event: 'start', SLOW_STOP_MS: '1500' });
    const server = await npm.serverPid;
    process.kill(parentOf(server), 'SIGTERM');
    npm.child.kill('SIGKILL');
    await npm.ended;
    expect(log()).toContain('server ended');
  });

  it('lets it finish too when the signal is heard only after npm is gone', async () => {
    const npm = start(['-e', LIKE_NPM], { npm_lifecycle_event: 'start', SLOW_STOP_MS: '1500' });
    const supervisor = parentOf(await npm.serverPid);
    npm.child.kill('SIGKILL');
    await npm.says('asked to stop');
    process.kill(supervisor, 'SIGTERM');
    await npm.ended;
    expect(log()).toContain('server ended');
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('leaves no server behind when npm ends by %s', async (signal) => {
    const npm = start(['-e', LIKE_NPM], { npm_lifecycle_event: 'start' });
    await npm.serverPid;
    npm.child.kill(signal);
    await npm.ended;
    expect(log()).toContain('server ended');
  });
});
