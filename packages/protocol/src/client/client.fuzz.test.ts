import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { PretendBoardServer } from '../testing/pretend-board-server.ts';
import { PretendNetwork, type PretendConnection } from '../testing/pretend-network.ts';
import type { BoardClient } from './board-client.ts';
import { openBoardClient } from './client.ts';

const CLIENTS = 3;
const KEYS = 3;

type Step =
  | { do: 'set' | 'delete'; client: number; key: number }
  | { do: 'toServer' | 'toClient'; client: number; frames: number }
  | { do: 'cut' | 'reconnect'; client: number }
  | { do: 'ackAll' | 'slowDisk' | 'pause' | 'askForMissing' | 'crash' | 'settle' };

const client = fc.nat(CLIENTS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), client, key: fc.nat(KEYS - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), client, key: fc.nat(KEYS - 1) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom('toServer' as const, 'toClient' as const),
      client,
      frames: fc.nat(6),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'reconnect' as const), client }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('ackAll' as const, 'slowDisk' as const, 'pause' as const, 'askForMissing' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
);

/** Three clients, one server and every wire between them. Each client writes keys of its own. */
class World {
  readonly server = new PretendBoardServer();
  readonly network = new PretendNetwork();
  readonly clients: BoardClient[] = [];
  readonly wires: PretendConnection[] = [];
  #value = 0;

  constructor() {
    for (let index = 0; index < CLIENTS; index += 1) {
      this.network.onConnection = (connection) => {
        const { receive, left } = this.server.accept(connection);
        connection.onFrame = receive;
        connection.onClose = left;
        this.wires[Number(connection.url.at(-1))] = connection;
      };
      this.clients.push(
        openBoardClient({
          url: 'ws://board.test',
          boardId: `b${index}`,
          token: 't',
          doc: new Y.Doc(),
          socket: this.network.Socket,
        }),
      );
    }
  }

  ownKeys(doc: Y.Doc, index: number): Record<string, unknown> {
    const all = Object.entries(doc.getMap('factors').toJSON());
    return Object.fromEntries(all.filter(([key]) => key.startsWith(`${index}.`)));
  }

  run(step: Step): void {
    switch (step.do) {
      case 'set':
        this.#value += 1;
        this.clients[step.client]?.doc.getMap('factors').set(`${step.client}.${step.key}`, this.#value);
        break;
      case 'delete':
        this.clients[step.client]?.doc.getMap('factors').delete(`${step.client}.${step.key}`);
        break;
      case 'toServer':
        this.wires[step.client]?.open();
        this.wires[step.client]?.deliverToServer(step.frames);
        break;
      case 'toClient':
        this.wires[step.client]?.deliverToClient(step.frames);
        break;
      case 'cut':
        this.wires[step.client]?.cut();
        break;
      case 'reconnect':
        this.clients[step.client]?.reconnectNow();
        break;
      case 'ackAll':
        this.server.ackAll();
        break;
      case 'slowDisk':
        this.server.acks = !this.server.acks;
        break;
      case 'pause':
        this.server.nackWith = this.server.nackWith === null ? 'paused' : null;
        break;
      case 'askForMissing':
        this.server.askForMissing();
        break;
      case 'settle':
        this.network.settle();
        break;
      case 'crash':
        for (const wire of this.wires) wire.cut();
        this.server.crash();
    }
  }

  heal(): void {
    this.server.nackWith = null;
    this.server.acks = true;
    for (const client of this.clients) client.reconnectNow();
    this.network.settle();
    this.server.askForMissing();
    this.network.settle();
  }

  destroy(): void {
    for (const client of this.clients) {
      client.destroy();
      client.doc.destroy();
    }
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function eachStep(steps: readonly Step[], check: (world: World) => void): World {
  const world = new World();
  for (const step of steps) {
    world.run(step);
    check(world);
  }
  return world;
}

test('[SAVED1] a client that shows "saved" finds its words in storage, through cuts, pauses and crashes', () => {
  let sawSaved = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const world = eachStep(steps, ({ clients, server, ownKeys }) => {
        clients.forEach(({ saved, doc }, index) => {
          if (saved.getSnapshot().kind !== 'saved') return;
          sawSaved += 1;
          expect(ownKeys(server.stored, index)).toEqual(ownKeys(doc, index));
        });
      });
      world.destroy();
    }),
    { numRuns: 300, seed: 41 },
  );
  expect(sawSaved).toBeGreaterThan(1000);
});

test('[SAVED8] once the network is whole, everybody has the same board and is saved', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const world = eachStep(steps, () => {});
      world.heal();
      const board = world.server.stored.getMap('factors').toJSON();
      for (const { doc, saved } of world.clients) {
        expect(doc.getMap('factors').toJSON()).toEqual(board);
        expect(saved.getSnapshot()).toEqual({ kind: 'saved' });
      }
      world.destroy();
    }),
    { numRuns: 150, seed: 42 },
  );
});
