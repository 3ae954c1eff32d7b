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
