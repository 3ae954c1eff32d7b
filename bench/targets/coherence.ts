import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Address, Answer, Body, RouteBy } from '@coherence/protocol/http';
import { SUBPROTOCOL, TOKEN_SUBPROTOCOL_PREFIX } from '@coherence/protocol';
import { serverEnvironment } from '../../scripts/bootstrap/server-environment.mjs';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';
import { COHERENCE } from '../wire/dialect.ts';
import type { Room } from '../wire/dialect.ts';
import { HOST, runProgram } from './server-process.ts';
import type { Target } from './target.ts';

/** A board without connections leaves memory after a minute, and its rows are folded into a snapshot then. */
const SETTLE_MS = 90_000;

/** This product's own server, as `npm start` runs it. */
export const coherence: Target = {
  name: 'coherence',
  title: 'Coherence Board',
  stores: true,
  prepare: async () => ({ ok: true }),
  start: (options = {}) =>
    runProgram({
      ...options,
      script: join(ROOT, 'apps/server/src/main.ts'),
      cwd: ROOT,
      env: (port, dataDir) =>
        serverEnvironment({
          PORT: String(port),
          HOST,
          DATA_DIR: dataDir,
          LOG_LEVEL: 'warn',
          TRUST_PROXY: '1',
        }),
      room: createBoard,
      settleMs: SETTLE_MS,
    }),
};

async function createBoard(port: number, name: string): Promise<Room> {
  const { id, code } = await post<'createBoard'>(port, name, '/api/boards', { title: name });
  const site = `http://${HOST}:${port}`;
  const board = `${site}/b/${id}`;
  const pages = { join: `${site}/join/${encodeURIComponent(code)}`, grid: board, map: `${board}?view=map` };
  let people = 0;
  const another = async (): Promise<Room> => {
    people += 1;
    const body = { code, name: `Bench ${people}` };
    const { token } = await post<'join'>(port, `${name} ${people}`, '/api/join', body);
    const protocols = [SUBPROTOCOL, `${TOKEN_SUBPROTOCOL_PREFIX}${token}`];
    return { host: HOST, port, path: `/sync/${id}`, protocols, dialect: COHERENCE, pages, another };
  };
  return another();
}

/** Each board is made, and each person joins, from another address, because one address may not make hundreds at once. */
async function post<R extends RouteBy<'POST'>>(
  port: number,
  name: string,
  path: Address<R>,
  body: Body<R>,
): Promise<Answer<R>> {
  const address = createHash('sha256').update(name).digest().subarray(0, 3).join('.');
  const response = await fetch(`http://${HOST}:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${address}`,
      connection: 'close',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer<R>;
}
