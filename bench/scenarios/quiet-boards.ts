import * as Y from 'yjs';
import { randomFrom } from '@coherence/board/testing';
import type { Client } from '../clients/client.ts';
import { atPace, within } from '../clients/pace.ts';
import { edit, ownFactor, watchMoves } from '../clients/writing.ts';
import { percentile } from '../figures/percentiles.ts';
import type { Target } from '../targets/target.ts';
import { bringIn } from './crowd.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow, per } from './window.ts';

const BOARDS = 200;
const PEOPLE = 4;
const EDITS_PER_SECOND = 2;
const WATCHED_BOARDS = 50;
const WARM_UP_MS = 2_000;
const DRAIN_LIMIT_MS = 20_000;

/** Many boards with a few people each, one of them typing. */
export const quietBoards: Scenario = {
  name: 'quiet-boards',
  title: `Quiet boards: ${BOARDS} boards x ${PEOPLE} clients, one typing ${EDITS_PER_SECOND}/s on each`,
  needsStore: false,
  rows: [
    { key: 'cpuPer1000', label: 'CPU s / 1,000 edits', compare: true },
    { key: 'core', label: 'cores used', compare: true },
    { key: 'p50', label: 'delay p50 ms', compare: true },
    { key: 'p95', label: 'delay p95 ms', compare: true },
    { key: 'p99', label: 'delay p99 ms', compare: true },
    { key: 'rssStart', label: 'RSS at start MiB', compare: false },
    { key: 'rssOpen', label: 'RSS with all in MiB', compare: true },
    { key: 'rssPeak', label: 'RSS peak MiB', compare: true },
    { key: 'waited', label: 'server waited for a core, ms', compare: false },
    { key: 'lag', label: 'load generator late p99 ms', compare: false },
    { key: 'delivered', label: 'all delivered (1 yes)', compare: false },
  ],
  measure,
};

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const rssStart = server.usage()?.rssMib ?? null;
  const boards = quick ? BOARDS / 4 : BOARDS;
  const delays: number[] = [];
  let clients: Client[] = [];
  try {
    const rooms = await Promise.all(Array.from({ length: boards }, (_, at) => server.room(`quiet-${at}`)));
    const places = rooms.flatMap((room) => Array.from({ length: PEOPLE }, () => room));
    const authors = rooms.map(() => new Y.Doc());
    const watched: Y.Doc[] = [];
    clients = await bringIn(places, (at) => {
      const [board, person] = [Math.floor(at / PEOPLE), at % PEOPLE];
      const author = authors[board];
      if (person === 0 && author !== undefined) return { reading: 'bulk', doc: author };
      if (person !== 1 || board >= WATCHED_BOARDS) return { reading: 'bulk' };
      const doc = new Y.Doc();
      watched.push(doc);
      return { reading: 'at-once', doc, follows: true };
    });
    const factors = authors.map((doc) => ownFactor(doc, 'own'));
    const random = randomFrom(boards);
    const acts = factors.map((factor) => (turn: number) => edit(factor, turn, random));
    await atPace(acts, EDITS_PER_SECOND, WARM_UP_MS);
    const rssOpen = server.usage()?.rssMib ?? null;
    for (const doc of watched) watchMoves(doc, (ms) => delays.push(ms));
    const window = openWindow(server);
    const load = await atPace(acts, EDITS_PER_SECOND, quick ? 3_000 : 10_000);
    const loadMs = window.elapsedMs();
    const words = 'the last edit of this board';
    const seen = clients.flatMap((client, at) => (at % PEOPLE === 0 ? [] : [client.sees(words)]));
    for (const { record } of factors) record.set('note', words);
    const delivered = await within(Promise.all(seen), DRAIN_LIMIT_MS);
    const cpuMs = window.cpuMs();
    return {
      cpuPer1000: per(cpuMs, load.acts + boards),
      core: per(cpuMs, loadMs),
      p50: percentile(delays, 0.5),
      p95: percentile(delays, 0.95),
      p99: percentile(delays, 0.99),
      rssStart,
      rssOpen,
      rssPeak: server.usage()?.rssPeakMib ?? null,
      waited: window.waitedMs(),
      lag: load.lagP99Ms,
      delivered: delivered ? 1 : 0,
    };
  } finally {
    for (const client of clients) client.destroy();
    await server.dispose();
  }
}
