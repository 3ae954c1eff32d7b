import { FileThread } from '../files/file-thread.ts';
import { compact } from '../rooms/document/compaction/compaction.ts';
import { tryOpening } from '../opening/trial.ts';
import type { Trials } from '../opening/trial-threads.ts';
import { systemClock } from '../time/clock.ts';
import { createServer } from '../server.ts';
import { expectAsDeclared } from './as-declared.ts';
import { withFaults } from '../storage/testing/faulty-storage.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import type { Store } from '../storage/store.ts';
import { createLog } from '../telemetry/log.ts';
import type { PlaceLimits } from '../ws/shares/share-limits.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of any shape
  readonly body: any;
}

/** A whole server on a free port, over a memory store or `store`, either of which can be broken; for tests. */
export async function startTestServer({
  store,
  linesMax = 1_000,
  isSpaceScarce = () => false,
  places = {},
  clientDir = '/nonexistent',
  tries = (job) => tryOpening(job),
  ...over
}: {
  publicUrl?: string;
  trustProxy?: boolean;
  metricsToken?: string;
  store?: Store;
  linesMax?: number;
  isSpaceScarce?: () => boolean;
  places?: Partial<PlaceLimits>;
  clientDir?: string;
  tries?: Trials['run'];
} = {}) {
  const memory = new MemoryStorage();
  const { storage, faults } = withFaults(store ?? memory);
  const logLines: string[] = [];
  const server = createServer({
    config: { publicUrl: null, trustProxy: false, tldrawLicenseKey: null, metricsToken: null, ...over },
    storage,
    folder: { fold: async (stored) => ({ ok: true, snapshot: compact(stored) }), close: async () => {} },
    trials: { run: tries, close: async () => {} },
    files: new FileThread(systemClock),
    clock: systemClock,
    log: createLog('debug', (line) => logLines.push(line)),
    linesMax,
    isSpaceScarce,
    places,
    clientDir,
    version: 'test',
    urlsOn: (port) => [`http://192.0.2.7:${port}`],
  });
  const port = await server.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${port}`;

  async function call(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    const reply = {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
    expectAsDeclared({ method, path, sent: body }, reply);
    return reply;
  }

  return {
    server,
    memory,
    faults,
    logLines,
    port,
    base,
    socketBase: `ws://127.0.0.1:${port}/sync`,
    call,
    get: (path: string, token?: string) => call('GET', path, undefined, token),
    post: (path: string, body: unknown, token?: string, headers?: Record<string, string>) =>
      call('POST', path, body, token, headers),
    async board(content: Record<string, unknown> = { title: 'How do our units help schools?' }) {
      return (await call('POST', '/api/boards', content)).body;
    },
  };
}
