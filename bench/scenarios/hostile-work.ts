import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { ATTACKS, type Attack, type Target as Attacked } from '@coherence/board/testing';
import { encodeUpdateFrame } from '@coherence/protocol';
import { Client } from '../clients/client.ts';
import { pause, until } from '../clients/pace.ts';
import { ownFactor } from '../clients/writing.ts';
import type { Target } from '../targets/target.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow } from './window.ts';

/** Bytes of the largest update of an attack. */
const SIZES = [64, 256, 900] as const;
const KIB = 1024;
const SETTLE_MS = 400;
const TAKEN_LIMIT_MS = 120_000;
const FREE_KIB = 64;

/** How long the server is silent while one hostile client sends the work of merging; one board for each attack. */
export const hostileWork: Scenario = {
  name: 'hostile-work',
  title: 'Hostile work: longest silence of the server, by kind of attack and size of its largest update',
  needsStore: true,
  rows: [
    ...ATTACKS.flatMap(({ name }, at) =>
      SIZES.map((kib) => ({ key: `${at}-${kib}`, label: `${name}, ${kib} KiB, ms`, compare: false })),
    ),
    { key: 'worst64', label: 'worst at 64 KiB, ms', compare: true },
    { key: 'perKib', label: 'worst above 64 KiB, ms / KiB more', compare: true },
    { key: 'cpu64', label: 'worst at 64 KiB: CPU of the server for the whole attack, ms', compare: true },
    { key: 'quiet', label: 'the same watch with nobody hostile, ms', compare: false },
  ],
  measure,
};

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const figures: Record<string, number | null> = {};
  try {
    const first = await server.room('quiet');
    const watched = watchApart(first);
    await pause(SETTLE_MS * 4);
    figures['quiet'] = await watched.end();
    let [worst64, perKib, cpu64] = [0, 0, 0];
    for (const kib of quick ? SIZES.slice(0, 1) : SIZES) {
      for (const [at, attack] of ATTACKS.entries()) {
        const room = await server.room(`hostile-${at}-${kib}`);
        const window = openWindow(server);
        const silent = await silenceOf(attack, kib * KIB, room);
        if (kib === FREE_KIB) cpu64 = Math.max(cpu64, window.cpuMs() ?? 0);
        figures[`${at}-${kib}`] = silent;
        if (kib === FREE_KIB) worst64 = Math.max(worst64, silent);
        else perKib = Math.max(perKib, (silent - worst64) / (kib - FREE_KIB));
      }
    }
    return { ...figures, worst64, cpu64, perKib: quick ? null : perKib };
  } finally {
    await server.dispose();
  }
}

type Room = Awaited<ReturnType<Awaited<ReturnType<Target['start']>>['room']>>;

async function silenceOf(attack: Attack, bytes: number, room: Room): Promise<number> {
  const doc = new Y.Doc();
  const client = new Client(room, { reading: 'at-once', doc, follows: true });
  await client.joined;
  const attacked = attackedBy(doc);
  await until(() => client.saved >= client.sent, TAKEN_LIMIT_MS);
  const size = sizeFor(attack, attacked, bytes);
  const updates = attack.updates.map((make) => make(attacked, size));
  const watched = watchApart(room);
  await pause(SETTLE_MS);
  for (const update of updates) client.send(encodeUpdateFrame(update));
  await pause(SETTLE_MS);
  // The server answers in order: once a newcomer is let in, all before is done.
  const after = new Client(room, { reading: 'at-once' });
  await after.joined.catch(() => {});
  await pause(SETTLE_MS);
  const silent = await watched.end();
  for (const one of [client, after]) one.destroy();
  return silent;
}

/** A new factor in the document, to be attacked. */
export function attackedBy(doc: Y.Doc): Attacked {
  const { record, text } = ownFactor(doc, 'attacked');
  return { doc, text: idOf(text), record: idOf(record) };
}

/** The size at which the largest update of an attack has about so many bytes. */
export function sizeFor(attack: Attack, attacked: Attacked, bytes: number): number {
  const tried = 500;
  const largest = Math.max(...attack.updates.map((make) => make(attacked, tried).length));
  return Math.floor((tried * bytes) / largest / 1.1);
}

function idOf(type: Y.Text | Y.Map<unknown>): readonly [number, number] {
  if (type._item === null) throw new Error('a root has no id');
  return [type._item.id.client, type._item.id.clock];
}

/** Watches from another process, which making and sending attacks does not keep busy. */
export function watchApart({ host, port }: Room): { end(): Promise<number> } {
  const watcher = fork(fileURLToPath(new URL('../clients/silence-process.ts', import.meta.url)), [
    host,
    String(port),
  ]);
  return {
    end: () =>
      new Promise((resolve, reject) => {
        watcher.once('message', (longest) => resolve(Number(longest)));
        watcher.once('error', reject);
        watcher.send('end');
      }),
  };
}
