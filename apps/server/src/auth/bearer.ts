import type { IncomingMessage } from 'node:http';

/** The token of the Authorization header, or null. */
export function bearerToken(request: IncomingMessage): string | null {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
