import { boardFromFile, readSnapshot } from '@coherence/board';
import { exportBoard } from '@coherence/export';
import { loadFonts } from '@coherence/export/node';
import { readForeign } from '@coherence/import';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../pace/clock.ts';
import { ManualClock } from '../pace/manual-clock.ts';
import { startTestServer } from '../test-server.ts';
import { readFile } from './file-jobs.ts';
import type { ReadJob, WriteJob } from './file-jobs.ts';
import { FileThread, IDLE_MS } from './file-thread.ts';

const read = (text: string): ReadJob => ({ kind: 'read', text });
const factors = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${index}`,
    text: `Schools hear of changes in programme ${index} only after they were decided`,
    kind: 'factor',
    pos: [(index % 20) * 260, Math.floor(index / 20) * 160, 220],
  }));
const boardText = (count: number) =>
  JSON.stringify({ schema: 'coherence-board/1', title: 'Large', factors: factors(count) });

/** A thread that does nothing by itself. */
function openFake() {
  const clock = new ManualClock();
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const files = new FileThread(clock, () => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker;
  });
  return { clock, files, workers };
}

function fakeWorker() {
  const listeners: Record<string, (value: unknown) => void> = {};
  const jobs: (ReadJob | WriteJob)[] = [];
  let ended = false;
  return {
    jobs,
    get ended() {
      return ended;
    },
    say: (event: string, value: unknown) => listeners[event]?.(value),
    postMessage: (job: ReadJob | WriteJob) => void jobs.push(job),
    on: (event: string, listener: (value: unknown) => void) => void (listeners[event] = listener),
    terminate: async () => void (ended = true),
  };
}

describe('the file thread', () => {
  it('works on one file at a time, in the order of asking', async () => {
    const { files, workers } = openFake();
    const [one, two] = [files.read(read('one')), files.read(read('two'))];
    expect(workers[0]?.jobs).toEqual([read('one')]);
    workers[0]?.say('message', 'first');
    expect(await one).toEqual({ ok: true, value: 'first' });
    expect(workers[0]?.jobs).toEqual([read('one'), read('two')]);
    workers[0]?.say('message', 'second');
    expect(await two).toEqual({ ok: true, value: 'second' });
    expect(workers).toHaveLength(1);
  });

  it('ends when idle, giving its memory back, and starts again for the next', async () => {
    const { clock, files, workers } = openFake();
    const one = files.read(read('one'));
    workers[0]?.say('message', 'first');
    await one;
    await clock.advance(IDLE_MS - 1);
    expect(files.isRunning).toBe(true);
    await clock.advance(1);
    expect([files.isRunning, workers[0]?.ended]).toEqual([false, true]);
    const two = files.read(read('two'));
    workers[1]?.say('message', 'second');
    expect(await two).toEqual({ ok: true, value: 'second' });
  });

  it('gives up on a file that takes too long or too much, and goes on with the next in a new thread', async () => {
    const { clock, files, workers } = openFake();
    const slow = files.read(read('slow'));
    const large = files.read(read('large'));
    const good = files.read(read('good'));
    await clock.advance(60_000);
    expect(await slow).toEqual({ ok: false, error: 'too-heavy' });
    expect(workers[0]?.ended).toBe(true);
    workers[1]?.say('error', Object.assign(new Error('memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    expect(await large).toEqual({ ok: false, error: 'too-heavy' });
    workers[0]?.say('message', 'late words of a thread that was given up');
    workers[2]?.say('message', 'good');
    expect(await good).toEqual({ ok: true, value: 'good' });
  });

  it('answers for a thread that dies', async () => {
    const { files, workers } = openFake();
    const one = files.read(read('one'));
    workers[0]?.say('exit', 1);
    expect(await one).toEqual({ ok: false, error: 'ended' });
  });

  it('keeps nobody waiting in a long queue', async () => {
    const { files } = openFake();
    const asked = Array.from({ length: 26 }, (_, index) => files.read(read(String(index))));
    expect(await asked[25]).toEqual({ ok: false, error: 'busy' });
    await files.close();
    expect(await Promise.all(asked.slice(0, 25))).toEqual(
      Array.from({ length: 25 }, () => ({ ok: false, error: 'ended' })),
    );
  });

  it('writes the same bytes as the export itself', async () => {
    const made = readFile(read(boardText(3)));
    const direct = readForeign(boardText(3));
    if (!made.ok || !direct.ok) throw new Error('the file should be readable');
    const files = new FileThread(systemClock);
    const date = new Date('2026-03-04T10:00:00Z');
    const job = { update: made.update, what: 'map', format: 'svg', date, scale: null };
    const written = await files.write({ kind: 'write', ...job });
    const snapshot = readSnapshot(boardFromFile(direct.value.file));
    const expected = await exportBoard(snapshot, 'map', 'svg', { date, fonts: await loadFonts() });
    expect(written).toEqual({ ok: true, value: expected });
    await files.close();
  });
});

describe('files over HTTP', () => {
  it('others are answered while a large picture is drawn, and too large a one is refused with the way out', async () => {
    const server = await startTestServer();
    const made = await server.post('/api/boards/import', boardText(300));
    expect(made.status).toBe(201);
    const path = `/api/boards/${made.body.id}/export/map.png`;
    const picture = { drawn: false };
    const drawing = server.get(path, made.body.token).then((reply) => {
      picture.drawn = true;
      return reply;
    });
    let answeredMeanwhile = 0;
    while (!picture.drawn) {
      expect((await server.get('/health/live')).status).toBe(200);
      if (!picture.drawn) answeredMeanwhile += 1;
    }
    expect((await drawing).status).toBe(200);
    expect((await drawing).headers.get('content-type')).toBe('image/png');
    expect(answeredMeanwhile).toBeGreaterThan(10);
    const refused = await server.get(`${path}?scale=4`, made.body.token);
    expect(refused.status).toBe(413);
    expect(refused.body.error.message).toMatch(/Choose a scale of [\d.]+ or less/);
    await server.server.stop();
  }, 60_000);
});
