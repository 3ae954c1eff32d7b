import { LOG_LEVELS } from './telemetry/log.ts';
import type { LogLevel } from './telemetry/log.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where people reach the server, without a trailing slash; null: by its own addresses. */
  readonly publicUrl: string | null;
  /** Believe X-Forwarded-For and X-Forwarded-Host. */
  readonly trustProxy: boolean;
  readonly tldrawLicenseKey: string | null;
  /** The bearer token that `/metrics` asks for; null: the figures need none. */
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
  /** MiB of the disk kept free for what people write; null: a fiftieth of it, at most 128 MiB. */
  readonly keepFreeMib: number | null;
  /** Connections from one address, facilitators' not counted; null: as many as the server decides. */
  readonly connectionsPerAddress: number | null;
  /** Connections in all, likewise. */
  readonly maxConnections: number | null;
}

type ConfigResult = { ok: true; value: Config } | { ok: false; problems: readonly string[] };

const MAX_PORT = 65_535;
const METRICS_TOKEN = /^[\w-]{16,100}$/;
const YES = ['1', 'true', 'yes', 'on'];
const NO = ['', '0', 'false', 'no', 'off'];

/** Reads the environment; everything that is wrong is said at once, in words. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = [];
  const text = (name: string) => (env[name] ?? '').trim();
  for (const reserved of ['DATABASE_URL', 'REDIS_URL']) {
    if (text(reserved) !== '')
      problems.push(`${reserved} is set, but that is not built yet. Unset it to store in DATA_DIR.`);
  }
  const port = text('PORT') === '' ? 4000 : Number(text('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT) {
    problems.push(`PORT must be a number from 0 to ${MAX_PORT}, not "${text('PORT')}".`);
  }
  const trust = text('TRUST_PROXY').toLowerCase();
  if (![...YES, ...NO].includes(trust)) problems.push(`TRUST_PROXY must be 1 or 0, not "${trust}".`);
  const level = LOG_LEVELS.find((one) => one === (text('LOG_LEVEL') || 'info').toLowerCase());
  if (level === undefined) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  if (text('METRICS_TOKEN') !== '' && !METRICS_TOKEN.test(text('METRICS_TOKEN'))) {
    problems.push('METRICS_TOKEN must have 16 to 100 letters, digits, dashes or underscores.');
  }
  const count = (name: string) => {
    const value = text(name) === '' ? null : Number(text(name));
    if (value !== null && !(Number.isInteger(value) && value > 0)) {
      problems.push(`${name} must be a number from 1 on, not "${text(name)}".`);
    }
    return value;
  };
  const [connectionsPerAddress, maxConnections, keepFreeMib] = [
    count('CONNECTIONS_PER_ADDRESS'),
    count('MAX_CONNECTIONS'),
    count('KEEP_FREE_MB'),
  ];
  const publicUrl = text('PUBLIC_URL') === '' ? null : readPublicUrl(text('PUBLIC_URL'));
  if (publicUrl === undefined) {
    problems.push(
      `PUBLIC_URL must look like https://board.example.org, without a path, not "${text('PUBLIC_URL')}".`,
    );
  }
  if (problems.length > 0 || level === undefined || publicUrl === undefined) return { ok: false, problems };
  return {
    ok: true,
    value: {
      port,
      host: text('HOST') || '0.0.0.0',
      dataDir: text('DATA_DIR') || './data',
      publicUrl,
      trustProxy: YES.includes(trust),
      tldrawLicenseKey: text('TLDRAW_LICENSE_KEY') || null,
      metricsToken: text('METRICS_TOKEN') || null,
      logLevel: level,
      keepFreeMib,
      connectionsPerAddress,
      maxConnections,
    },
  };
}

function readPublicUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isPlain && ['http:', 'https:'].includes(url.protocol) ? url.origin : undefined;
}
