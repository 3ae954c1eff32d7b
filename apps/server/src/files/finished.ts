import { ApiError } from '../errors.ts';
import type { FileResult, FileFailure } from './file-thread.ts';

const SMALLER = 'Choose a smaller scale, or SVG; split a file that is to be imported.';
const ONE_AFTER_ANOTHER = 'You have four files on the way. Wait until one has come, then ask for the next.';

/** What came of a file. Throws `too-often`, `busy`, `too-large` or `internal`. */
export function finished<T>(one: FileResult<T>): T {
  if (one.ok) return one.value;
  const thrown: Record<FileFailure, () => ApiError> = {
    'too-many': () => new ApiError('too-often', { message: ONE_AFTER_ANOTHER }),
    busy: () => new ApiError('busy'),
    'too-heavy': () => new ApiError('too-large', SMALLER),
    ended: () => new ApiError('internal'),
  };
  throw thrown[one.error]();
}
