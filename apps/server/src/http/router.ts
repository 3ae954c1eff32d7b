import type { IncomingMessage } from 'node:http';

export interface RequestContext {
  readonly request: IncomingMessage;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Bearer token of the Authorization header. */
  readonly token: string | null;
  /** Who asks, for limits: a network address. */
  readonly address: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type Handler = (context: RequestContext) => Answer | Promise<Answer>;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handler: Handler;
}

type Match =
  | { ok: true; handler: Handler; params: Record<string, string> }
  | { ok: false; error: 'not-found' }
  | { ok: false; error: 'method-not-allowed'; allowed: readonly string[] };

/** Method and path to handler. A pattern is a path in which `:name` stands for a piece without `/` and `.`. */
export class Router {
  readonly #routes: Route[] = [];

  on(method: string, pattern: string, handler: Handler): this {
    const names = [...pattern.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
    const source = pattern.replaceAll('.', '\\.').replace(/:\w+/g, '([^/.]+)');
    this.#routes.push({ method, pattern: new RegExp(`^${source}$`), names, handler });
    return this;
  }

  match(method: string, path: string): Match {
    const allowed: string[] = [];
    for (const route of this.#routes) {
      const found = route.pattern.exec(path);
      if (found === null) continue;
      if (route.method !== method) {
        allowed.push(route.method);
        continue;
      }
      const params = Object.fromEntries(route.names.map((name, index) => [name, found[index + 1] ?? '']));
      return { ok: true, handler: route.handler, params };
    }
    return allowed.length === 0
      ? { ok: false, error: 'not-found' }
      : { ok: false, error: 'method-not-allowed', allowed };
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
