import type { Role } from '@coherence/protocol';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import type { CreatedBoard } from './api.ts';
import { createBoard } from './api.ts';
import type { Person, Watch } from './people.ts';
import { joinAs, watch } from './people.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

/** A name of this computer in the test browsers that is not localhost: plain http there is no secure context. */
export const LAN = 'http://board.lan';
export const UNITS = ['Special Education', 'Finance', 'School Improvement'] as const;

interface WorkerFixtures {
  readonly serverOfWorker: ServerProcess;
}

interface BrowserOptions extends BrowserContextOptions {
  /** Where this browser reaches the server, when not directly. */
  readonly via?: string;
}

interface TestFixtures {
  /** A server that is running; a test may kill and restart it. Others share it, one test at a time. */
  readonly server: ServerProcess;
  /** An empty board of this test's own, with the units above. */
  readonly board: CreatedBoard;
  /** A browser of a person's own with one empty page; what goes wrong in it fails the test. */
  readonly browserOf: (who: string, options?: BrowserOptions) => Promise<Page>;
  /** Opens a browser for a person and brings them onto the board. Their recordings grow with the test. */
  readonly person: (name: string, unit: string, role: Role, options?: BrowserOptions) => Promise<Person>;
}

export { expect };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverOfWorker: [
    async ({}, use) => {
      const server = await startServer({ TRUST_PROXY: '1' });
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],

  server: async ({ serverOfWorker }, use, info) => {
    if (!serverOfWorker.isRunning()) await serverOfWorker.restart();
    const before = serverOfWorker.output().length;
    await use(serverOfWorker);
    if (info.status === info.expectedStatus) return;
    await info.attach('server output', {
      body: serverOfWorker.output().slice(before),
      contentType: 'text/plain',
    });
  },

  board: async ({ server }, use, info) => {
    await use(await createBoard(server.url, { title: info.title, units: UNITS }));
  },

  browserOf: async ({ browser, server }, use) => {
    const watches: Watch[] = [];
    const closers: (() => Promise<void>)[] = [];
    await use(async (who, { via = server.url, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: via, ...options });
      closers.push(() => context.close());
      watches.push(await watch(context, who, via));
      return context.newPage();
    });
    await Promise.all(closers.map((close) => close()));
    expect(watches.flatMap(({ problems }) => problems)).toEqual([]);
  },

  person: async ({ server, board, browserOf }, use) => {
    await use(async (name, unit, role, options = {}) => {
      const page = await browserOf(name, options);
      return joinAs(page, options.via ?? server.url, board, { name, unit, role });
    });
  },
});
