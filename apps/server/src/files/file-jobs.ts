import {
  boardFromFile,
  readSession,
  readSnapshot,
  TITLE_MAX,
  withRemoved,
  toBoardFile,
  writeSession,
} from '@coherence/board';
import type { ExportName } from '@coherence/protocol/http';
import { exportBoard } from '@coherence/report';
import type { ExportResult } from '@coherence/report';
import { loadFonts } from '@coherence/report/node';
import { readForeign } from '@coherence/import';
import type { Imported, ImportFailure } from '@coherence/import';
import { speechIn, type Language } from '@coherence/words';
import { packFile } from './version-file.ts';
import { hydrate } from '../rooms/document/document.ts';
import type { StoredDoc } from '../storage/storage.ts';
import { firstUpdateOf } from '../rooms/document/first-update.ts';

/** A board to be written as a file. */
export interface WriteJob {
  readonly kind: 'write';
  /** The whole document as one Yjs update. */
  readonly update: Uint8Array;
  readonly name: ExportName;
  /** Today, for boards without a session date. */
  readonly date: Date;
  /** Pixels of a PNG per px of the picture; null for the usual. */
  readonly scale: number | null;
  /** Of the words and the date in pictures. */
  readonly language: Language;
}
/** The bytes of a file to become a board. */
export interface ReadJob {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
}

/** A packed version to become text. */
export interface UnpackJob {
  readonly kind: 'unpack';
  readonly packed: Uint8Array;
}
/** A packed version to lose the words of these factors. */
export interface RedactJob {
  readonly kind: 'redact';
  readonly packed: Uint8Array;
  readonly factors: ReadonlySet<string>;
}
/** A board to be copied for a rehearsal. */
export interface CopyJob {
  readonly kind: 'copy';
  readonly stored: Pick<StoredDoc, 'snapshot' | 'rows'>;
  /** Of the title of the copy. */
  readonly language: Language;
}
/** A board to become a packed version, with all that was taken off it. */
export interface PackJob {
  readonly kind: 'pack';
  readonly stored: Pick<StoredDoc, 'snapshot' | 'rows'>;
}
export type Job = WriteJob | ReadJob | UnpackJob | RedactJob | CopyJob | PackJob;

export type ReadResult =
  | {
      readonly ok: true;
      /** The new document as one Yjs update. */
      readonly update: Uint8Array;
      readonly format: Imported['format'];
      readonly report: Imported['report'];
    }
  | { readonly ok: false; readonly error: ImportFailure };

/** Each of these may take seconds: see file-thread.ts. */
export async function writeFile(job: WriteJob): Promise<ExportResult> {
  const doc = hydrate({ snapshot: job.update, rows: [] });
  try {
    const options = { date: job.date, fonts: await loadFonts(), speech: speechIn(job.language) };
    const scaled = job.scale === null ? options : { ...options, scale: job.scale };
    return await exportBoard(readSnapshot(doc), job.name, scaled);
  } finally {
    doc.destroy();
  }
}

export function readFile(job: ReadJob): ReadResult {
  const read = readForeign(job.bytes);
  if (!read.ok) return { ok: false, error: read.error };
  const { file, format, report } = read.value;
  return { ok: true, update: firstUpdateOf(boardFromFile(file)), format, report };
}

export async function packWithRemoved({ stored }: PackJob): Promise<Uint8Array> {
  const doc = hydrate(stored);
  try {
    return await packFile(withRemoved(doc));
  } finally {
    doc.destroy();
  }
}

/** What a board says and its agenda as a new document, as one Yjs update; all exports of it say that it is made up. */
export function copyToRehearse({ stored, language }: CopyJob): Uint8Array {
  const source = hydrate(stored);
  const file = toBoardFile(readSnapshot(source));
  const { agenda } = readSession(source);
  source.destroy();
  const { t } = speechIn(language);
  const room = TITLE_MAX - t('server.rehearsal', { title: '' }).length;
  const title = t('server.rehearsal', { title: file.title.slice(0, room) });
  const copy = boardFromFile({ ...file, title, about: { ...file.about, fictional: true } });
  if (agenda.length > 0) writeSession(copy, { agenda });
  return firstUpdateOf(copy);
}
