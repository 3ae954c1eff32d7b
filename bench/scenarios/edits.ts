import * as Y from 'yjs';
import { randomFrom } from '@coherence/board/testing';
import type { Client } from '../clients/client.ts';
import { atPace, until, within } from '../clients/pace.ts';
import { edit, ownFactor, watchMoves } from '../clients/writing.ts';
import { percentile } from '../figures/percentiles.ts';
import type { Target } from '../targets/target.ts';
import { bringIn, hasAllOf, renewPresence } from './crowd.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow, per } from './window.ts';

const TYPING_SHARE = 0.2;
const EDITS_PER_SECOND = 4;
const WITNESSES = 5;
/** A program that has just started compiles what it does often for about a minute; meetings are longer than that. */
const WARM_UP_MS = 60_000;
const QUICK_WARM_UP_MS = 1_000;
const LOAD_MS = 20_000;
const QUICK_LOAD_MS = 3_000;
const DRAIN_LIMIT_MS = 60_000;
const EQUAL_LIMIT_MS = 5_000;
const KEPT_UP_MS = 1_000;

/** One board with `people` on it, a fifth of them typing. */
export function edits(people: number): Scenario {
  return {
    name: `edits-${people}`,
    title: `Edits: one board, ${people} clients, 20 % typing ${EDITS_PER_SECOND}/s`,
    needsStore: false,
    rows: [
      { key: 'cpuPer100k', label: 'CPU s / 100,000 deliveries', compare: true },
      { key: 'cpuPerEdit', label: 'CPU µs / edit', compare: true },
      { key: 'core', label: 'cores used', compare: true },
      { key: 'p50', label: 'delay p50 ms', compare: true },
      { key: 'p95', label: 'delay p95 ms', compare: true },
      { key: 'p99', label: 'delay p99 ms', compare: true },
      { key: 'drain', label: 'all delivered after ms', compare: false },
      { key: 'rssPeak', label: 'RSS peak MiB', compare: true },
      { key: 'bytes', label: 'bytes / delivery', compare: true },
      { key: 'frames', label: 'frames / delivery', compare: true },
      { key: 'waited', label: 'server waited for a core, ms', compare: false },
      { key: 'lag', label: 'load generator late p99 ms', compare: false },
      { key: 'converged', label: 'all documents equal (1 yes)', compare: false },
      { key: 'keptUp', label: 'kept up (1 yes)', compare: false },
    ],
    measure: (target, conditions) => measure(target, conditions, people),
  };
}

async function measure(target: Target, { quick, start }: Conditions, people: number): Promise<Figures> {
  const server = await target.start(start);
  const delays: number[] = [];
  const writers = Math.round(people * TYPING_SHARE);
  const docs = Array.from({ length: writers + WITNESSES }, () => new Y.Doc());
  const [authors, followers] = [docs.slice(0, writers), docs.slice(writers)];
  let clients: Client[] = [];
  let stopRenewing = () => {};
  try {
    const room = await server.room('edits');
    clients = await bringIn(
      Array.from({ length: people }, () => room),
      (at) => {
        const doc = docs[at];
        if (doc === undefined) return { reading: 'bulk' };
        return at < writers ? { reading: 'bulk', doc } : { reading: 'at-once', doc, follows: true };
      },
    );
    stopRenewing = renewPresence(clients);
    const factors = authors.map((doc, at) => ownFactor(doc, `own-${at}`));
    const random = randomFrom(people);
    const acts = factors.map((factor) => (turn: number) => edit(factor, turn, random));
    await atPace(acts, EDITS_PER_SECOND, quick ? QUICK_WARM_UP_MS : WARM_UP_MS);
    for (const doc of followers) watchMoves(doc, (ms) => delays.push(ms));
    const total = (key: 'bytes' | 'frames') => clients.reduce((sum, one) => sum + one[key], 0);
    const [bytesBefore, framesBefore] = [total('bytes'), total('frames')];
    const window = openWindow(server);
    const load = await atPace(acts, EDITS_PER_SECOND, quick ? QUICK_LOAD_MS : LOAD_MS);
    const loadMs = window.elapsedMs();
    const drained = await drain(clients, authors, followers);
    const drainMs = window.elapsedMs() - loadMs;
    const [cpuMs, elapsedMs] = [window.cpuMs(), window.elapsedMs()];
    const deliveries = load.acts * (people - 1);
    const bytes = per(total('bytes') - bytesBefore, deliveries);
    const frames = per(total('frames') - framesBefore, deliveries);
    const converged = drained && (await until(() => areEqual(followers), EQUAL_LIMIT_MS));
    return {
      cpuPer100k: drained ? per(cpuMs, deliveries / 100) : null,
      cpuPerEdit: drained ? per(cpuMs, load.acts / 1000) : null,
      core: per(cpuMs, elapsedMs),
      p50: percentile(delays, 0.5),
      p95: percentile(delays, 0.95),
      p99: percentile(delays, 0.99),
      drain: drainMs,
      rssPeak: server.usage()?.rssPeakMib ?? null,
      bytes,
      frames,
      waited: window.waitedMs(),
      lag: load.lagP99Ms,
      converged: converged ? 1 : 0,
      keptUp: drained && drainMs < KEPT_UP_MS ? 1 : 0,
    };
  } finally {
    stopRenewing();
    for (const client of clients) client.destroy();
    await server.dispose();
  }
}

/**
 * Waits until all clients have all edits: first until the followers have all edits, so that the server has taken them
 * all, then for a last edit to reach each client behind them.
 */
async function drain(
  clients: readonly Client[],
  authors: readonly Y.Doc[],
  followers: readonly Y.Doc[],
): Promise<boolean> {
  const isThere = () => followers.every((doc) => authors.every((author) => hasAllOf(doc, author)));
  if (!(await until(isThere, DRAIN_LIMIT_MS))) return false;
  const words = `the last edit of all ${followers[0]?.clientID}`;
  const teller = followers[0];
  const others = clients.filter((one) => one.doc !== teller);
  const seen = Promise.all(others.map((one) => one.sees(words)));
  if (teller !== undefined) ownFactor(teller, 'last').record.set('note', words);
  return within(seen, DRAIN_LIMIT_MS);
}

function areEqual(docs: readonly Y.Doc[]): boolean {
  const [first, ...others] = docs.map((doc) => Y.snapshot(doc));
  return first !== undefined && others.every((other) => Y.equalSnapshots(first, other));
}
