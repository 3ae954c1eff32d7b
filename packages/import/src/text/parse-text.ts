import { accept, problem, refuse, type Checked } from '../refusal/failure.ts';
import { findJsonFault } from './json-fault.ts';

/** Longest text that is read, in UTF-16 units: no file over this is a board people filled. */
export const FILE_LENGTH_MAX = 8 * 1024 * 1024;

/** JSON text to a value. A byte order mark is allowed; a fault is given with its line and column. */
export function parseText(text: string): Checked<unknown> {
  if (text.length > FILE_LENGTH_MAX) {
    const megabytes = FILE_LENGTH_MAX / 1024 / 1024;
    return refuse('too-large', [problem('', 'file-too-long', { megabytes })], 'check-file');
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return accept(JSON.parse(plain));
  } catch {
    const fault = findJsonFault(plain);
    const found = fault === null ? problem('', 'not-json') : problem('', 'json-fault', fault);
    return refuse('not-json', [found], 'export-again');
  }
}
