import type { ErrorCode } from '@coherence/protocol/http';
import type { ExportedFile, ExportFailure, ExportResult } from '@coherence/report';
import { ApiError } from '../errors.ts';
import type { ReadResult, WriteJob } from '../files/file-jobs.ts';
import { finished as done } from '../files/finished.ts';
import type { Asker, Files, FileResult } from '../files/file-thread.ts';
import { SameFile } from '../files/queue/same-file.ts';
import { encodeWhole } from '../rooms/document/document.ts';
import type { BoardHostOf } from './board-host.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { sharedKey, withBoard } from './board-reader.ts';

type FileRead = Extract<ReadResult, { ok: true }>;
type Written = FileResult<ExportResult>;

/** Reads the bytes of a file as a new board. Throws `broken-file` with the place, `too-large`, or `busy`. */
export async function readBoardFile(files: Files, bytes: Uint8Array, address: string): Promise<FileRead> {
  const read = done(await files.read({ address, board: '', person: '' }, { kind: 'read', bytes }));
  if (read.ok) return read;
  const because = { kind: 'import', failure: read.error } as const;
  throw new ApiError(read.error.code === 'too-large' ? 'too-large' : 'broken-file', because);
}

interface WriterParts {
  readonly boardHost: BoardHostOf;
  readonly files: Files;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Writes boards as files, the same file of the same state once for all who ask for it. */
export class BoardWriter {
  readonly #parts: WriterParts;
  readonly #same: SameFile<Written>;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#same = new SameFile(parts.now, bytesOf);
  }

  /** Throws `bad-request`, `too-large`, `not-drawn`, `too-often` or `busy`. */
  async write(
    board: BoardRecord,
    wanted: Omit<WriteJob, 'kind' | 'update'>,
    asker: Omit<Asker, 'board'>,
  ): Promise<ExportedFile> {
    const { boardHost, files } = this.#parts;
    const key = sharedKey(board);
    const { name, scale, date, language } = wanted;
    const file = [board.id, board.generation, name, scale, date.toDateString(), language].join(' ');
    const room = boardHost(board.id).open(key);
    const seqNow = room?.isSettled === true ? room.seq : null;
    const written = await this.#same.of(file, seqNow, (reads) =>
      files.write({ ...asker, board: board.id }, () =>
        withBoard(boardHost, board, (live) =>
          live.read((doc) => {
            if (live.isSettled) reads(live.seq);
            return { kind: 'write', update: encodeWhole(doc), ...wanted };
          }),
        ),
      ),
    );
    const value = done(written);
    if (value.ok) return value.value;
    throw refusal(value.error);
  }
}

/** A refusal for good is kept, too: it is as quickly told again. */
function bytesOf(written: Written): number | null {
  if (!written.ok) return null;
  return written.value.ok ? Math.max(1, written.value.value.bytes.length) : 1;
}

const CODE_OF = {
  scale: 'bad-request',
  'picture-too-large': 'too-large',
  'map-too-large': 'too-large',
  'not-drawn': 'not-drawn',
} as const satisfies Record<ExportFailure['code'], ErrorCode>;

function refusal(failure: ExportFailure): ApiError {
  return new ApiError(CODE_OF[failure.code], { kind: 'export', failure });
}
