import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { bearerToken } from '../auth/bearer.ts';
import { ApiError, refusedFor } from '../errors.ts';
import { NotStored } from '../rooms/tick/not-stored.ts';
import { StoreFailed } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { speechIn } from '@coherence/words';
import { pathForLog, requestUrl } from './addresses.ts';
import { errorBody } from './error-body.ts';
import { languageOf } from './language.ts';
import { json } from './router.ts';
import type { Answer, Handler, Router } from './router.ts';
import type { StaticFiles } from './static-files.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** By `performance.now`. */
    startedAt: number;
  }
}

interface HttpParts {
  readonly router: Router;
  readonly files: StaticFiles;
  readonly log: Log;
  /** Sees each request first, with an answer that has no headers yet. True: it answers the request itself. */
  readonly takes: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** A person without a token asks. Throws where those of this address ask too much. */
  readonly strangerAsks: (address: string) => void;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly countStatus: (status: number) => void;
}

/** No piece of a path is as long: the head of a request has at most 16 KiB, each character of a path at most three here. */
const LONGEST_PIECE = 3 * 16_384;
/** Bodies are checked by schemas of ours, and no route has one of Fastify's, which would load two compilers for them. */
const noCompiler = (): never => {
  throw new Error('no route has a schema of Fastify');
};

/**
 * A server, not yet listening, that answers each request by the router, else by a file, and nothing thrown inside leaves
 * as anything but a coded error. Fastify finds the route and carries the answer; connections, their limits and upgrades
 * are the server's own. `ready` before the first request.
 */
export function createHttpServer(parts: HttpParts): { readonly http: Server; ready(): Promise<void> } {
  const app: FastifyInstance = fastify({
    serverFactory: (handle) =>
      createServer((request, response) => {
        if (!parts.takes(request, response)) handle(request, response);
      }),
    rewriteUrl: pathAsWritten,
    routerOptions: { maxParamLength: LONGEST_PIECE },
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, { raw }) => {
      const { headers, body } = errorAnswer(request, new ApiError('bad-request'));
      raw.writeHead(400, headers).end(body);
    },
  });
  const http = app.server;
  // What is no HTTP is answered as Node does, with a status and no body.
  http.removeAllListeners('clientError');
  // A route reads a body itself, once it has judged the head: Fastify takes none, of any method.
  for (const method of app.supportedMethods) app.addHttpMethod(method, { overrideExisting: true });
  app.setErrorHandler((error, request, reply) => send(reply, refusal(parts, request, error)));
  app.setNotFoundHandler(async (request, reply) => send(reply, await elsewhere(parts, request)));
  for (const { method, path, handler } of parts.router.routes) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
    app.route({
      method: methods,
      url: path,
      handler: async (request, reply) => send(reply, await served(parts, request, handler)),
    });
  }
  watchAnswers(app, parts);
  return { http, ready: async () => void (await app.ready()) };
}

/** The path of a request as it is written, so that no route has a second name in other characters. */
function pathAsWritten(request: Pick<IncomingMessage, 'url'>): string {
  // A percent sign that is encoded is all that Fastify decodes.
  return requestUrl(request)?.pathname.replaceAll('%', '%25') ?? '/';
}

const urlOf = (request: FastifyRequest) => requestUrl({ url: request.originalUrl });

/** The query and headers as they came, whatever the path was rewritten to. */
const languageAsked = ({ originalUrl, headers }: FastifyRequest) => languageOf({ url: originalUrl, headers });

function errorAnswer(request: FastifyRequest, error: ApiError, headers: Record<string, string> = {}): Answer {
  return json(error.status, errorBody(speechIn(languageAsked(request)).t, error), headers);
}

/** Counts and logs each answer, also to a person who has gone, and has the rest of a body that no person reads pass. */
function watchAnswers(app: FastifyInstance, { log, countStatus }: HttpParts): void {
  app.decorateRequest('startedAt', 0);
  app.addHook('onRequest', async (request) => {
    request.startedAt = performance.now();
  });
  app.addHook('onSend', async (request, { statusCode: status }) => {
    const { raw, startedAt } = request;
    if (!raw.complete) raw.resume();
    countStatus(status);
    // Never the query: it may carry a token.
    const path = pathForLog(urlOf(request)?.pathname ?? '');
    log.debug('http', {
      method: raw.method ?? '',
      path,
      status,
      ms: Math.round(performance.now() - startedAt),
    });
  });
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .send(body ?? '');
}

function served(parts: HttpParts, asked: FastifyRequest, handler: Handler) {
  const { raw, params, originalUrl } = asked;
  const token = bearerToken(raw);
  const address = parts.addressOf(raw);
  if (token === null) parts.strangerAsks(address);
  const query = requestUrl({ url: originalUrl })?.searchParams ?? new URLSearchParams();
  const language = languageAsked(asked);
  return handler({ request: raw, params: params as Record<string, string>, query, token, address, language });
}

/** What is no route: a file, or a refusal. */
async function elsewhere(parts: HttpParts, request: FastifyRequest): Promise<Answer> {
  const path = urlOf(request)?.pathname;
  if (path === undefined) return errorAnswer(request, new ApiError('bad-request'));
  const allowed = parts.router.methodsAt(path);
  if (allowed.length > 0)
    return errorAnswer(request, new ApiError('method-not-allowed'), { allow: allowed.join(', ') });
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = isRead ? await parts.files.answer(request.raw, path) : null;
  return file ?? errorAnswer(request, new ApiError('not-found'));
}

const RETRY_LATER = new Set([429, 503]);

function refusal({ log }: HttpParts, request: FastifyRequest, error: unknown): Answer {
  const known = knownRefusal(error);
  if (known !== null) {
    const headers: Record<string, string> = RETRY_LATER.has(known.status) ? { 'retry-after': '30' } : {};
    return errorAnswer(request, known, headers);
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error('http-failed', { path: pathForLog(urlOf(request)?.pathname ?? ''), reason });
  return errorAnswer(request, new ApiError('internal'));
}

function knownRefusal(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof NotStored && error.pending) {
    return refusedFor('saved-later');
  }
  return error instanceof NotStored || error instanceof StoreFailed ? new ApiError('cannot-save') : null;
}
