import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerToken } from '../auth/bearer.ts';
import { ApiError } from '../errors.ts';
import { NotStored } from '../rooms/tick/not-stored.ts';
import { StoreFailed } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { pathForLog, requestUrl } from './addresses.ts';
import { json } from './router.ts';
import type { Answer, Router } from './router.ts';
import type { StaticFiles } from './static-files.ts';

interface HttpParts {
  readonly router: Router;
  readonly files: StaticFiles;
  readonly log: Log;
  /** Somebody without a token asks. Throws where those of this address ask too much. */
  readonly strangerAsks: (address: string) => void;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly countStatus: (status: number) => void;
}

/** One request to one answer. Nothing thrown inside leaves as anything but a coded error. */
export function createHttpHandler(parts: HttpParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now();
    const url = requestUrl(request);
    const answer =
      url === null ? json(400, new ApiError('bad-request').body()) : await answerSafely(parts, request, url);
    const { status, body, headers } = answer;
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
    if (!request.complete) request.resume();
    parts.countStatus(status);
    // Never the query: it may carry a token.
    const path = pathForLog(url?.pathname ?? '');
    const ms = Math.round(performance.now() - startedAt);
    parts.log.debug('http', { method: request.method ?? '', path, status, ms });
  };
}

async function answerSafely(parts: HttpParts, request: IncomingMessage, url: URL): Promise<Answer> {
  try {
    return await answer(parts, request, url);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) {
      const headers: Record<string, string> = RETRY_LATER.has(refusal.status) ? { 'retry-after': '30' } : {};
      return json(refusal.status, refusal.body(), headers);
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parts.log.error('http-failed', { path: pathForLog(url.pathname), reason });
    return json(500, new ApiError('internal').body());
  }
}

const RETRY_LATER = new Set([429, 503]);
const STILL_COMING =
  'The server cannot save now. What you asked for is done as soon as it can: look before you ask again.';

function refusalOf(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof NotStored && error.pending) {
    return new ApiError('cannot-save', { message: STILL_COMING });
  }
  return error instanceof NotStored || error instanceof StoreFailed ? new ApiError('cannot-save') : null;
}

async function answer(parts: HttpParts, request: IncomingMessage, url: URL): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const match = parts.router.match(method, url.pathname);
  if (match.ok) {
    const token = bearerToken(request);
    const address = parts.addressOf(request);
    if (token === null) parts.strangerAsks(address);
    return match.handler({ request, params: match.params, query: url.searchParams, token, address });
  }
  if (match.error === 'method-not-allowed') {
    return json(405, new ApiError('method-not-allowed').body(), { allow: match.allowed.join(', ') });
  }
  const file = method === 'GET' ? await parts.files.answer(request, url.pathname) : null;
  if (file !== null) return file;
  throw new ApiError('not-found');
}
