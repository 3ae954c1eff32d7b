import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { FileThread } from './files/file-thread.ts';
import { isLocal, lanUrls } from './lan.ts';
import { openFilesMax } from './open-files.ts';
import { TrialThreads } from './opening/trial-threads.ts';
import { systemClock } from './time/clock.ts';
import { ThreadFolder } from './rooms/document/compaction/compactor.ts';
import { createServer } from './server.ts';
import { closeToOthers, makeFilesPrivate } from './storage/disk/private-files.ts';
import { scarceSpace } from './storage/disk/free-space.ts';
import { openSqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import { createLog, toStandardError } from './telemetry/log.ts';
import { terminalQr } from './terminal-qr.ts';
import { placesFor } from './ws/shares/places-for.ts';

/** Connections beside WebSockets: half of what the system lets this process open, within these. */
const LINES_MIN = 100;
const LINES_MAX = 4_000;
const OLDEST_NODE = 24;
/** Whatever hangs, the process is gone before its manager loses patience. */
const EXIT_DEADLINE_MS = 9_000;

const say = (text: string) => void process.stdout.write(`${text}\n`);

function refuse(problems: readonly string[]): never {
  process.stderr.write(`Coherence Board cannot start:\n${problems.map((one) => `- ${one}`).join('\n')}\n`);
  process.exit(1);
}

function announce(port: number, config: Config): void {
  const urls = config.publicUrl === null ? lanUrls(networkInterfaces(), port) : [config.publicUrl];
  say(`Coherence Board is running on http://localhost:${port}`);
  const [best, ...others] = urls;
  if (best === undefined) return say('No network address found: only this computer can reach it.');
  say(`Others join at ${best}`);
  for (const url of others) say(`            or ${url}`);
  if (!isLocal(best)) say(terminalQr(best));
}

async function main(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE)
    refuse([`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}. Use "npm start".`]);
  const read = readConfig(process.env);
  if (!read.ok) refuse(read.problems);
  const config = read.value;
  makeFilesPrivate();
  const log = createLog(config.logLevel, toStandardError());
  for (const reason of closeToOthers(config.dataDir)) log.warn('data-folder-open', { reason });
  const storageEnded = Promise.withResolvers<string>();
  const storage = await openSqliteStorage(config.dataDir, {
    onEnded: storageEnded.resolve,
    onNotice: (reason) => log.error('storage-mended', { reason }),
  }).catch((error: unknown) =>
    refuse([`DATA_DIR ${config.dataDir}: ${error instanceof Error ? error.message : String(error)}`]),
  );
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '';
  const server = createServer({
    config,
    storage,
    log,
    version,
    folder: new ThreadFolder(),
    trials: new TrialThreads(systemClock),
    files: new FileThread(systemClock),
    clock: systemClock,
    isSpaceScarce: scarceSpace(config.dataDir, config.keepFreeMib, systemClock),
    places: placesFor(openFilesMax(), config),
    linesMax: Math.max(LINES_MIN, Math.min(LINES_MAX, openFilesMax() / 2)),
    clientDir: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    urlsOn: (port) => lanUrls(networkInterfaces(), port),
  });

  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), EXIT_DEADLINE_MS).unref();
    server.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  const onSignal = (signal: string) => {
    log.info('stopping', { signal });
    stop(0);
  };
  process.on('SIGTERM', () => onSignal('SIGTERM'));
  process.on('SIGINT', () => onSignal('SIGINT'));
  // Without its thread this process never saves again. What starts it anew finds all that was acknowledged.
  void storageEnded.promise.then((reason) => {
    log.error('storage-ended', { reason });
    stop(1);
  });

  const port = await server.listen(config.port, config.host).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return refuse([isTaken ? `Port ${config.port} is in use. Set PORT to another one.` : String(error)]);
  });
  announce(port, config);
  // Node keeps what it compiled when a process ends by itself: one that is killed keeps it too, by this.
  flushCompileCache();
}

await main();
