import { decodeFrame, encodeAwareness } from '@coherence/protocol';
import { randomFrom } from '@coherence/board/testing';
import type { Client } from '../clients/client.ts';
import { atPace, pause } from '../clients/pace.ts';
import { madeAt } from '../clients/writing.ts';
import { percentile } from '../figures/percentiles.ts';
import type { Target } from '../targets/target.ts';
import { bringIn } from './crowd.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';
import { openWindow, per } from './window.ts';

const MOVES_PER_SECOND = 10;
const WITNESSES = 5;
const WARM_UP_MS = 1_500;
const TAIL_MS = 1_000;

/** One board on which everyone moves the pointer all the time. */
export function presence(people: number): Scenario {
  return {
    name: `presence-${people}`,
    title: `Presence: one board, ${people} clients, each moving its cursor ${MOVES_PER_SECOND}/s`,
    needsStore: false,
    rows: [
      { key: 'cpuPerMove', label: 'CPU µs / cursor move', compare: true },
      { key: 'core', label: 'cores used', compare: true },
      { key: 'updates', label: 'positions shown / cursor / s', compare: true },
      { key: 'p50', label: 'age when shown p50 ms', compare: true },
      { key: 'p99', label: 'age when shown p99 ms', compare: true },
      { key: 'frames', label: 'frames / client / s', compare: true },
      { key: 'kib', label: 'KiB / client / s', compare: true },
      { key: 'rssPeak', label: 'RSS peak MiB', compare: true },
      { key: 'waited', label: 'server waited for a core, ms', compare: false },
      { key: 'lag', label: 'load generator late p99 ms', compare: false },
    ],
    measure: (target, conditions) => measure(target, conditions, people),
  };
}

async function measure(target: Target, { quick, start }: Conditions, people: number): Promise<Figures> {
  const server = await target.start(start);
  const ages: number[] = [];
  let isCounting = false;
  let clients: Client[] = [];
  try {
    const room = await server.room('presence');
    const watch = (message: Uint8Array) => {
      if (isCounting) ages.push(...agesIn(message));
    };
    clients = await bringIn(
      Array.from({ length: people }, () => room),
      (at) => (at < WITNESSES ? { reading: 'at-once', onPresence: watch } : { reading: 'bulk' }),
    );
    const random = randomFrom(people);
    const clocks = clients.map(() => 0);
    const acts = clients.map((client, at) => () => {
      const clock = (clocks[at] ?? 0) + 1;
      clocks[at] = clock;
      client.send(
        encodeAwareness([{ clientId: 1000 + at, clock, stateBytes: cursor(at, random.below(4000)) }]),
      );
    });
    await atPace(acts, MOVES_PER_SECOND, WARM_UP_MS);
    isCounting = true;
    const total = (key: 'bytes' | 'frames' | 'entries') => clients.reduce((sum, one) => sum + one[key], 0);
    const before = { bytes: total('bytes'), frames: total('frames'), entries: total('entries') };
    const window = openWindow(server);
    const load = await atPace(acts, MOVES_PER_SECOND, quick ? 2_000 : 6_000);
    const seconds = window.elapsedMs() / 1000;
    const [cpuMs, waited] = [window.cpuMs(), window.waitedMs()];
    const each = (key: 'bytes' | 'frames') => per(total(key) - before[key], people * seconds);
    const shown = total('entries') - before.entries;
    const [frames, bytes] = [each('frames'), each('bytes')];
    await pause(TAIL_MS);
    return {
      cpuPerMove: per(cpuMs, load.acts / 1000),
      core: per(cpuMs, seconds * 1000),
      updates: per(shown, people * (people - 1) * seconds),
      p50: percentile(ages, 0.5),
      p99: percentile(ages, 0.99),
      frames,
      kib: per(bytes, 1024),
      rssPeak: server.usage()?.rssPeakMib ?? null,
      waited,
      lag: load.lagP99Ms,
    };
  } finally {
    for (const client of clients) client.destroy();
    await server.dispose();
  }
}

/** A state such as our clients send. */
function cursor(person: number, x: number): Uint8Array {
  const state = { name: `Person ${person}`, view: 'map', cursor: { x, y: 3 * x, t: performance.now() } };
  return Buffer.from(JSON.stringify(state));
}

function agesIn(message: Uint8Array): number[] {
  const decoded = decodeFrame(message);
  if (!decoded.ok || decoded.value.type !== 'awareness') return [];
  const now = performance.now();
  return decoded.value.entries.flatMap(({ stateBytes }) => {
    const state: { cursor?: unknown } | null = JSON.parse(Buffer.from(stateBytes).toString());
    const made = madeAt(state?.cursor);
    return made === null ? [] : [now - made];
  });
}
