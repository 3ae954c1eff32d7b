import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  CLOSE_REASONS,
  closeReasonForFrame,
  decodeBatch,
  encodeRecord,
  encodeTaken,
  readStreamedPath,
  STREAMED_CONTENT_TYPE,
} from '@coherence/protocol';
import type { CloseReason } from '@coherence/protocol';
import { bearerToken } from '../auth/bearer.ts';
import { hashToken } from '../auth/secrets.ts';
import { requestUrl } from '../http/addresses.ts';
import type { Sockets } from './sockets.ts';
import { PIECE_COST } from './shares/frame-sieve.ts';
import { StreamedSocket } from './streamed-socket.ts';

/** Before a proxy loses patience. */
const HOLD_MS = 10_000;
/** One that is being held, and one that repeats it because its sender believes it lost. */
const MAX_POSTS_AT_ONCE = 2;

/** Nothing on the way may keep, pack or hold back what streams. */
const STREAM_HEADERS = {
  'content-type': STREAMED_CONTENT_TYPE,
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

interface Entry {
  readonly session: StreamedSocket;
  /** The token it was opened with: a session's name alone, as a proxy's log may keep it, opens nothing. */
  readonly tokenHash: Buffer;
  readonly socketPath: string;
  posts: number;
}

export interface StreamedParts {
  readonly sockets: Pick<Sockets, 'welcome' | 'hasRoomAt'>;
  readonly hostOf: (request: IncomingMessage) => string | undefined;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly countStatus: (status: number) => void;
  /** How long a post that cannot be taken yet is held, milliseconds; default 10 s. */
  readonly holdMs?: number;
}

/** WebSockets for clients whose network blocks them: an endless answer and posts, as packages/protocol/SPEC.md has it. */
export class Streamed {
  readonly #parts: StreamedParts;
  readonly #entries = new Map<string, Entry>();
  readonly #holdMs: number;

  constructor(parts: StreamedParts) {
    this.#parts = parts;
    this.#holdMs = parts.holdMs ?? HOLD_MS;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether the request is one of the stand-in's. */
  takes(request: IncomingMessage): boolean {
    return request.method === 'POST' && readStreamedPath(requestUrl(request)?.pathname ?? '') !== null;
  }

  /** Takes the request if it is one of the stand-in's; answers whether it was. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const asked = readStreamedPath(requestUrl(request)?.pathname ?? '');
    if (asked === null || request.method !== 'POST') return false;
    if (asked.session === null) this.#open(request, response, asked.socketPath);
    else void this.#post(request, response, asked.socketPath, asked.session);
    return true;
  }

  /** Answered 200 as an upgrade is answered 101: who may not stay is told by a close record. */
  #open(request: IncomingMessage, response: ServerResponse, socketPath: string): void {
    const { addressOf, countStatus, hostOf, sockets } = this.#parts;
    request.resume();
    response.writeHead(200, STREAM_HEADERS);
    countStatus(200);
    if (!sockets.hasRoomAt(addressOf(request))) {
      const { code } = CLOSE_REASONS.overloaded;
      response.end(encodeRecord({ type: 'closed', code, reason: 'overloaded' }));
      return;
    }
    const name = randomBytes(16).toString('base64url');
    const token = bearerToken(request);
    const session = new StreamedSocket(response, name);
    this.#entries.set(name, { session, tokenHash: hashOf(token), socketPath, posts: 0 });
    session.once('close', () => this.#entries.delete(name));
    const { origin } = request.headers;
    const caller = {
      path: socketPath,
      origin,
      host: hostOf(request),
      token,
      address: addressOf(request),
      isForwarded: request.headers['x-forwarded-for'] !== undefined,
    };
    void sockets.welcome(caller, {
      socket: session,
      stream: response,
      send: (frame) => session.send(frame),
      listen: (owner) => session.listen(owner),
    });
  }

  async #post(
    request: IncomingMessage,
    response: ServerResponse,
    socketPath: string,
    name: string,
  ): Promise<void> {
    const entry = this.#entries.get(name);
    const status = entry === undefined ? 404 : refusalOf(request, entry, socketPath);
    if (entry === undefined || status !== null) return this.#refuse(request, response, status ?? 404);
    entry.posts += 1;
    try {
      await this.#take(request, response, entry.session);
    } catch {
      // The request was cut off half-way; the client sends it again.
      response.destroy();
    } finally {
      entry.posts -= 1;
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse, session: StreamedSocket): Promise<void> {
    if (!(await session.whenReady(this.#holdMs))) return this.#answer(request, response, session);
    const body = await bodyOf(request, session);
    if (body === null) return this.#end(request, response, session, 'too-large', 413);
    const batch = decodeBatch(body);
    if (!batch.ok) return this.#end(request, response, session, closeReasonForFrame(batch.error), 400);
    if (!session.take(batch.value)) return this.#end(request, response, session, 'malformed', 409);
    return this.#answer(request, response, session);
  }

  #end(
    request: IncomingMessage,
    response: ServerResponse,
    session: StreamedSocket,
    reason: CloseReason,
    status: number,
  ): void {
    session.close(CLOSE_REASONS[reason].code, reason);
    this.#refuse(request, response, status);
  }

  #answer(request: IncomingMessage, response: ServerResponse, session: StreamedSocket): void {
    if (!request.complete) request.resume();
    const headers = { 'content-type': STREAMED_CONTENT_TYPE, 'cache-control': 'no-store' };
    response.writeHead(200, headers).end(encodeTaken(session.taken));
    this.#parts.countStatus(200);
  }

  #refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
    if (!request.complete) request.resume();
    response.writeHead(status, { 'cache-control': 'no-store' }).end();
    this.#parts.countStatus(status);
  }
}

/** The body of a post, or null when it is longer than its sender may send. It ends with the session it belongs to. */
async function bodyOf(request: IncomingMessage, session: StreamedSocket): Promise<Buffer | null> {
  const cutOff = () => void request.destroy();
  const pieces: Buffer[] = [];
  let bytes = 0;
  session.once('close', cutOff);
  try {
    if (Number(request.headers['content-length'] ?? 0) > session.mostInOnePost) return null;
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > session.mostInOnePost) return null;
      pieces.push(piece);
      session.arriving(piece.length + PIECE_COST);
    }
    return Buffer.concat(pieces);
  } finally {
    const kept = pieces.reduce((sum, piece) => sum + piece.length + PIECE_COST, 0);
    if (kept > 0) session.arriving(-kept);
    session.off('close', cutOff);
  }
}

/** The status that refuses a post, or null. Never says more than a caller who holds the token may know. */
function refusalOf(request: IncomingMessage, entry: Entry, socketPath: string): number | null {
  const isTheirs = timingSafeEqual(hashOf(bearerToken(request)), entry.tokenHash);
  if (!isTheirs || entry.socketPath !== socketPath) return 404;
  if (request.headers['content-type'] !== STREAMED_CONTENT_TYPE) return 415;
  return entry.posts >= MAX_POSTS_AT_ONCE ? 429 : null;
}

function hashOf(token: string | null): Buffer {
  return Buffer.from(hashToken(token ?? ''));
}
