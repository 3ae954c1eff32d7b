import { ApiError, refusedFor } from '../errors.ts';
import type { FileResult, FileFailure } from './file-thread.ts';

/** What came of a file. Throws `too-often`, `busy`, `too-large` or `internal`. */
export function finished<T>(one: FileResult<T>): T {
  if (one.ok) return one.value;
  const thrown: Record<FileFailure, () => ApiError> = {
    'too-many': () => refusedFor('files-on-the-way'),
    busy: () => new ApiError('busy'),
    'too-heavy': () => refusedFor('choose-smaller'),
    ended: () => new ApiError('internal'),
  };
  throw thrown[one.error]();
}
