import { bringUp, readSnapshot } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import { hasPending, hydrate } from '../rooms/document/document.ts';
import { fileOf, heal } from './heal.ts';
import { QUICK_MS } from './opening-limits.ts';
import { threadCpuMs } from './trial.ts';
import type { TrialJob } from './trial.ts';

export interface Inspection {
  /** Milliseconds of CPU that opening took. */
  readonly ms: number;
  /** Why it makes no document, or null. */
  readonly problem: string | null;
  /** Why it takes long and cannot be healed; null where it can, or needs not. */
  readonly healing: string | null;
}

/** Opens a document as the server would, reads it, and where that takes long heals it, only to see what comes of it. */
export async function inspect({ stored, isBoard }: TrialJob, cpuMs = threadCpuMs): Promise<Inspection> {
  const from = cpuMs();
  try {
    const doc = hydrate(stored);
    const ms = cpuMs() - from;
    try {
      const problem = problemIn(doc, { stored, isBoard });
      const isHealed = problem === null && ms > QUICK_MS;
      return { ms, problem, healing: isHealed ? await whyNotHealed(doc, { stored, isBoard }) : null };
    } finally {
      doc.destroy();
    }
  } catch (error) {
    return { ms: cpuMs() - from, problem: `it does not open: ${wordsOf(error)}`, healing: null };
  }
}

/** Why a document that opens quickly makes none, or null. */
export function problemOf(job: TrialJob, migrations?: DocumentMigrations): string | null {
  try {
    const doc = hydrate(job.stored);
    try {
      return problemIn(doc, job, migrations);
    } finally {
      doc.destroy();
    }
  } catch (error) {
    return `it does not open: ${wordsOf(error)}`;
  }
}

function problemIn(
  doc: ReturnType<typeof hydrate>,
  { stored, isBoard }: TrialJob,
  migrations?: DocumentMigrations,
): string | null {
  if (hasPending(doc)) return 'the log lacks parts';
  const version = bringUp(doc, { version: stored.version, isBoard }, migrations);
  if (version !== stored.version) heal(doc, { ...stored, version });
  if (isBoard) readSnapshot(doc);
  return null;
}

async function whyNotHealed(
  doc: ReturnType<typeof hydrate>,
  { stored, isBoard }: TrialJob,
): Promise<string | null> {
  try {
    heal(doc, stored);
    if (isBoard) await fileOf(doc);
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
