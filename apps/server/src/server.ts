import { speechIn } from '@coherence/words';
import { readCatalogs } from '@coherence/words/node';
import type { AddressInfo } from 'node:net';
import { GuessLimiter } from './auth/guess-limiter.ts';
import { Pairings } from './auth/pairing.ts';
import { localHosts } from './boards/board-host.ts';
import type { Config } from './config.ts';
import type { Files } from './files/file-thread.ts';
import { clientAddress, requestHost } from './http/addresses.ts';
import { addBoardRoutes } from './routes/board-routes.ts';
import { BoardShares } from './http/shares/board-shares.ts';
import { RequestShares } from './http/shares/request-shares.ts';
import { createHttpServer } from './http/http-handler.ts';
import { addOperatorRoutes } from './routes/operator-routes.ts';
import { Router } from './http/router.ts';
import { securityHeaders } from './http/security-headers.ts';
import { watchLines } from './http/lines/watch-server.ts';
import { FirstOpening } from './opening/first-opening.ts';
import type { Trials } from './opening/trial-threads.ts';
import { StaticFiles } from './http/static-files.ts';
import { startBand } from './rehearsal/band-thread.ts';
import { Rehearsals } from './rehearsal/rehearsals.ts';
import { rulesFor } from './rooms/tick/board-rules.ts';
import type { Clock } from './time/clock.ts';
import type { Folder } from './rooms/document/compaction/compactor.ts';
import { threadMs } from './rooms/charge/thread-stopwatch.ts';
import { WorkLedger } from './rooms/charge/work-ledger.ts';
import { Registry } from './rooms/registry.ts';
import { SessionCounts } from './hidden-work/session-counts.ts';
import { NearlyFull } from './hidden-work/private/nearly-full.ts';
import { promising } from './hidden-work/writing/promises.ts';
import { withPatience } from './storage/patience.ts';
import type { DocKey, Storage } from './storage/storage.ts';
import type { Log } from './telemetry/log.ts';
import { watchCommits } from './telemetry/commit-watch.ts';
import { createServerMetrics, roomEvents } from './telemetry/server-metrics.ts';
import type { PlaceLimits } from './ws/shares/share-limits.ts';
import { Sockets } from './ws/sockets.ts';
import { Streamed } from './ws/streamed.ts';

interface ServerParts {
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy' | 'tldrawLicenseKey' | 'metricsToken'>;
  readonly storage: Storage;
  readonly folder: Folder;
  readonly trials: Trials;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Folder of the built client. */
  readonly clientDir: string;
  readonly version: string;
  /** Whether the disk has too little space for more than what people write. */
  readonly isSpaceScarce: () => boolean;
  /** Connections that may be open beside WebSockets and streamed answers; see `LineWatch`. */
  readonly linesMax: number;
  /** How many may be connected; default as in `PLACES`. */
  readonly places?: Partial<PlaceLimits>;
  /** Addresses of this machine, for links and QR codes. */
  readonly urlsOn: (port: number) => readonly string[];
}

export interface Server {
  /** Resolves with the port once it accepts connections. */
  listen(port: number, host: string): Promise<number>;
  /** Stores, acknowledges and says goodbye, in that order; then closes the store. */
  stop(): Promise<void>;
}

/** How long stopping waits for a store that fails. */
const FLUSH_WAIT_MS = 3_000;
/** How long stopping waits for clients to hang up. */
const GOODBYE_MS = 1_500;

/** Puts the server together from its adapters; reads no environment and starts nothing by itself. */
export function createServer(parts: ServerParts): Server {
  readCatalogs();
  const { clock, config, log, storage } = parts;
  const metrics = createServerMetrics({
    rooms: () => [...registry.rooms()].length,
    sessions: () => sockets.size,
    memoryBytes: () => process.memoryUsage.rss(),
    waitingBytes: () => sockets.waitingBytes,
    unfinishedBytes: () => sockets.unfinishedBytes,
  });
  const commits = watchCommits(roomEvents(metrics, log), () => clock.now());
  const { events } = commits;
  const registry = new Registry({
    log: storage,
    clock,
    ledger: new WorkLedger(clock, threadMs),
    rulesFor: (key) =>
      promising(rulesFor(key), key, { now: sessionCounts.promises, senders: () => sendersOf(key) }),
    events,
    folder: parts.folder,
    opener: new FirstOpening({ storage, trials: parts.trials, log, today: Date.now }),
    onStored: (key) => sessionCounts.changed(key),
    onNearlyFull: (key) => void nearlyFull.makeRoom(key),
  });
  const sendersOf = (key: DocKey) => [...(registry.peek(key)?.seats ?? [])].map(({ person }) => person);
  const boardHost = localHosts(registry);
  const sessionCounts = new SessionCounts({ storage, boardHost, clock, log });
  const inTurn = sessionCounts.inTurn.bind(sessionCounts);
  const nearlyFull = new NearlyFull({ storage, boardHost, clock, log, inTurn });
  const hostOf = (request: Parameters<typeof requestHost>[0]) => requestHost(request, config.trustProxy);
  const addressOf = (request: Parameters<typeof clientAddress>[0]) =>
    clientAddress(request, config.trustProxy);
  const sockets = new Sockets({
    storage,
    boardHost,
    clock,
    log,
    publicUrl: config.publicUrl,
    hostOf,
    addressOf,
    places: parts.places ?? {},
    countClosed: (reason) => metrics.coherence_closed_total.add(1, reason),
  });
  let stopping = false;
  let port = 0;
  let ownUrl = '';

  const router = new Router();
  const shares = new RequestShares(() => clock.now());
  const now = () => clock.now();
  const patient = withPatience(storage, clock);
  addOperatorRoutes(router, {
    storage: patient,
    now,
    isFailing: commits.failLately,
    metrics,
    metricsToken: config.metricsToken,
    isStopping: () => stopping,
    clientConfig: (language) => ({
      publicUrls: config.publicUrl === null ? parts.urlsOn(port) : [config.publicUrl],
      tldrawLicenseKey: config.tldrawLicenseKey,
      storage: speechIn(language).t('server.storage'),
      version: parts.version,
    }),
  });
  const rehearsals = new Rehearsals({
    storage,
    boardHost,
    files: parts.files,
    clock,
    log,
    today: Date.now,
    urlOf: () => ownUrl,
    startBand,
  });
  addBoardRoutes(router, {
    storage: patient,
    sessionCounts,
    files: parts.files,
    boardHost,
    rehearsals,
    log,
    now,
    today: Date.now,
    shares,
    guesses: new GuessLimiter(now),
    pairings: new Pairings(now),
    boardShares: new BoardShares({ now, isSpaceScarce: parts.isSpaceScarce }),
  });
  const countStatus = (status: number) => metrics.coherence_http_requests_total.add(1, String(status));
  const streamed = new Streamed({ sockets, hostOf, addressOf, countStatus });
  const { http, ready } = createHttpServer({
    router,
    files: new StaticFiles(parts.clientDir),
    log,
    takes(request, response) {
      // Browsers send it to addresses they trust: https, and this computer.
      const isTrustworthy = request.headers['sec-fetch-mode'] !== undefined;
      response.setHeaders(new Map(Object.entries(securityHeaders(hostOf(request), isTrustworthy))));
      return streamed.handle(request, response);
    },
    addressOf,
    strangerAsks: (address) => shares.strangerAsks(address),
    countStatus,
  });
  const stopWatching = watchLines(http, {
    clock,
    linesMax: parts.linesMax,
    isHandedOver: (request) => streamed.takes(request),
  });
  http.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));

  return {
    async listen(wanted, host) {
      await sessionCounts.finishCleanups();
      await ready();
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(wanted, host, () => resolve());
      });
      ({ port } = http.address() as AddressInfo);
      ownUrl = urlFromHere(http.address() as AddressInfo);
      await rehearsals.open();
      return port;
    },
    async stop() {
      stopping = true;
      sockets.stopAccepting();
      sessionCounts.stop();
      stopWatching();
      await rehearsals.close();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      await registry.closeAll('restart', FLUSH_WAIT_MS);
      http.closeIdleConnections();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
      http.closeAllConnections();
      await Promise.all([parts.folder.close(), parts.files.close(), parts.trials.close()]);
      await storage.close();
    },
  };
}

/** How this machine reaches a server that listens on `address`: by loopback where that is among its addresses. */
function urlFromHere({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}
