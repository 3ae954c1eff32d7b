import { test as base, expect } from '@playwright/test';
import type { CreatedBoard, Role } from './api.ts';
import { createBoard } from './api.ts';
import type { Person, Watch } from './people.ts';
import { joinAs, watch } from './people.ts';
import type { ServerProcess } from './server.ts';
import { startServer } from './server.ts';

export const UNITS = ['Special Education', 'Finance', 'School Improvement'] as const;

interface WorkerFixtures {
  readonly serverOfWorker: ServerProcess;
}

interface TestFixtures {
  /** A server that is running; a test may kill and restart it. Others share it, one test at a time. */
  readonly server: ServerProcess;
  /** An empty board of this test's own, with the units above. */
  readonly board: CreatedBoard;
  /** Opens a browser for somebody and brings them onto the board. Their recordings grow with the test. */
  readonly person: (name: string, unit: string, role: Role) => Promise<Person>;
}

export { expect };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverOfWorker: [
    async ({}, use) => {
      const server = await startServer();
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

  person: async ({ browser, server, board }, use) => {
    const watches: Watch[] = [];
    const closers: (() => Promise<void>)[] = [];
    await use(async (name, unit, role) => {
      const context = await browser.newContext();
      closers.push(() => context.close());
      watches.push(watch(context, name, server.url));
      return joinAs(context, server.url, board, { name, unit, role });
    });
    await Promise.all(closers.map((close) => close()));
    expect(watches.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
