import type { IncomingMessage } from 'node:http';
import type { Language } from '@coherence/words';

export interface RequestContext {
  readonly request: IncomingMessage;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Bearer token of the Authorization header. */
  readonly token: string | null;
  /** Who asks, for limits: a network address. */
  readonly address: string;
  /** In which the person who asks is answered. */
  readonly language: Language;
}

export interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type Handler = (context: RequestContext) => Answer | Promise<Answer>;

interface Route {
  readonly method: string;
  /** As Fastify reads it. */
  readonly path: string;
  readonly matches: RegExp;
  readonly handler: Handler;
}

const NAME = /:(\w+)/g;
/** One piece of a path. */
const PIECE = '([^/.]+)';

/** Method and path to handler. A pattern is a path in which `:name` stands for a piece without `/` and `.`. */
export class Router {
  readonly routes: Route[] = [];

  on(method: string, pattern: string, handler: Handler): this {
    const path = pattern.replace(NAME, `:$1${PIECE}`);
    const matches = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(NAME, PIECE)}$`);
    this.routes.push({ method, path, matches, handler });
    return this;
  }

  /** The methods that are answered at a path, none where there is no such path. */
  methodsAt(path: string): readonly string[] {
    return this.routes.filter(({ matches }) => matches.test(path)).map(({ method }) => method);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return jsonText(status, JSON.stringify(body), headers);
}

/** As `json`, of what is text already. */
export function jsonText(status: number, body: string, headers: Record<string, string> = {}): Answer {
  const base = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status, body, headers: { ...base, ...headers } };
}
