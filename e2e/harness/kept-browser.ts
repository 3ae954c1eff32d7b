import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/bootstrap/workspace.mjs';
import type { CreatedBoard } from './api.ts';
import { startServer, type ServerProcess } from './server.ts';

/** What revision 4b10a38 wrote; its README says what is there. */
const KEPT = join(ROOT, 'apps/server/test/fixtures/4b10a38');

interface KeptStore {
  readonly name: string;
  readonly autoIncrement: boolean;
  readonly keyPath: string | null;
  readonly entries: readonly (readonly [string | number, unknown])[];
}

/** What a browser held: `localStorage`, and its databases with their bytes as `{base64}`. */
interface KeptBrowser {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: readonly KeptStore[];
  }[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(KEPT, name), 'utf8'));

/** The present server on a copy of the data folder; `dispose` removes it. */
export async function startOnKeptStore(): Promise<ServerProcess> {
  const copy = await mkdtemp(join(tmpdir(), 'coherence-kept-'));
  await cp(join(KEPT, 'store'), copy, { recursive: true });
  const server = await startServer({ DATA_DIR: copy });
  const dispose = async () => {
    await server.dispose();
    await rm(copy, { recursive: true, force: true });
  };
  return { ...server, dataDir: copy, dispose };
}

/** The board on which the two browsers were. */
export function keptDesk(): CreatedBoard {
  const { desk } = (read('boards.json') as { boards: { desk: CreatedBoard & { lead: string } } }).boards;
  return { ...desk, token: desk.lead };
}

/** Gives a fresh browser what another one held, under the address of `serverUrl`, and opens no page of ours. */
export async function becomeKeptBrowser(page: Page, serverUrl: string, who: 'dana' | 'lee'): Promise<void> {
  await page.goto(`${serverUrl}/health/live`);
  await page.evaluate(
    async ({ localStorage: words, databases }) => {
      const done = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error(String(request.error))));
        });
      const unpack = (value: unknown): unknown => {
        const base64 = (value as { base64?: string } | null)?.base64;
        return base64 === undefined ? value : Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      };
      for (const [key, value] of Object.entries(words)) localStorage.setItem(key, value);
      for (const { name, version, stores } of databases) {
        const request = indexedDB.open(name, version);
        request.addEventListener('upgradeneeded', () => {
          for (const { name: store, autoIncrement, keyPath } of stores) {
            request.result.createObjectStore(store, { autoIncrement, keyPath });
          }
        });
        const db = await done(request);
        const filling = db.transaction(
          stores.map(({ name: store }) => store),
          'readwrite',
        );
        for (const { name: store, entries } of stores) {
          for (const [key, value] of entries) filling.objectStore(store).put(unpack(value), key);
        }
        await new Promise((resolve) => filling.addEventListener('complete', resolve));
        db.close();
      }
    },
    read(`browsers/${who}.json`) as KeptBrowser,
  );
}
