import { problem, refuse, type Checked, type ImportFix } from '../refusal/failure.ts';
import { brokenTag } from './broken-tag.ts';
import type { ForeignKind } from '../refusal/foreign-kind.ts';

/** What a person can do now with a file of each kind. */
const FIXES: Readonly<Record<ForeignKind, ImportFix>> = {
  kumu: 'copy-labels',
  prsm: 'copy-labels',
  mentalModeler: 'copy-labels',
  graphml: 'copy-labels',
  yed: 'copy-labels',
  gephi: 'copy-labels',
  tldraw: 'copy-labels',
  ownMap: 'take-board-file',
  ownUnnamed: 'take-board-file',
  csv: 'copy-column',
  gephiCsv: 'copy-column',
  workbook: 'copy-column',
  workbookDamaged: 'get-again',
  workbookLocked: 'open-with-password',
  word: 'copy-list',
  slides: 'copy-list',
  officeLocked: 'open-with-password',
  pdf: 'copy-list',
  rtf: 'copy-list',
  picture: 'ask-for-words',
  compressed: 'unpack',
  compressedDamaged: 'get-again',
  html: 'copy-list',
  xml: 'take-board-file',
};

/** Refuses a file of another program by its name, with what can be done. `text`: of markup, whose faults are told too. */
export function refuseKind(kind: ForeignKind, text = ''): Checked<never> {
  const line = MARKUP.has(kind) && text !== '' ? brokenTag(text) : null;
  const broken = line === null ? [] : [problem('', 'tag-broken', { line })];
  return refuse('unknown-format', [problem('', 'foreign', { kind }), ...broken], FIXES[kind]);
}

const MARKUP: ReadonlySet<ForeignKind> = new Set(['graphml', 'yed', 'gephi', 'xml']);
