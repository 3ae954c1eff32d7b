import * as Y from 'yjs';
import { randomFrom } from '@coherence/board/testing';
import type { Client } from '../clients/client.ts';
import { pause, until } from '../clients/pace.ts';
import { ownFactor } from '../clients/writing.ts';
import type { RunningTarget, Target } from '../targets/target.ts';
import { bringIn } from './crowd.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow, per } from './window.ts';

const BOARDS = 500;
const CONNECTIONS = 500;
const FACTORS = 80;
const WORDS_OF_A_FACTOR = 90;
const AT_ONCE = 50;
const STORED_LIMIT_MS = 30_000;
const SETTLE_MS = 3_000;
/** Most boards are read most of the time. */
const READING_MS = 25_000;
const IDLE_MS = 5_000;
const LETTERS = 'etaoin shrdlu';

/** What open boards and idle connections hold, after collecting garbage and as the system sees it. */
export const memory: Scenario = {
  name: 'memory',
  title: `Memory: ${BOARDS} boards of 50 KiB with one client each; ${CONNECTIONS} idle connections to one board`,
  needsStore: false,
  rows: [
    { key: 'boardKib', label: 'size of one board KiB', compare: false },
    { key: 'rssWritten', label: 'RSS KiB / open board, just written', compare: true },
    { key: 'heapWritten', label: 'held after GC, KiB / open board, just written', compare: true },
    { key: 'rssPerBoard', label: 'RSS KiB / open board, 25 s later', compare: true },
    { key: 'heapPerBoard', label: 'held after GC, KiB / open board, 25 s later', compare: true },
    { key: 'heapAfterEmpty', label: 'held after GC, KiB / board everybody has left', compare: true },
    { key: 'rssAfterEmpty', label: 'RSS MiB above the start, all left', compare: true },
    { key: 'rssPerConnection', label: 'RSS KiB / idle connection', compare: true },
    { key: 'heapPerConnection', label: 'held after GC, KiB / idle connection', compare: true },
    { key: 'idleCore', label: 'cores used by idle connections', compare: false },
  ],
  measure,
};

interface Held {
  readonly heap: number | null;
  readonly rss: number | null;
}

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const boards = quick ? BOARDS / 10 : BOARDS;
  const connections = quick ? CONNECTIONS / 10 : CONNECTIONS;
  const board = boardOf(FACTORS);
  const figures: Figures = { boardKib: board.length / 1024 };
  const first = await target.start(start);
  try {
    const before = await held(first);
    const clients = await openBoards(first, boards, board);
    await pause(SETTLE_MS);
    const written = await held(first);
    figures['rssWritten'] = kibEach(written.rss, before.rss, boards);
    figures['heapWritten'] = kibEach(written.heap, before.heap, boards);
    await pause(READING_MS);
    const open = await held(first);
    figures['rssPerBoard'] = kibEach(open.rss, before.rss, boards);
    figures['heapPerBoard'] = kibEach(open.heap, before.heap, boards);
    for (const client of clients) client.close();
    await pause(first.settleMs + SETTLE_MS);
    const empty = await held(first);
    figures['heapAfterEmpty'] = kibEach(empty.heap, before.heap, boards);
    figures['rssAfterEmpty'] = empty.rss === null || before.rss === null ? null : empty.rss - before.rss;
  } finally {
    await first.dispose();
  }
  const second = await target.start(start);
  let clients: Client[] = [];
  try {
    const room = await second.room('idle');
    const before = await held(second);
    clients = await bringIn(
      Array.from({ length: connections }, () => room),
      () => ({ reading: 'at-once' }),
    );
    await pause(SETTLE_MS);
    const after = await held(second);
    figures['rssPerConnection'] = kibEach(after.rss, before.rss, connections);
    figures['heapPerConnection'] = kibEach(after.heap, before.heap, connections);
    const window = openWindow(second);
    await pause(IDLE_MS);
    figures['idleCore'] = per(window.cpuMs(), window.elapsedMs());
  } finally {
    for (const client of clients) client.destroy();
    await second.dispose();
  }
  return figures;
}

async function held(server: RunningTarget): Promise<Held> {
  const memory = await server.heldMib();
  return { heap: memory?.heap ?? null, rss: server.usage()?.rssMib ?? memory?.rss ?? null };
}

async function openBoards(server: RunningTarget, boards: number, board: Uint8Array): Promise<Client[]> {
  const clients: Client[] = [];
  for (let from = 0; from < boards; from += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, boards - from) }, (_, at) => `memory-${from + at}`);
    const rooms = await Promise.all(names.map((name) => server.room(name)));
    const docs = rooms.map(() => new Y.Doc());
    const group = await bringIn(rooms, (at) => ({ reading: 'at-once', doc: docs[at] ?? new Y.Doc() }));
    for (const doc of docs) {
      Y.applyUpdate(doc, board);
      doc.destroy();
    }
    clients.push(...group);
  }
  const confirms = clients.some((one) => one.saved > 0);
  const isStored = () => clients.every((one) => !confirms || one.saved >= 1);
  if (!(await until(isStored, STORED_LIMIT_MS))) throw new Error('the boards were not stored');
  return clients;
}

function boardOf(factors: number): Uint8Array {
  const doc = new Y.Doc();
  const random = randomFrom(factors);
  for (let at = 0; at < factors; at += 1) {
    const { record, text } = ownFactor(doc, `factor-${at}`);
    const words = Array.from({ length: WORDS_OF_A_FACTOR }, () => {
      const letters = Array.from({ length: 2 + random.below(8) }, () =>
        LETTERS.charAt(random.below(LETTERS.length)),
      );
      return letters.join('');
    });
    text.insert(0, words.join(' '));
    record.set('pos', [random.below(4000), random.below(3000), 240]);
  }
  return Y.encodeStateAsUpdate(doc);
}

function kibEach(after: number | null, before: number | null, count: number): number | null {
  return after === null || before === null ? null : ((after - before) * 1024) / count;
}
