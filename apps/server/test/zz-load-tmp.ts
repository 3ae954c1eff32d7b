import { mkdtempSync, rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { openBoardClient, streamedSocket } from '@coherence/sync';
import * as Y from 'yjs';
import { spawnServer } from './spawn-server.ts';
const dir = mkdtempSync('/tmp/zzload-');
const server = await spawnServer(dir);
const post = async (p: string, b: object) =>
  (
    await fetch(server.base + p, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(b),
    })
  ).json() as Promise<any>;
const board = await post('/api/boards', { title: 'Load' });
const over = process.argv[2] === 'ws' ? {} : { socket: streamedSocket };
const cs = Array.from({ length: 45 }, () =>
  openBoardClient({ url: server.base, boardId: board.id, token: board.token, doc: new Y.Doc(), ...over }),
);
const until = async (f: () => boolean) => {
  while (!f()) await new Promise((r) => setTimeout(r, 5));
};
const t0 = performance.now();
await until(() => cs.every((c) => c.saved.getSnapshot().kind === 'saved'));
process.stdout.write(`45 joined ${(performance.now() - t0) | 0} ms\n`);
const lat: number[] = [];
let n = 0;
const timers = cs.map((c, i) =>
  setInterval(() => {
    c.awareness.setLocalState({ cursor: [Math.random(), n] });
    if (i < 9 && Math.random() < 0.4) {
      const at = performance.now();
      const k = `k${i}`;
      c.doc.getMap('x' + 0).set(k, at);
    }
  }, 100),
);
void timers;
for (let r = 0; r < 20; r++) {
  const at = performance.now();
  cs[0]!.doc.getMap('meta').set('title', `t${r}`);
  await until(() => cs[44]!.doc.getMap('meta').get('title') === `t${r}`);
  lat.push(performance.now() - at);
  await new Promise((x) => setTimeout(x, 300));
  n++;
}
lat.sort((a, b) => a - b);
const pid = readFileSync('/proc/self/stat');
void pid;
process.stdout.write(`edit seen: p50 ${lat[10]! | 0} max ${lat.at(-1)! | 0} ms\n`);
const m = await (await fetch(server.base + '/metrics')).text();
process.stdout.write(
  m
    .split('\n')
    .filter((l) => /^(coherence_sessions|process_|coherence_.*closed|coherence_http)/.test(l))
    .join('\n') + '\n',
);
timers.forEach(clearInterval);
cs.forEach((c) => c.destroy());
process.stdout.write(`exit ${await server.end('SIGTERM')}\n${server.output().slice(-300)}`);
rmSync(dir, { recursive: true });
process.exit(0);
