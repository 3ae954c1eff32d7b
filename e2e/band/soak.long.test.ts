import { expect, test } from 'vitest';
import { createBoard, type CreatedBoard } from '../harness/api.ts';
import { startServer, type ServerProcess } from '../harness/server.ts';
import { startBand } from './band.ts';
import { readMaterial } from './material.ts';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 30);
const SEED = Number(process.env['SEED'] ?? 1);
const MINUTE_MS = 60_000;

/** A round: bands at work on several boards at once, one of them the same board every time; then everybody leaves. */
const ROUNDS = Math.max(2, Math.round(MINUTES / 5));
const WORK_MS = ((MINUTES / ROUNDS) * MINUTE_MS) / 1.5;
const BOARDS = 4;
const PEOPLE = 12;
const SPEED = 4;

/** Rooms no person is in leave memory after a minute; then memory is what the server keeps of what is over. */
const EVICTION_LIMIT_MS = 3 * MINUTE_MS;
const MEMORY_GROWTH_MAX = 1.3;

test(`[SOAK] ${MINUTES} minutes of boards opened and left: nothing refused, nothing lost, memory comes back`, async () => {
  const server = await startServer();
  try {
    const { title, question, units } = readMaterial();
    const lasting = await createBoard(server.url, { title, question, units });
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const fresh = Array.from({ length: BOARDS - 1 }, () =>
        createBoard(server.url, { title, question, units }),
      );
      const boards = [lasting, ...(await Promise.all(fresh))];
      await work(server, boards, round);
      for (const board of boards) expect(await factorsOf(server, board)).toBeGreaterThanOrEqual(50);
      const figures = await atRest(server);
      memory.push(figures.coherence_memory_bytes ?? 0);
      expect(figures).toMatchObject({ coherence_commit_failures_total: 0, coherence_broken_total: 0 });
    }
    console.log(
      `memory after each round, MiB: ${memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(' ')}`,
    );
    console.log(JSON.stringify(await figuresOf(server)));
    // The first round warms caches and the compiler; growth counts from there.
    expect(memory.at(-1)).toBeLessThan((memory[0] ?? 0) * MEMORY_GROWTH_MAX);
  } finally {
    await server.dispose();
  }
});

/** Bands on all boards at once, for the time of a round and until each has written all it has to say. */
async function work(server: ServerProcess, boards: readonly CreatedBoard[], round: number): Promise<void> {
  const leaving = new AbortController();
  const bands = await Promise.all(
    boards.map(({ code }, index) =>
      startBand({
        venue: { url: server.url, code },
        size: PEOPLE,
        seed: SEED * 100 + round * BOARDS + index,
        speed: SPEED,
        signal: leaving.signal,
      }),
    ),
  );
  await Promise.all([...bands.map(({ written }) => written), new Promise((end) => setTimeout(end, WORK_MS))]);
  leaving.abort();
  await Promise.all(bands.map(({ done }) => done));
}

async function factorsOf(server: ServerProcess, { id, token }: CreatedBoard): Promise<number> {
  const response = await fetch(`${server.url}/api/boards/${id}/export/board.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { factors: unknown[] }).factors.length;
}

/** Figures once no room is open any more. */
async function atRest(server: ServerProcess): Promise<Record<string, number>> {
  let figures: Record<string, number> = {};
  await expect
    .poll(async () => (figures = await figuresOf(server)).coherence_rooms, {
      timeout: EVICTION_LIMIT_MS,
      interval: 1000,
    })
    .toBe(0);
  return figures;
}

async function figuresOf(server: ServerProcess): Promise<Record<string, number>> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const lines = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('{'));
  return Object.fromEntries(
    lines.map((line) => line.split(' ')).map(([name = '', value]) => [name, Number(value)]),
  );
}
