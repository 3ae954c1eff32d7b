/** The media type of both directions. */
export const STREAMED_CONTENT_TYPE = 'application/octet-stream';

/** Where the stand-in posts, from the address a WebSocket would have: `ws://host/sync/b1` -> `http://host/sync/b1/stream`. */
export function streamAddress(socketUrl: string): string {
  return `${socketUrl.replace(/^ws/, 'http')}/stream`;
}

export function sendAddress(socketUrl: string, session: string): string {
  return `${socketUrl.replace(/^ws/, 'http')}/send/${encodeURIComponent(session)}`;
}

const PATH = /^(\/sync\/[^/]+(?:\/mine)?)\/(?:stream|send\/([\w-]{1,100}))$/;

/** What a path asks for: the path a WebSocket would have, and the session, null to open one. null: not of the stand-in. */
export function readStreamedPath(path: string): { socketPath: string; session: string | null } | null {
  const found = PATH.exec(path);
  return found === null ? null : { socketPath: found[1] ?? '', session: found[2] ?? null };
}
