import { offeredSubprotocols } from '@coherence/protocol';
import { serverConfig } from '../../live/server/api.ts';
import {
  clockFinding,
  fontsFinding,
  liveFinding,
  readyFinding,
  serverFinding,
  tripFinding,
  type Finding,
} from './findings.ts';

const TRIPS = 5;
const SOCKET_MS = 4_000;

/** The checks that need no person to do anything, by name. Each answers by itself. */
export const CHECKS = {
  server: async () => {
    const config = await serverConfig();
    return serverFinding(config.ok ? config.value.version : null);
  },
  ready: async () => readyFinding((await fetch('/health/ready', { cache: 'no-store' })).ok),
  trip: async () => {
    const times: number[] = [];
    for (let trip = 0; trip < TRIPS; trip += 1) {
      const from = performance.now();
      const { ok } = await fetch('/health/live', { cache: 'no-store' });
      if (ok) times.push(performance.now() - from);
    }
    return tripFinding(times);
  },
  live: async (id: string, token: string) => liveFinding(await wayToServer(id, token)),
  fonts: async () => {
    await document.fonts.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    const foreign = [...new Set(loaded.filter((origin) => origin !== location.origin))];
    return fontsFinding(foreign, document.fonts.check('16px "Atkinson Hyperlegible Next"'));
  },
  clock: async () => {
    const from = Date.now();
    const said = (await fetch('/health/live', { cache: 'no-store' })).headers.get('date');
    const between = (from + Date.now()) / 2;
    // An HTTP date is cut to the second: on the average half a second early.
    return clockFinding(said === null ? 0 : Date.parse(said) + 500 - between);
  },
} as const satisfies Record<string, (id: string, token: string) => Promise<Finding>>;

export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];

async function wayToServer(id: string, token: string): Promise<'websocket' | 'plain' | 'none'> {
  if (await opensSocket(id, token)) return 'websocket';
  const plain = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
  return plain?.ok === true ? 'plain' : 'none';
}

function opensSocket(id: string, token: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/sync/${id}`, [
      ...offeredSubprotocols(token),
    ]);
    const end = (opened: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(opened);
    };
    const timer = setTimeout(() => end(false), SOCKET_MS);
    socket.addEventListener('open', () => end(true));
    socket.addEventListener('error', () => end(false));
  });
}
