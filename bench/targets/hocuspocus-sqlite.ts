import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hocuspocusDialect } from '../wire/dialect.ts';
import { installPeer, peerFolder } from './install.ts';
import type { Peer } from './install.ts';
import { HOST, runProgram } from './server-process.ts';
import type { Target } from './target.ts';

const sources = fileURLToPath(new URL('../peers/hocuspocus-sqlite/', import.meta.url));

/** better-sqlite3 built for Node 24 aborts there, so its SQL runs through Node's own SQLite. */
const peer: Peer = {
  name: 'hocuspocus-sqlite',
  dependencies: {
    '@hocuspocus/server': '4.7.0',
    '@hocuspocus/extension-sqlite': '4.7.0',
    'better-sqlite3': 'file:./better-sqlite3',
    yjs: '13.6.33',
    'y-protocols': '1.0.7',
  },
  overrides: { 'better-sqlite3': '$better-sqlite3' },
  files: {
    'better-sqlite3': join(sources, 'better-sqlite3'),
    'server.js': join(sources, 'server.js'),
  },
};

/** Hocuspocus as its documentation starts it, with its SQLite extension. */
export const hocuspocusSqlite: Target = {
  name: 'hocuspocus-sqlite',
  title: 'Hocuspocus 4.7 + SQLite',
  stores: true,
  prepare: () => installPeer(peer),
  start: (options = {}) =>
    runProgram({
      ...options,
      script: join(peerFolder(peer), 'server.js'),
      cwd: peerFolder(peer),
      env: (port, dataDir) => ({ PORT: String(port), HOST, DATA_FILE: `${dataDir}.sqlite` }),
      room: async (port, name) => ({
        host: HOST,
        port,
        path: '/',
        protocols: [],
        dialect: hocuspocusDialect(name),
      }),
      settleMs: 3_000,
    }),
};
