import type { IncomingMessage } from 'node:http';
import { networkOf } from '../auth/network.ts';

const first = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** The address a request asks for, or null for what is none, as `//`: it comes from outside, so it may be anything. */
export function requestUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): URL | null {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost') : null;
}

/** Who is asking, as limits count it (`networkOf`): behind a trusted proxy the last address it added, else the socket's. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? first(request.headers['x-forwarded-for']) : undefined;
  return networkOf(forwarded?.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown'));
}

/** The name by which the client addressed this server. */
export function requestHost(request: IncomingMessage, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? first(request.headers['x-forwarded-host']) : undefined;
  return forwarded?.split(',').at(-1)?.trim() || request.headers.host;
}

const LOGGED =
  /^\/(?:$|(?:api|assets|health|metrics)(?:\/|$)|b\/[a-z0-9]{1,12}(?:\/(?:sheet|poster|check))?\/?$)/;
/** Ids and the names of files need none of these signs. */
const FOREIGN = /[^\w/.-].*$/s;

/**
 * What a log may keep of a path. Others are pages, and may hold a code: `/join/K7M2QD`, or what was typed for it. Mail
 * protection makes a `%23` of the `#` before an invite: what is no sign of ours is left out with all behind it.
 */
export function pathForLog(pathname: string): string {
  return LOGGED.test(pathname) ? pathname.replace(FOREIGN, '(more)') : '/(page)';
}
