import { accept, refuse, type Checked } from '../refusal/failure.ts';
import { findJsonFault } from './json-fault.ts';

/** Longest text that is read, in UTF-16 units: no file over this is a board people filled. */
export const FILE_LENGTH_MAX = 8 * 1024 * 1024;

/** JSON text to a value. A byte order mark is allowed; a fault is given with its line and column. */
export function parseText(text: string): Checked<unknown> {
  if (text.length > FILE_LENGTH_MAX) {
    const problem = { where: '', message: 'This file is larger than 8 MB' };
    return refuse(
      'too-large',
      [problem],
      'A board file is far smaller. Check that you chose the right file.',
    );
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return accept(JSON.parse(plain));
  } catch {
    const fault = findJsonFault(plain);
    const where = fault === null ? '' : `line ${fault.line}, column ${fault.column}`;
    const problem = { where, message: fault?.message ?? 'This is not JSON' };
    return refuse('not-json', [problem], 'Choose a .json file that was exported from a board, unchanged.');
  }
}
