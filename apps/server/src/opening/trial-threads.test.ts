import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { placeOf } from '../../test/attacks/poison.ts';
import { ManualClock } from '../time/manual-clock.ts';
import * as limits from './opening-limits.ts';
import { TrialThreads } from './trial-threads.ts';
import type { Trial, TrialWorker } from './trial-threads.ts';

class FakeWorker implements TrialWorker {
  jobs = 0;
  terminated = false;
  #message: (value: Trial) => void = () => {};
  #exit: () => void = () => {};
  postMessage(): void {
    this.jobs += 1;
  }
  on(event: 'message' | 'error' | 'exit', listener: (value: Trial) => void): void {
    if (event === 'message') this.#message = listener;
    if (event === 'exit') this.#exit = () => listener({ kind: 'ended' });
  }
  async terminate(): Promise<void> {
    this.terminated = true;
    this.#exit();
  }
  answer(): void {
    this.#message({ kind: 'quick', ms: 1 });
  }
  dies(): void {
    this.#exit();
  }
}

const JOB = { stored: { snapshot: null, rows: [], writers: [], version: 0 }, isBoard: true };

function threads() {
  const clock = new ManualClock();
  const workers: FakeWorker[] = [];
  const made = new TrialThreads(clock, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { clock, workers, threads: made };
}

describe('[LOAD1] the threads in which documents are tried', () => {
  it('are few, used again, and ended when idle', async () => {
    const { clock, threads: made, workers } = threads();
    const done = [0, 1, 2].map(() => made.run(JOB));
    expect(workers.map(({ jobs }) => jobs)).toEqual([1, 1]);
    workers[0]?.answer();
    expect(await done[0]).toEqual({ kind: 'quick', ms: 1 });
    expect(workers.map(({ jobs }) => jobs)).toEqual([2, 1]);
    for (const worker of workers) worker.answer();
    await Promise.all(done);
    await clock.advance(limits.TRIAL_IDLE_MS);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
    expect(clock.waiting).toBe(0);
  });

  it('let a long trial go on beside the next, up to a number', async () => {
    const { clock, threads: made, workers } = threads();
    for (let index = 0; index < 10; index += 1) void made.run(JOB);
    expect(workers).toHaveLength(limits.SHORT_TRIALS);
    await clock.advance(limits.TRIAL_SHORT_MS * 10);
    expect(workers).toHaveLength(limits.ALL_TRIALS);
  });

  it('end a trial that takes too long, and one whose thread dies', async () => {
    const { clock, threads: made, workers } = threads();
    const [long, dying] = [made.run(JOB), made.run(JOB)];
    workers[1]?.dies();
    expect(await dying).toMatchObject({ kind: 'failed' });
    await clock.advance(limits.TRIAL_MAX_MS);
    expect(await long).toMatchObject({ kind: 'failed', tooLong: true });
    expect(workers[0]?.terminated).toBe(true);
  });

  it('end with the server, and callers that wait are told', async () => {
    const { threads: made, workers } = threads();
    const all = [0, 1, 2].map(() => made.run(JOB));
    await made.close();
    expect(await Promise.all(all)).toEqual(all.map(() => ({ kind: 'ended' })));
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(await made.run(JOB)).toEqual({ kind: 'ended' });
  });
});

it('[LOAD1] a real thread tries a document', async () => {
  const { systemClock } = await import('../time/clock.ts');
  const real = new TrialThreads(systemClock);
  const rows = [Uint8Array.of(0, 0)];
  expect(await real.run({ ...JOB, stored: { ...JOB.stored, rows } })).toMatchObject({ kind: 'quick' });
  expect(await real.run({ ...JOB, stored: { ...JOB.stored, rows: [Uint8Array.of(9, 9)] } })).toMatchObject({
    kind: 'failed',
  });
  const snapshot = Y.encodeStateAsUpdate(placeOf('words').doc);
  expect(await real.run({ ...JOB, task: 'cut', stored: { ...JOB.stored, snapshot } })).toMatchObject({
    kind: 'cut',
    pieces: [expect.any(Uint8Array)],
  });
  const redacting = { as: 'board', redact: new Set(['f']) } as const;
  expect(await real.run({ ...JOB, task: redacting, stored: { ...JOB.stored, snapshot } })).toMatchObject({
    kind: 'renewed',
    renewal: { update: expect.any(Uint8Array) },
  });
  await real.close();
});
