import { addFactors, readSnapshot } from '@coherence/board';
import type { DocumentMigration, DocumentMigrations } from '@coherence/board';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ManualClock } from '../time/manual-clock.ts';
import { renewalOf } from '../rooms/document/renewal.ts';
import { openHarness, openRegistry } from '../rooms/testing/room-harness.ts';
import { withFaults } from '../storage/testing/faulty-storage.ts';
import { newBoard } from '../storage/storage.contract.ts';
import { Store } from '../storage/store.ts';
import { MemoryPort } from '../storage/testing/memory-port.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import { createLog } from '../telemetry/log.ts';
import { FirstOpening } from './first-opening.ts';
import { QUICK_MS, TRIAL_MIN_BYTES, TRIAL_STEPS } from './opening-limits.ts';
import { tryOpening } from './trial.ts';
import type { TrialJob } from './trial.ts';
import type { Trial } from './trial-threads.ts';

const key = { board: 'b1', generation: 1, owner: '' };

/** A store with one board of many words, and a registry that tries documents as `answer` says. */
async function openTrying(
  answer: (job: TrialJob) => Promise<Trial>,
  isFromBefore = true,
  migrations?: DocumentMigrations,
) {
  const memory = new MemoryStorage();
  const doc = new Y.Doc();
  addFactors(
    doc,
    { texts: Array.from({ length: 20 }, () => 'word '.repeat(TRIAL_MIN_BYTES / 90)) },
    { unit: null },
  );
  await memory.createBoard({
    board: { id: key.board, code: 'KMPQ23', generation: 1, createdAt: 0 },
    firstUpdate: Y.encodeStateAsUpdate(doc),
    invites: [],
    creator: { id: 'p0', board: 'b1', name: '', unit: '', role: 'facilitator', createdAt: 0, removed: false },
    creatorTokenHash: 'h0',
  });
  if (isFromBefore) memory.forgetTrial(key);
  const { storage, faults } = withFaults(memory);
  const logged: string[] = [];
  let runs = 0;
  const log = createLog('debug', (line) => logged.push(line));
  const opener = (run = answer) => {
    const counted = (job: TrialJob) => {
      runs += 1;
      return run(job);
    };
    return new FirstOpening({
      storage,
      trials: { run: counted, close: async () => {} },
      log,
      today: () => 7,
      ...(migrations === undefined ? {} : { migrations }),
    });
  };
  const clock = new ManualClock();
  const registry = openRegistry(storage, clock, undefined, undefined, opener());
  return {
    memory,
    storage,
    faults,
    clock,
    registry,
    opener,
    logged,
    runs: () => runs,
    open: (generation = 1, by = registry) => by.withRoom({ ...key, generation }, (opened) => opened),
    again: () => openRegistry(storage, new ManualClock(), undefined, undefined, opener()),
  };
}

function largeBoard(): Y.Doc {
  const doc = new Y.Doc();
  addFactors(doc, { texts: Array.from({ length: 100 }, () => 'word '.repeat(200)) }, { unit: null });
  return doc;
}

const QUICK: Trial = { kind: 'quick', ms: 5 };

describe('[LOAD2] a document that was written wholly under the guard', () => {
  it('is opened at once', async () => {
    const { open, runs } = await openTrying(async () => QUICK, false);
    expect([(await open()).ok, runs()]).toEqual([true, 0]);
  });

  it('is tried again once it has taken in so many steps', async () => {
    const { again, memory, open, runs } = await openTrying(async () => QUICK, false);
    await memory.append(key, Uint8Array.of(0, 0), [], TRIAL_STEPS - 1);
    expect([(await open()).ok, runs()]).toEqual([true, 0]);
    await memory.append(key, Uint8Array.of(0, 0), [], 1);
    expect([(await open(1, again())).ok, runs()]).toEqual([true, 1]);
    expect([(await open(1, again())).ok, runs()]).toEqual([true, 1]);
  });
});

describe('[LOAD1] a document from before', () => {
  it('is tried once, in a thread, before any person is served; others open meanwhile', async () => {
    const gate = Promise.withResolvers<Trial>();
    const { again, memory, open, runs, registry } = await openTrying(() => gate.promise);
    let opened = false;
    const waits = open().then((result) => (opened = result.ok));
    const privateDoc = await memory.openPrivate('b1', 'p0');
    expect((await registry.withRoom(privateDoc, (result) => result)).ok).toBe(true);
    expect([opened, runs()]).toEqual([false, 1]);
    gate.resolve(QUICK);
    await waits;
    expect([opened, (await open(1, again())).ok, runs()]).toEqual([true, true, 1]);
  });

  it('that is too small to take long is not', async () => {
    const { registry, memory, runs } = await openTrying(async () => QUICK);
    const privateDoc = await memory.openPrivate('b1', 'p0');
    memory.forgetTrial(privateDoc);
    expect((await registry.withRoom(privateDoc, (result) => result)).ok).toBe(true);
    expect(runs()).toBe(0);
  });
});

it('[LOAD5] a large snapshot is cut in the thread, and built up from what came of that', async () => {
  const tasks: TrialJob['task'][] = [];
  const { clock, memory, open } = await openTrying((job) => {
    tasks.push(job.task);
    return tryOpening(job);
  }, false);
  const large = new Y.Doc();
  addFactors(large, { texts: Array.from({ length: 200 }, () => 'word '.repeat(400)) }, { unit: null });
  addFactors(large, { texts: Array.from({ length: 200 }, () => 'word '.repeat(400)) }, { unit: null });
  await memory.append(key, Y.encodeStateAsUpdate(large));
  const stored = memory.stored(key);
  const all = new Y.Doc();
  for (const row of stored?.rows ?? []) Y.applyUpdate(all, row);
  await memory.saveSnapshot(key, stored?.seq ?? 0, Y.encodeStateAsUpdate(all));
  const opening = open();
  await vi.waitFor(async () => {
    await clock.advance(10);
    expect(await Promise.race([opening, null])).not.toBeNull();
  });
  const opened = await opening;
  if (!opened.ok) throw new Error(opened.reason);
  expect(tasks).toEqual(['cut']);
  expect(await opened.room.read(readSnapshot)).toEqual(readSnapshot(all));
});

describe('[LOAD3] what takes long to open', () => {
  const slowly = (job: TrialJob) => {
    const times = [0, QUICK_MS + 1];
    return tryOpening(job, () => times.shift() ?? 0);
  };

  it('becomes a new generation with every word, a version and a line in the log, and is then served', async () => {
    const { logged, memory, open, runs } = await openTrying(slowly);
    const before = memory.stored(key);
    const [opened, beside] = await Promise.all([open(), open()]);
    expect([memory.stored(key), (await memory.board('b1'))?.generation]).toEqual([null, 2]);
    if (!opened.ok || !beside.ok) throw new Error('somebody was sent away');
    expect([opened.room.key.generation, beside.room]).toEqual([2, opened.room]);
    const old = new Y.Doc();
    for (const row of before?.rows ?? []) Y.applyUpdate(old, row);
    const { factors } = await opened.room.read(readSnapshot);
    expect(factors).toEqual(readSnapshot(old).factors);
    expect((await memory.versions('b1')).map(({ kind, at, by }) => ({ kind, at, by }))).toEqual([
      { kind: 'named', at: 7, by: '' },
    ]);
    expect(logged.filter((line) => line.includes('document-healed'))).toHaveLength(1);
    expect(runs()).toBe(1);
  });

  it('serves those who ask by what the board was before, looked up while it was healed', async () => {
    const { open, registry } = await openTrying(slowly);
    const opened = await open();
    const later = await open();
    if (!opened.ok || !later.ok) throw new Error('somebody was sent away');
    expect([later.room, registry.peek(key)]).toEqual([opened.room, opened.room]);
    expect(await registry.retire(key, async ({ generation }) => generation)).toBe(2);
  });

  it('is not served while the store refuses, and healed once it does not, without another trial', async () => {
    const { faults, memory, open, runs } = await openTrying(slowly);
    faults.appendError = 'full';
    expect(await open()).toMatchObject({ ok: false, error: 'failed' });
    expect((await memory.board('b1'))?.generation).toBe(1);
    faults.appendError = null;
    expect([(await open()).ok, (await open(2)).ok, runs()]).toEqual([true, true, 1]);
  });
});

describe('[LOAD6] the next generation of a document', () => {
  const redacting = { as: 'board', redact: new Set(['f']) } as const;
  const storedOf = async (count: number) => {
    const { memory, open, opener } = await openTrying(async () => QUICK, false);
    const doc = new Y.Doc();
    addFactors(doc, { texts: Array.from({ length: count }, () => 'word '.repeat(200)) }, { unit: null });
    await memory.append(key, Y.encodeStateAsUpdate(doc));
    await open();
    const stored = memory.stored(key);
    if (stored === null) throw new Error('nothing stored');
    return { stored, opener };
  };
  const made = (renewal: unknown): readonly string[] => {
    if (typeof renewal !== 'object' || renewal === null || !('update' in renewal)) throw new Error('none');
    const doc = new Y.Doc();
    if (renewal.update instanceof Uint8Array) Y.applyUpdate(doc, renewal.update);
    return readSnapshot(doc).factors.map(({ id, text }) => `${id} ${text}`);
  };

  it('is made in a thread where the document is large, and says the same as if it were not', async () => {
    const { stored, opener } = await storedOf(100);
    const tasks: TrialJob['task'][] = [];
    const trials = (job: TrialJob) => {
      tasks.push(job.task);
      return tryOpening(job);
    };
    expect(made(await opener(trials).renew(stored, redacting))).toEqual(made(renewalOf(stored, redacting)));
    expect(tasks).toEqual([redacting]);
    const small = await storedOf(1);
    await small.opener(trials).renew({ ...small.stored, rows: small.stored.rows.slice(1) }, redacting);
    expect(tasks).toEqual([redacting]);
  });

  it('is none of one that cannot be read; a server that stops says nothing about the document', async () => {
    const { stored, opener } = await storedOf(100);
    const answers = async (trial: Trial) => opener(async () => trial).renew(stored, redacting);
    expect(await answers({ kind: 'failed', reason: '' })).toBe('unreadable');
    expect(await answers({ kind: 'ended' })).toBe('ended');
    const damaged = { ...stored, snapshot: null, rows: [Uint8Array.of(9, 9)] };
    expect(await opener(tryOpening).renew(damaged, redacting)).toBe('unreadable');
  });
});

describe('[LOAD7] a document that is owed steps of its format', () => {
  const title = (doc: Y.Doc) => String(doc.getMap('meta').get('title') ?? '');
  const adding = (words: string): DocumentMigration => ({
    name: `"${words}" in the title`,
    up: (doc) => void doc.getMap('meta').set('title', title(doc) + words),
  });
  const migrations = { board: [adding('a'), adding('b')], private: [] };
  const trying = (job: TrialJob) => tryOpening(job, () => 0, migrations);

  it('takes them before any person is served, also one that opens quickly; a private one has steps of its own', async () => {
    const { logged, memory, open, registry, runs } = await openTrying(trying, false, migrations);
    const [opened, beside] = await Promise.all([open(), open()]);
    if (!opened.ok || !beside.ok) throw new Error('somebody was sent away');
    expect([opened.room.key.generation, beside.room, await opened.room.read(title)]).toEqual([
      2,
      opened.room,
      'ab',
    ]);
    expect(memory.stored({ ...key, generation: 2 })?.version).toBe(2);
    expect(await memory.versions('b1')).toEqual([]);
    expect(logged.filter((line) => line.includes('document-brought-up'))).toHaveLength(1);
    const privateDoc = await memory.openPrivate('b1', 'p0');
    expect(await registry.withRoom(privateDoc, (result) => result.ok && result.room.key)).toEqual(privateDoc);
    expect(runs()).toBe(1);
  });

  it('takes them where its next generation is made before any person opened it', async () => {
    const { memory, opener } = await openTrying(trying, false, migrations);
    const stored = memory.stored(key);
    if (stored === null) throw new Error('nothing stored');
    const large = { ...stored, rows: [...stored.rows, Y.encodeStateAsUpdate(largeBoard())] };
    for (const one of [stored, large]) {
      const renewal = await opener().renew(one, { as: 'board', redact: new Set() });
      if (typeof renewal === 'string') throw new Error(renewal);
      const doc = new Y.Doc();
      if (renewal.update !== null) Y.applyUpdate(doc, renewal.update);
      expect([title(doc), renewal.version]).toEqual(['ab', 2]);
    }
  });

  it('is neither served nor written where one fails, or a newer server wrote it; the log says which and why', async () => {
    const broken: DocumentMigration = {
      name: 'a broken one',
      up() {
        throw new Error('no such record');
      },
    };
    const failing = { board: [adding('a'), broken], private: [] };
    const inThread = (job: TrialJob): Promise<Trial> =>
      tryOpening(job, () => 0, failing).catch((error: Error) => ({ kind: 'failed', reason: error.message }));
    const { logged, memory, open, opener } = await openTrying(inThread, false, failing);
    const before = memory.stored(key);
    expect(await open()).toMatchObject({ ok: false, error: 'damaged' });
    expect(logged.join('')).toContain('step 2 of its format, \\"a broken one\\", failed: no such record');
    if (before === null) throw new Error('nothing stored');
    const newer = { ...before, version: 3 };
    expect(await opener().prepare({ ...key, board: 'b2' }, newer)).toMatchObject({
      error: 'damaged',
      reason: 'it was written by a newer server (format 3, known up to 2)',
    });
    expect(await opener().renew(newer, { as: 'board', redact: new Set() })).toBe('unreadable');
    expect([memory.stored(key), (await memory.board('b1'))?.generation]).toEqual([before, 1]);
  });

  it('is not served where a thread applies other steps than the server knows', async () => {
    const { memory, open, opener } = await openTrying((job) => tryOpening(job, () => 0), false, migrations);
    const before = memory.stored(key);
    if (before === null) throw new Error('nothing stored');
    const replaced = { ok: false, error: 'damaged', reason: expect.stringContaining('start it again') };
    expect(await open()).toMatchObject(replaced);
    const fewer = { ...migrations, board: migrations.board.slice(0, 1) };
    const behind = opener((job) => tryOpening(job, () => 0, fewer));
    expect(await behind.prepare(key, before)).toMatchObject(replaced);
    const large = { ...before, rows: [...before.rows, Y.encodeStateAsUpdate(largeBoard())] };
    expect(await behind.renew(large, { as: 'board', redact: new Set() })).toBe('unreadable');
    expect(memory.stored(key)).toEqual(before);
  });

  it('is none that begins today', async () => {
    const port = new MemoryPort();
    const storage = new Store(port, { board: [adding('a'), adding('b')], private: [adding('c')] });
    await storage.createBoard(newBoard());
    const privateDoc = await storage.openPrivate('b1', 'p1');
    expect([port.stored(key)?.version, port.stored(privateDoc)?.version]).toEqual([2, 1]);
  });
});

describe('[LOAD4] what cannot be opened or healed', () => {
  it('is not served nor written, named in the log, and not tried over and over; others are served', async () => {
    const failed: Trial = { kind: 'failed', reason: 'it takes longer than 120 s to open', tooLong: true };
    const { logged, memory, open, registry, runs } = await openTrying(async () => failed);
    const before = memory.stored(key);
    expect(await open()).toMatchObject({ ok: false, error: 'damaged' });
    expect(await open()).toMatchObject({ ok: false, error: 'damaged' });
    expect([runs(), memory.stored(key)]).toEqual([1, before]);
    expect(logged.filter((line) => line.includes('document-not-opened') && line.includes('b1'))).toHaveLength(
      1,
    );
    const privateDoc = await memory.openPrivate('b1', 'p0');
    expect((await registry.withRoom(privateDoc, (result) => result)).ok).toBe(true);
  });

  it('is tried again after a start of the server', async () => {
    const { again, open, runs } = await openTrying(async () => ({ kind: 'failed', reason: '' }));
    await open();
    await open(1, again());
    expect(runs()).toBe(2);
  });
});

it('[LOAD2] a room counts the steps of what it stores', async () => {
  const rules = {
    check: () => ({ ok: true, steps: 30 }) as const,
    pause: () => null,
    pauseMark: null,
    complete() {},
  };
  const { clock, memory, tab } = await openHarness(rules);
  const dana = tab('dana');
  await clock.advance(50);
  dana.set('a', 1);
  dana.set('b', 1);
  await clock.advance(50);
  expect(memory.stored(key)?.untried).toBe(60);
});
