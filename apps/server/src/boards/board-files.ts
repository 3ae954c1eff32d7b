import type { ExportedFile, ExportFailure } from '@coherence/export';
import { ApiError } from '../errors.ts';
import type { ReadResult, WriteJob } from '../files/file-jobs.ts';
import type { Files, Finished, Unfinished } from '../files/file-thread.ts';
import { encodeIntegrated } from '../rooms/document/document.ts';
import type { Registry } from '../rooms/registry.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { withBoard } from './board-reader.ts';

type FileRead = Extract<ReadResult, { ok: true }>;

/** Reads the text of a file as a new board. Throws `broken-file` with the place, `too-large`, or `busy`. */
export async function readBoardFile(files: Files, text: string): Promise<FileRead> {
  const read = done(await files.read({ kind: 'read', text }));
  if (read.ok) return read;
  const { code, where, message, hint } = read.error;
  throw new ApiError(code === 'too-large' ? 'too-large' : 'broken-file', { where, message, hint });
}

/** Writes a board as a file. Throws `no-such-export`, `bad-request`, `too-large`, `not-drawn` or `busy`. */
export async function writeBoardFile(
  { registry, files }: { readonly registry: Registry; readonly files: Files },
  board: BoardRecord,
  wanted: Omit<WriteJob, 'kind' | 'update'>,
): Promise<ExportedFile> {
  const update = await withBoard(registry, board, (room) => room.read((doc) => encodeIntegrated(doc)));
  const written = done(await files.write({ kind: 'write', update, ...wanted }));
  if (written.ok) return written.value;
  throw refusal(written.error);
}

const CODE_OF = {
  'not-available': 'no-such-export',
  invalid: 'bad-request',
  'too-large': 'too-large',
  'not-drawn': 'not-drawn',
} as const satisfies Record<ExportFailure['code'], string>;

function refusal({ code, message }: ExportFailure): ApiError {
  const details = code === 'too-large' ? { message } : { hint: message };
  return new ApiError(CODE_OF[code], details);
}

const SMALLER = 'Choose a smaller scale, or SVG; split a file that is to be imported.';

function done<T>(finished: Finished<T>): T {
  if (finished.ok) return finished.value;
  const thrown: Record<Unfinished, () => ApiError> = {
    busy: () => new ApiError('busy'),
    'too-heavy': () => new ApiError('too-large', SMALLER),
    ended: () => new ApiError('internal'),
  };
  throw thrown[finished.error]();
}
