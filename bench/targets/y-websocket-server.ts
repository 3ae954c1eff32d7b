import { join } from 'node:path';
import { STOCK } from '../wire/dialect.ts';
import { installPeer, peerFolder } from './install.ts';
import type { Peer } from './install.ts';
import { HOST, runProgram } from './server-process.ts';
import type { Target } from './target.ts';

/** Without these pins npm takes a pre-release of @y/protocols whose own dependency is not in the registry. */
const peer: Peer = {
  name: 'y-websocket-server',
  dependencies: {
    '@y/websocket-server': '0.1.5',
    '@y/protocols': '1.0.6-1',
    yjs: '14.0.0-16',
    lib0: '0.2.120',
  },
  overrides: { '@y/protocols': '1.0.6-1' },
  npmFlags: ['--legacy-peer-deps'],
};

/** The reference server. It keeps documents in memory only: its version with a database is two major lines behind. */
export const yWebsocketServer: Target = {
  name: 'y-websocket-server',
  title: '@y/websocket-server 0.1.5',
  stores: false,
  prepare: () => installPeer(peer),
  start: (options = {}) =>
    runProgram({
      ...options,
      script: join(peerFolder(peer), 'node_modules/@y/websocket-server/src/server.js'),
      cwd: peerFolder(peer),
      env: (port) => ({ PORT: String(port), HOST }),
      room: async (port, name) => ({ host: HOST, port, path: `/${name}`, protocols: [], dialect: STOCK }),
      settleMs: 0,
    }),
};
