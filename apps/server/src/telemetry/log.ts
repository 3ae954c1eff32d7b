import { destination, pino } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
/** Flat facts about an event. Never tokens, invites, names or content. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Fields that no event has, since a log keeps none of it: should one get such a field, its value stays out all the same. */
const SECRETS = ['token', 'code', 'invite', 'name', 'authorization', 'password', 'url'];

/** One JSON object a line: `{"level", "at": ISO time, ...fields, "event"}`. `write` gets it, with its newline, at once. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: SECRETS,
    },
    { write },
  );
  const at =
    (name: Exclude<LogLevel, 'silent'>) =>
    (event: string, fields: LogFields = {}) =>
      lines[name](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Writes lines to the standard error of this process, each before it returns: a process that ends at once loses none. */
export function toStandardError(): (line: string) => void {
  const errors = destination({ dest: 2, sync: true });
  return (line) => void errors.write(line);
}

export const silentLog: Log = createLog('silent', () => {});
