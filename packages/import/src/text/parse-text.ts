import { accept, problem, refuse, type Checked, type JsonFault } from '../refusal/failure.ts';
import { kindOfText } from '../kind/kind-of-text.ts';
import { refuseKind } from '../kind/refuse-kind.ts';
import { findJsonFault } from './json-fault.ts';

/** Longest text that is read, in UTF-16 units: no file over this is a board people filled. */
export const FILE_LENGTH_MAX = 8 * 1024 * 1024;

/** JSON text to a value. A byte order mark is allowed; a fault is given with its line and column, another kind of text by name. */
export function parseText(text: string): Checked<unknown> {
  if (text.length > FILE_LENGTH_MAX) return refuseLength();
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return accept(JSON.parse(plain));
  } catch {
    const kind = kindOfText(plain);
    if (kind !== null) return refuseKind(kind, plain);
    const fault = findJsonFault(plain);
    if (fault === null) return refuse('not-json', [problem('', 'not-json')], 'export-again');
    return refuse(
      'not-json',
      [problem('', 'json-fault', fault)],
      isTrailingComma(plain, fault) ? 'take-out-comma' : 'export-again',
    );
  }
}

export function refuseLength(): Checked<never> {
  const megabytes = FILE_LENGTH_MAX / 1024 / 1024;
  return refuse('too-large', [problem('', 'file-too-long', { megabytes })], 'check-file');
}

/** Whether a list or object ends right after a comma. */
function isTrailingComma(text: string, { line, column, sign }: JsonFault): boolean {
  if (sign !== '}' && sign !== ']') return false;
  const lines = text.split('\n').slice(0, line);
  const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, column - 1) ?? ''].join('\n');
  return before.trimEnd().endsWith(',');
}
