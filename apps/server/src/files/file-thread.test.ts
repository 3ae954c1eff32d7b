import { boardFromFile, readSnapshot, removeFactors } from '@coherence/board';
import { exportBoard } from '@coherence/report';
import { loadFonts } from '@coherence/report/node';
import { readForeign } from '@coherence/import';
import { speechIn } from '@coherence/words';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../time/clock.ts';
import { ManualClock } from '../time/manual-clock.ts';
import { startTestServer } from '../testing/test-server.ts';
import { readFile } from './file-jobs.ts';
import type { ReadJob, WriteJob } from './file-jobs.ts';
import { hydrate } from '../rooms/document/document.ts';
import { firstUpdateOf } from '../rooms/document/first-update.ts';
import { finished } from './finished.ts';
import { unpackFile } from './version-file.ts';
import { FileThread, IDLE_MS } from './file-thread.ts';

const read = (text: string): ReadJob => ({ kind: 'read', bytes: new TextEncoder().encode(text) });
const ask = (files: FileThread, job: ReadJob, address = 'here') =>
  files.read({ address, board: '', person: '' }, job);
const HERE = { address: 'here', board: 'b', person: 'p' };
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
    const { clock, files, workers } = openFake();
    const [one, two] = [ask(files, read('one')), ask(files, read('two'))];
    await clock.advance(0);
    expect(workers[0]?.jobs).toEqual([read('one')]);
    await clock.advance(0);
    workers[0]?.say('message', 'first');
    expect(await one).toEqual({ ok: true, value: 'first' });
    await clock.advance(0);
    expect(workers[0]?.jobs).toEqual([read('one'), read('two')]);
    await clock.advance(0);
    workers[0]?.say('message', 'second');
    expect(await two).toEqual({ ok: true, value: 'second' });
    await clock.advance(0);
    expect(workers).toHaveLength(1);
  });

  it('ends when idle, giving its memory back, and starts again for the next', async () => {
    const { clock, files, workers } = openFake();
    const one = ask(files, read('one'));
    await clock.advance(0);
    workers[0]?.say('message', 'first');
    await one;
    await clock.advance(IDLE_MS - 1);
    expect(files.isRunning).toBe(true);
    await clock.advance(1);
    expect([files.isRunning, workers[0]?.ended]).toEqual([false, true]);
    const two = ask(files, read('two'));
    await clock.advance(0);
    workers[1]?.say('message', 'second');
    expect(await two).toEqual({ ok: true, value: 'second' });
  });

  it('gives up on a file that takes too long or too much, and goes on with the next in a new thread', async () => {
    const { clock, files, workers } = openFake();
    const slow = ask(files, read('slow'));
    const large = ask(files, read('large'));
    const good = ask(files, read('good'));
    await clock.advance(60_000);
    expect(await slow).toEqual({ ok: false, error: 'too-heavy' });
    await clock.advance(0);
    expect(workers[0]?.ended).toBe(true);
    await clock.advance(0);
    workers[1]?.say('error', Object.assign(new Error('memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    expect(await large).toEqual({ ok: false, error: 'too-heavy' });
    await clock.advance(0);
    workers[0]?.say('message', 'late words of a thread that was given up');
    await clock.advance(0);
    workers[2]?.say('message', 'good');
    expect(await good).toEqual({ ok: true, value: 'good' });
  });

  it('answers for a thread that dies', async () => {
    const { clock, files, workers } = openFake();
    const one = ask(files, read('one'));
    await clock.advance(0);
    workers[0]?.say('exit', 1);
    expect(await one).toEqual({ ok: false, error: 'ended' });
  });

  it('[SHARE27] lets wait what an honest class asks for, and refuses the greedy alone', async () => {
    const { files } = openFake();
    const job = () => Promise.reject(new Error('not its turn'));
    const write = (person: string, board: string, address: string) =>
      files.write({ address, board, person }, job);
    void ask(files, read('under way'), 'elsewhere');
    const errorOf = (asked: ReturnType<typeof write>) =>
      Promise.race([asked.then((one) => (one.ok ? '' : one.error)), Promise.resolve().then(() => 'waits')]);
    // Twelve people of one board, two files each.
    for (let index = 0; index < 24; index += 1)
      expect(await errorOf(write(`person ${index % 12}`, 'class', 'nat'))).toBe('waits');
    expect(await errorOf(write('another', 'class', 'nat'))).toBe('busy');
    for (let index = 0; index < 4; index += 1)
      expect(await errorOf(write('greedy', 'other', 'nat'))).toBe('waits');
    expect(await errorOf(write('greedy', 'other', 'nat'))).toBe('too-many');
    for (let index = 0; index < 40; index += 1) void write('', `board ${index}`, 'nat');
    expect(await errorOf(write('one', 'more', 'nat'))).toBe('busy');
    expect(await errorOf(write('one', 'more', 'neighbour'))).toBe('waits');
    await files.close();
  });

  it('[SHARE27] a board that cannot be read stops nobody behind it', async () => {
    const { clock, files, workers } = openFake();
    const broken = files.write(HERE, () => Promise.reject(new Error('cannot be opened')));
    const good = ask(files, read('good'));
    await expect(broken).rejects.toThrow('cannot be opened');
    await clock.advance(0);
    workers[0]?.say('message', 'good');
    expect(await good).toEqual({ ok: true, value: 'good' });
  });

  it('writes the same bytes as the export itself', async () => {
    const made = readFile(read(boardText(3)));
    const direct = readForeign(boardText(3));
    if (!made.ok || !direct.ok) throw new Error('the file should be readable');
    const files = new FileThread(systemClock);
    const date = new Date('2026-03-04T10:00:00Z');
    const job = {
      update: made.update,
      name: 'map.svg' as const,
      date,
      scale: null,
      language: 'en' as const,
    };
    const written = await files.write(HERE, async () => ({ kind: 'write', ...job }));
    const snapshot = readSnapshot(boardFromFile(direct.value.file));
    const expected = await exportBoard(snapshot, 'map.svg', {
      date,
      fonts: await loadFonts(),
      speech: speechIn('en'),
    });
    expect(written).toEqual({ ok: true, value: expected });
    await files.close();
  });
});

it('[LOAD6] a board is copied to rehearse on, and kept with what was taken off, in the thread', async () => {
  const made = readFile(read(boardText(3)));
  if (!made.ok) throw new Error('the file should be readable');
  const { update } = made;
  const files = new FileThread(systemClock);
  const stored = { snapshot: update, rows: [] };
  const copied = finished(await files.copy(HERE, async () => ({ kind: 'copy', language: 'en', stored })));
  const { meta, factors: cards } = readSnapshot(hydrate({ snapshot: copied, rows: [] }));
  expect([meta.title, meta.about.fictional, cards.length]).toEqual(['Large (rehearsal)', true, 3]);
  const doc = hydrate(stored);
  removeFactors(doc, ['f1']);
  const later = { ...stored, rows: [firstUpdateOf(doc)] };
  const packed = finished(await files.pack(HERE, async () => ({ kind: 'pack', stored: later })));
  expect((await unpackFile(packed))?.factors.map(({ id }) => id).toSorted()).toEqual(['f0', 'f1', 'f2']);
  await files.close();
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
