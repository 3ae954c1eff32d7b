import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { createBoard, joinBoard } from './kill-rounds.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';
import { stateOf } from './stopped-client.ts';
import type { DeviceReport } from './stopped-client.ts';

const WRITERS = 6;
const CHUNKS = 4;
const CHUNK_NUMBERS = 900;
/** A number that is not whole takes nine bytes. */
const STROKE_BYTES = CHUNKS * CHUNK_NUMBERS * 9;
/** Watermark of a slow connection, and the frame that took it past that: all people's strokes of one tick, twice. */
const WAITING_MAX_BYTES = 256 * 1024 + 2 * WRITERS * STROKE_BYTES;

const dataDir = mkdtempSync(join(tmpdir(), 'coherence-stopped-'));
const devices = new Set<ChildProcess>();
afterEach(() => {
  for (const device of devices) device.kill('SIGKILL');
  devices.clear();
  endAllServers();
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const until = (check: () => void | Promise<void>, timeout = 60_000) =>
  vi.waitFor(check, { timeout, interval: 50 });

async function room() {
  const server = await spawnServer(dataDir);
  const board = await createBoard(server.base);
  // Six people: the bytes of one person are bounded over all their tabs.
  const enter = async () => {
    const token = await joinBoard(server.base, { invite: board.invites.facilitator });
    return new AckedClient(server.socketBase, board.id, token);
  };
  const writers = await Promise.all(Array.from({ length: WRITERS }, enter));
  await until(() => expect(writers.every((one) => one.synced)).toBe(true));
  const program = fileURLToPath(new URL('stopped-client.ts', import.meta.url));
  const device = fork(program, [server.socketBase, board.id, board.token]);
  devices.add(device);
  const report = async (): Promise<DeviceReport> => {
    device.send('report');
    const [answer] = (await once(device, 'message')) as [DeviceReport];
    return answer;
  };
  const figure = async (name: string) => {
    const text = await (await fetch(`${server.base}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };
  const chunk = () => Array.from({ length: CHUNK_NUMBERS }, () => Math.random() * 1_000);
  /** Everybody draws a stroke over the one they drew before, and waits until the server has them all. */
  const write = async () => {
    for (const [index, writer] of writers.entries())
      writer.draw(`stroke ${index}`, Array.from({ length: CHUNKS }, chunk));
    await until(() => expect(writers.map((one) => one.unacknowledged)).toEqual(writers.map(() => 0)));
    let state = '';
    await until(() => {
      const [first = '', ...others] = writers.map(stateOf);
      expect(others).toEqual(others.map(() => first));
      state = first;
    });
    return state;
  };
  await until(async () => expect((await report()).synced).toBe(true));
  return { server, writers, device, report, figure, write };
}

// Windows cannot stop a process.
describe.skipIf(process.platform === 'win32')(
  '[FAULT13] a device that is stopped while six others write',
  () => {
    it('let go on soon: bounded bytes wait for it, no other person is slowed, one frame brings it up to date', async () => {
      const { server, writers, device, report, figure, write } = await room();
      device.kill('SIGSTOP');
      let rounds = 0;
      let most = 0;
      let state = '';
      while ((await figure('coherence_lagging_total')) === 0 || rounds < 10) {
        expect(rounds, 'rounds until its buffers are full').toBeLessThan(200);
        state = await write();
        most = Math.max(most, await figure('coherence_waiting_bytes'));
        rounds += 1;
      }
      for (let more = 0; more < 3; more += 1) state = await write();
      most = Math.max(most, await figure('coherence_waiting_bytes'));
      const seen = writers.map((one) => one.changes);
      device.kill('SIGCONT');
      await until(async () => expect(await report()).toMatchObject({ state, closed: [] }));
      const { changes } = await report();
      expect(changes, 'frames it got; the others got all').toBeLessThan(Math.min(...seen));
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(WAITING_MAX_BYTES);
      expect(await figure('coherence_waiting_bytes')).toBe(0);
      await server.end('SIGTERM');
    });

    it('stopped for good: let go within 25 s, no other person is slowed; it comes back and has everything', async () => {
      const { server, writers, device, report, figure, write } = await room();
      device.kill('SIGSTOP');
      const stoppedAt = performance.now();
      let most = 0;
      let state = '';
      while ((await figure('coherence_sessions')) > WRITERS) {
        expect(performance.now() - stoppedAt, 'ms until it is let go').toBeLessThan(30_000);
        state = await write();
        most = Math.max(most, await figure('coherence_waiting_bytes'));
      }
      expect(await figure('coherence_lagging_total')).toBeGreaterThan(0);
      expect(most).toBeLessThan(WAITING_MAX_BYTES);
      expect(await figure('coherence_waiting_bytes')).toBe(0);
      expect(writers.map((one) => one.closeCode)).toEqual(writers.map(() => null));
      device.kill('SIGCONT');
      await until(async () => expect(await report()).toMatchObject({ state, synced: true }));
      const { closed } = await report();
      expect(closed).toHaveLength(1);
      expect([1006, 1013]).toContain(closed[0]);
      await server.end('SIGTERM');
    });
  },
);
