/**
 * History of our messages, from 100 on (the ones below belong to y-protocols).
 * - 1: hello, role, status, ack, nack.
 * - 2: the close code too-many-tabs.
 * - 3: doc-full is held; the codes newer and share. To earlier versions these are said as rate.
 */
export const PROTOCOL_VERSION = 3;

/** The oldest version a server still speaks; an older client is closed as malformed and reloads. */
export const OLDEST_PROTOCOL_VERSION = 1;

/** The WebSocket subprotocol that the server selects. */
export const SUBPROTOCOL = 'coherence.v1';

/** How a token travels beside `SUBPROTOCOL`: never in a URL, which logs would keep. */
export const TOKEN_SUBPROTOCOL_PREFIX = 'token.';

/** The subprotocols a client offers. */
export function offeredSubprotocols(token: string): [string, string] {
  return [SUBPROTOCOL, `${TOKEN_SUBPROTOCOL_PREFIX}${token}`];
}

/** The token among the subprotocols a client offered, or null. */
export function tokenFromSubprotocols(offered: Iterable<string>): string | null {
  for (const name of offered) {
    if (name.startsWith(TOKEN_SUBPROTOCOL_PREFIX)) return name.slice(TOKEN_SUBPROTOCOL_PREFIX.length);
  }
  return null;
}
