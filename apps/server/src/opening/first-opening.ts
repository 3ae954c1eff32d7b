import { newestVersion, newId } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import { chooseLanguage, speechIn } from '@coherence/words';
import { bytesOf, PIECES_FROM_BYTES } from '../rooms/document/hydrate-in-pieces.ts';
import { renewalOf } from '../rooms/document/renewal.ts';
import type { Renewing } from '../rooms/document/renewal.ts';
import type { Opener } from '../rooms/opener.ts';
import type { DocKey, Renewal, Storage, StoredDoc } from '../storage/storage.ts';
import type { Log } from '../telemetry/log.ts';
import { QUICK_MS, RENEW_APART_BYTES, TRIAL_MIN_BYTES, TRIAL_STEPS } from './opening-limits.ts';
import type { TrialJob, TrialResult } from './trial.ts';
import type { Trial, Trials } from './trial-threads.ts';

interface FirstOpeningParts {
  readonly storage: Pick<Storage, 'markTried' | 'putVersion' | 'renew'>;
  readonly trials: Trials;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly today: () => number;
  /** Those that `trials` applies. */
  readonly migrations?: DocumentMigrations;
}

type Prepared = Awaited<ReturnType<Opener['prepare']>>;
type Healed = Extract<TrialResult, { kind: 'healed' }>;

/**
 * Opens a document first in a thread of its own where no person knows how long that takes: one from a server that did
 * not count steps, or one that has taken in many since. What takes long becomes a new generation with every word before
 * any person is served; so does what is owed steps of its format, after it took them.
 */
export class FirstOpening implements Opener {
  readonly #parts: FirstOpeningParts;
  /** Why documents cannot be opened, until the server is started again. */
  readonly #hopeless = new Map<string, string>();
  /** Healed, and waiting for a store that refuses. */
  readonly #healed = new Map<string, Healed>();

  constructor(parts: FirstOpeningParts) {
    this.#parts = parts;
  }

  async prepare(key: DocKey, stored: StoredDoc): Promise<Prepared> {
    const isBoard = key.owner === '';
    if (stored.version === this.#newest(isBoard) && isQuick(stored)) return this.#cut(key, stored);
    const name = `${key.board}/${key.generation}/${key.owner}`;
    const known = this.#hopeless.get(name);
    if (known !== undefined) return { ok: false, error: 'damaged', reason: known };
    const job = { stored: forThread(stored), isBoard };
    const trial = this.#healed.get(name) ?? (await this.#run(job));
    switch (trial.kind) {
      case 'quick':
        // Not marked: tried again the next time it is opened.
        await this.#parts.storage.markTried(key).catch(() => {});
        return this.#cut(key, stored);
      case 'cut':
        return { ok: true, pieces: trial.pieces };
      case 'healed':
        this.#healed.set(name, trial);
        return this.#renew(name, key, trial);
      case 'failed':
        this.#hopeless.set(name, trial.reason);
        this.#parts.log.error('document-not-opened', { ...idOf(key), reason: trial.reason });
        return { ok: false, error: 'damaged', reason: trial.reason };
      case 'ended':
        return { ok: false, error: 'failed', reason: 'the server is stopping' };
      case 'renewed':
        throw new Error('nobody asked for that');
    }
  }

  async renew(stored: StoredDoc, how: Renewing): Promise<Renewal | 'unreadable' | 'ended'> {
    if (bytesOf(stored) < RENEW_APART_BYTES) return renewedHere(stored, how, this.#parts.migrations);
    const made = await this.#run({
      stored: forThread(stored),
      isBoard: how.as !== 'private',
      task: how,
    });
    if (made.kind === 'renewed') return made.renewal;
    return made.kind === 'ended' ? 'ended' : 'unreadable';
  }

  #newest(isBoard: boolean): number {
    return newestVersion(isBoard, this.#parts.migrations);
  }

  /** Refuses what comes of a thread that knows other steps: it began after the files of the server had been replaced. */
  async #run(job: TrialJob): Promise<Trial> {
    const trial = await this.#parts.trials.run(job);
    const version = 'renewal' in trial ? trial.renewal.version : job.stored.version;
    const isOpened = trial.kind !== 'failed' && trial.kind !== 'ended';
    if (!isOpened || version === this.#newest(job.isBoard)) return trial;
    return { kind: 'failed', reason: 'the files of the server were replaced while it runs: start it again' };
  }

  /** Reading large bytes takes long by itself; where no thread could, the event loop does. */
  async #cut(key: DocKey, stored: StoredDoc): Promise<Prepared> {
    if (bytesOf(stored) < PIECES_FROM_BYTES) return { ok: true };
    const job = { stored: forThread(stored), isBoard: key.owner === '', task: 'cut' } as const;
    const cut = await this.#parts.trials.run(job);
    return cut.kind === 'cut' ? { ok: true, pieces: cut.pieces } : { ok: true };
  }

  async #renew(name: string, key: DocKey, { ms, renewal, file }: Healed): Promise<Prepared> {
    const { log, storage, today } = this.#parts;
    try {
      if (file !== null) {
        const version = {
          id: newId(),
          board: key.board,
          kind: 'named',
          // No person asks for it in a language.
          name: speechIn(chooseLanguage([])).t('server.beforeFirstOpening'),
          at: today(),
          by: '',
        } as const;
        await storage.putVersion(version, file);
      }
      const renewed = await storage.renew(key, renewal);
      if (!renewed.ok) return { ok: false, error: 'failed', reason: renewed.reason };
    } catch (error) {
      return { ok: false, error: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
    this.#healed.delete(name);
    const bytes = renewal.update?.length ?? 0;
    const generation = key.generation + 1;
    const facts = { ...idOf(key), generation, format: renewal.version, openedInMs: Math.round(ms), bytes };
    if (ms > QUICK_MS) log.warn('document-healed', facts);
    else log.info('document-brought-up', facts);
    return { ok: false, error: 'renewed', next: { ...key, generation: key.generation + 1 } };
  }
}

/** What a thread needs of a stored document. */
export function forThread({ snapshot, rows, writers, version }: StoredDoc): TrialJob['stored'] {
  return { snapshot, rows, writers, version };
}

function renewedHere(
  stored: StoredDoc,
  how: Renewing,
  migrations: DocumentMigrations | undefined,
): Renewal | 'unreadable' {
  try {
    return renewalOf(stored, how, migrations);
  } catch {
    return 'unreadable';
  }
}

/** It is known to open quickly, or too small to do anything else. */
export function isQuick({
  snapshot,
  rows,
  untried,
}: Pick<StoredDoc, 'snapshot' | 'rows' | 'untried'>): boolean {
  if (untried !== null && untried < TRIAL_STEPS) return true;
  return bytesOf({ snapshot, rows }) < TRIAL_MIN_BYTES;
}

function idOf({ board, owner }: DocKey): Record<string, unknown> {
  return owner === '' ? { board } : { board, private: true };
}
