import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { IncomingMessage } from 'node:http';
import type { Answer } from './router.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** Paths of the client: all are index.html, and the client looks at the address. Some programs write links in capitals. */
const PAGE = /^\/(new|join(\/[^/]+)?|check\/[^/]+|b\/[^/]+(\/.*)?)?$/i;
/** What programs ask for: an address here that is none is answered to them, also when a browser asks. */
const FOR_PROGRAMS = /^\/(api|health|sync|assets)(\/|$)/;

/** The built client. Only files found on disk are ever served, so no path can lead elsewhere. */
export class StaticFiles {
  readonly #root: string;
  #files = new Map<string, string>();
  #readAt = -1;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Null when this is no path of the client. A person who mistypes an address in a browser gets the client too, with
   * status 404: it says in their words that nothing is there, and how to join.
   */
  async answer(request: IncomingMessage, path: string): Promise<Answer | null> {
    this.#refresh();
    const isPage = PAGE.test(path);
    const isLost = !isPage && !this.#files.has(path) && isSomebody(request, path);
    const name = isPage || isLost ? '/index.html' : path;
    const file = this.#files.get(name);
    if (file === undefined) return name === '/index.html' ? NOT_BUILT : null;
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const packed = ENCODINGS.find(
      ([token, suffix]) => accepted.includes(token) && this.#files.has(name + suffix),
    );
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return {
      status: isLost ? 404 : 200,
      body: await readFile(packed === undefined ? file : file + packed[1]),
      headers: {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': cache,
        vary: 'accept-encoding',
        ...(packed === undefined ? {} : { 'content-encoding': packed[0] }),
      },
    };
  }

  /** Reads the folder again when the build has replaced its index.html. */
  #refresh(): void {
    const builtAt = statSync(join(this.#root, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (builtAt === this.#readAt) return;
    this.#readAt = builtAt;
    this.#files = new Map();
    if (builtAt === 0) return;
    for (const entry of readdirSync(this.#root, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) this.#files.set(`/${relative(this.#root, file).split(sep).join('/')}`, file);
    }
  }
}

/** Whether a person in a browser asks for a page, rather than a page for one of its files. */
function isSomebody(request: IncomingMessage, path: string): boolean {
  const accepted = request.headers.accept ?? '';
  return accepted.includes('text/html') && extname(path) === '' && !FOR_PROGRAMS.test(path);
}

const NOT_BUILT: Answer = {
  status: 503,
  body: 'The client has not been built yet. Run "npm start".\n',
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
};
