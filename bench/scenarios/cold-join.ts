import * as Y from 'yjs';
import { randomFrom, rootOf } from '@coherence/board/testing';
import { Client } from '../clients/client.ts';
import { atPace, pause, until, within } from '../clients/pace.ts';
import { ownFactor } from '../clients/writing.ts';
import { median } from '../figures/percentiles.ts';
import type { RunningTarget, Target } from '../targets/target.ts';
import type { Room } from '../wire/dialect.ts';
import { bringIn, hasAllOf } from './crowd.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow, per } from './window.ts';

const EDITS = 100_000;
const AUTHORS = 20;
/** Below what our server lets one connection send for long. */
const EDITS_PER_SECOND = 110;
const KEYS = 6_000;
const MOVE_SHARE = 0.3;
const SETTLE_LIMIT_MS = 180_000;
const JOIN_LIMIT_MS = 60_000;
/** What a server goes on doing after the joiner has the board still belongs to the join. */
const AFTERWARDS_MS = 1_500;
const RESTARTS = 3;
const WORDS = ['plan ', 'time ', 'trust ', 'data ', 'team ', 'goal '];

/** A board with a long past, opened for the first time after the server was started. */
export const coldJoin: Scenario = {
  name: 'cold-join',
  title: `Cold join after ${EDITS.toLocaleString('en')} edits`,
  needsStore: true,
  rows: [
    { key: 'ingestCpu', label: 'CPU s to take the edits in', compare: true },
    { key: 'stateKib', label: 'size of the board KiB', compare: false },
    { key: 'synced', label: 'cold: "synced" after ms', compare: true },
    { key: 'whole', label: 'cold: everything there after ms', compare: true },
    { key: 'missing', label: 'cold: missing when "synced", % of what was written', compare: false },
    { key: 'coldCpu', label: 'cold: CPU s', compare: true },
    { key: 'rssBefore', label: 'RSS before MiB', compare: false },
    { key: 'rssAfter', label: 'RSS after MiB', compare: true },
    { key: 'warm', label: 'warm: everything there after ms', compare: true },
    { key: 'warmCpu', label: 'warm: CPU s', compare: true },
  ],
  measure,
};

interface Joined {
  readonly syncedMs: number;
  readonly wholeMs: number | null;
  /** Share of what was written that was missing when the client could call itself synced, in percent. */
  readonly missing: number;
  readonly cpuMs: number | null;
}

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  try {
    const room = await server.room('long-past');
    const authors = Array.from({ length: AUTHORS }, () => new Y.Doc());
    const ingestCpu = await write(server, room, authors, quick ? EDITS / 10 : EDITS);
    await pause(server.settleMs);
    const cold: Joined[] = [];
    const warm: Joined[] = [];
    const rss: { before: number | null; after: number | null }[] = [];
    for (let restart = 0; restart < (quick ? 1 : RESTARTS); restart += 1) {
      await server.restart();
      await pause(AFTERWARDS_MS);
      const before = server.usage()?.rssMib ?? null;
      cold.push(await join(server, room, authors));
      rss.push({ before, after: server.usage()?.rssMib ?? null });
      warm.push(await join(server, room, authors));
    }
    const seconds = (cpu: readonly (number | null)[]) => per(median(cpu), 1000);
    return {
      ingestCpu: per(ingestCpu, 1000),
      stateKib: stateBytes(authors) / 1024,
      synced: median(cold.map((one) => one.syncedMs)),
      whole: median(cold.map((one) => one.wholeMs)),
      missing: Math.max(...[...cold, ...warm].map((one) => one.missing)),
      coldCpu: seconds(cold.map((one) => one.cpuMs)),
      rssBefore: median(rss.map((one) => one.before)),
      rssAfter: median(rss.map((one) => one.after)),
      warm: median(warm.map((one) => one.wholeMs)),
      warmCpu: seconds(warm.map((one) => one.cpuMs)),
    };
  } finally {
    await server.dispose();
  }
}

/** All clients type words at random places and move factors; resolves with the CPU it took, in ms. */
async function write(
  server: RunningTarget,
  room: Room,
  authors: readonly Y.Doc[],
  count: number,
): Promise<number | null> {
  const witness = new Client(room, { reading: 'at-once', doc: new Y.Doc(), follows: true });
  const clients = [
    witness,
    ...(await bringIn(
      authors.map(() => room),
      (at) => ({ reading: 'bulk', doc: authors[at] ?? new Y.Doc() }),
    )),
  ];
  await witness.joined;
  const random = randomFrom(count);
  const window = openWindow(server);
  const acts = authors.map((doc, author) => {
    const { text } = ownFactor(doc, `words-${author}`);
    const places = rootOf(doc, 'factors');
    return () => {
      if (random.next() >= MOVE_SHARE) {
        text.insert(random.below(text.length + 1), WORDS[random.below(WORDS.length)] ?? '');
      } else places.set(`place-${random.below(KEYS)}`, { x: random.below(4000), y: random.below(3000) });
    };
  });
  await atPace(acts, EDITS_PER_SECOND, (count / AUTHORS / EDITS_PER_SECOND) * 1000);
  const isThere = () => authors.every((author) => witness.doc !== null && hasAllOf(witness.doc, author));
  const isOver = () => isThere() || clients.some((one) => one.closed);
  if (!(await until(isOver, SETTLE_LIMIT_MS)) || !isThere()) {
    const codes = clients.flatMap(({ closeCode }) => closeCode ?? []);
    const lacking = (100 * missingShare(witness.doc ?? new Y.Doc(), authors)).toFixed(1);
    throw new Error(`${lacking} % of the edits did not come through; closed: ${codes.join(' ') || 'none'}`);
  }
  const cpuMs = window.cpuMs();
  for (const client of clients) client.close();
  return cpuMs;
}

async function join(server: RunningTarget, room: Room, authors: readonly Y.Doc[]): Promise<Joined> {
  const doc = new Y.Doc();
  const window = openWindow(server);
  const startedAt = performance.now();
  const client = new Client(room, { reading: 'at-once', doc, follows: true });
  if (!(await within(client.joined, JOIN_LIMIT_MS))) throw new Error('nobody could join');
  const missing = missingShare(doc, authors);
  const isWhole = () => missingShare(doc, authors) === 0;
  const came = missing === 0 || (await until(isWhole, JOIN_LIMIT_MS));
  const wholeMs = came ? (missing === 0 ? (client.syncedAt ?? 0) : client.heardAt) - startedAt : null;
  await pause(AFTERWARDS_MS);
  const cpuMs = window.cpuMs();
  client.close();
  doc.destroy();
  return { syncedMs: (client.syncedAt ?? 0) - startedAt, wholeMs, missing: missing * 100, cpuMs };
}

function missingShare(doc: Y.Doc, authors: readonly Y.Doc[]): number {
  const written = authors.map((author) => Y.getState(author.store, author.clientID));
  const there = authors.map((author) => Y.getState(doc.store, author.clientID));
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  return 1 - sum(there) / sum(written);
}

function stateBytes(authors: readonly Y.Doc[]): number {
  const whole = new Y.Doc();
  for (const author of authors) Y.applyUpdate(whole, Y.encodeStateAsUpdate(author));
  return Y.encodeStateAsUpdate(whole).length;
}
