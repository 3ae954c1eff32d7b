import { parseArgs } from 'node:util';
import { createBoard } from './harness/api.ts';
import { startBand } from './band/band.ts';
import { readMaterial } from './band/material.ts';

/**
 * `npm run demo`, or by hand: `node e2e/demo.ts --url http://host:4000 [--code K7M2QD] [--size 12] [--seed 7]
 * [--speed 1]`. Without a code it prepares a board of its own. `--demo`: it ends with its server.
 */
const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    url: { type: 'string', default: process.env['SERVER_URL'] ?? 'http://127.0.0.1:4000' },
    code: { type: 'string' },
    size: { type: 'string', default: '12' },
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '1' },
  },
});

const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // The server ends at the same moment: no server would take what is not saved yet.
    if (values.demo) process.exit();
    leaving.abort();
  });
}

const { title, question, units } = readMaterial();
const created = values.code === undefined ? await createBoard(values.url, { title, question, units }) : null;
const code = values.code ?? created?.code ?? '';
if (created !== null) {
  console.log(`\nA board with ${values.size} people at work:`);
  console.log(`  as facilitator  ${values.url}/b/${created.id}#${created.invites.facilitator}`);
  console.log(`  as participant  ${values.url}/join/${code}\n`);
}
const band = await startBand({
  venue: { url: values.url, code },
  size: Number(values.size),
  seed: Number(values.seed),
  speed: Number(values.speed),
  signal: leaving.signal,
});
await band.done;
console.log('The band has left; what they wrote stays.');
