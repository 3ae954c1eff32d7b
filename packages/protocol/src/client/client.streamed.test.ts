import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { PretendBoardServer } from '../testing/pretend-board-server.ts';
import { POST_FAULTS, PretendStreamedServer, type PostFault } from '../testing/pretend-streamed-server.ts';
import { streamedSocketOver } from '../transport/streamed/streamed-socket.ts';
import { CLOSE_REASONS } from '../wire/close-codes.ts';
import type { BoardClient } from './board-client.ts';
import { openBoardClient } from './client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A board, and two clients that reach it through the stand-in, each over a network of its own. */
class World {
  readonly board = new PretendBoardServer();
  readonly networks = [0, 1].map(() => new PretendStreamedServer((peer) => this.board.accept(peer)));
  readonly clients: BoardClient[] = this.networks.map(({ request }) =>
    openBoardClient({
      url: 'http://board.test',
      boardId: 'b1',
      token: 't',
      doc: new Y.Doc(),
      socket: streamedSocketOver(request),
    }),
  );

  ownKeys(doc: Y.Doc, index: number): Record<string, unknown> {
    const all = Object.entries(doc.getMap('factors').toJSON());
    return Object.fromEntries(all.filter(([key]) => key.startsWith(`${index}.`)));
  }

  destroy(): void {
    for (const client of this.clients) {
      client.destroy();
      client.doc.destroy();
    }
  }
}

const who = fc.nat(1);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), who, key: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who, key: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(3000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'toggle' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      who,
      fault: fc.constantFrom<PostFault>(...POST_FAULTS),
    }),
  },
);

test('[SAVED1] [SAVED8] [STREAM4] "saved" is true over a stand-in that loses, repeats and delays, and all ends well', async () => {
  let sawSaved = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      const world = new World();
      const faults: [PostFault[], PostFault[]] = [[], []];
      world.networks.forEach((network, index) => {
        network.fault = () => faults[index]?.shift() ?? 'none';
        network.cutAt = (length) => length >> 1;
      });
      const check = () =>
        world.clients.forEach(({ saved, doc }, index) => {
          if (saved.getSnapshot().kind !== 'saved') return;
          sawSaved += 1;
          expect(world.ownKeys(world.board.stored, index)).toEqual(world.ownKeys(doc, index));
        });
      await settle(100);
      let value = 0;
      for (const act of acts) {
        const factors = 'who' in act ? world.clients[act.who]?.doc.getMap('factors') : undefined;
        const network = 'who' in act ? world.networks[act.who] : undefined;
        if (act.do === 'write') factors?.set(`${act.who}.${act.key}`, (value += 1));
        if (act.do === 'delete') factors?.delete(`${act.who}.${act.key}`);
        if (act.do === 'cut') for (const session of network?.sessions ?? []) session.cut();
        if (act.do === 'toggle' && network !== undefined) network.reachable = !network.reachable;
        if (act.do === 'fault') faults[act.who === 0 ? 0 : 1].push(act.fault);
        await settle(act.do === 'wait' ? act.ms : 0);
        check();
      }
      for (const network of world.networks) network.reachable = true;
      await settle(40_000);
      check();
      const stored = world.board.stored.getMap('factors').toJSON();
      for (const { doc, saved } of world.clients) {
        expect(saved.getSnapshot()).toEqual({ kind: 'saved' });
        expect(doc.getMap('factors').toJSON()).toEqual(stored);
      }
      world.destroy();
      await settle(20_000);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 60, seed: 58 },
  );
  expect(sawSaved).toBeGreaterThan(500);
});

test.each(Object.entries(CLOSE_REASONS))(
  '[STREAM6] [CLOSE3] a session closed as %s means the same as a WebSocket closed so',
  async (reason, { code, retry }) => {
    const world = new World();
    await settle(100);
    world.networks[0]?.sessions[0]?.peer.close(code, reason);
    await settle(5000);
    expect(world.networks[0]?.sessions).toHaveLength(retry ? 2 : 1);
    expect(world.clients[0]?.connection.getSnapshot()).toBe(retry ? 'open' : 'ended');
    world.destroy();
  },
);

test('[STREAM8] [PRES3] leaving is told before the session ends', async () => {
  const world = new World();
  const [leaver, other] = world.clients;
  leaver?.awareness.setLocalState({ name: 'Dana' });
  await settle(100);
  expect([...(other?.awareness.getStates().values() ?? [])]).toContainEqual({ name: 'Dana' });
  leaver?.destroy();
  await settle(100);
  expect([...(other?.awareness.getStates().values() ?? [])]).not.toContainEqual({ name: 'Dana' });
  expect(world.board.sessions).toHaveLength(1);
  world.destroy();
});
