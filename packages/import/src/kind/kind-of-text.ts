import type { ForeignKind } from '../refusal/foreign-kind.ts';

/** What a text that is no JSON is, by how it begins; null where it may be JSON that is broken. */
export function kindOfText(text: string): ForeignKind | null {
  const start = text.slice(0, 4000).trimStart();
  if (start.startsWith('<')) return kindOfMarkup(start);
  if (/^[[{"]/.test(start) && !/^"[^"\n]*"[,;\t]/.test(start)) return null;
  return kindOfTable(start);
}

function kindOfMarkup(start: string): ForeignKind {
  const root = /<(?![?!])\s*([\w:-]+)/.exec(start)?.[1]?.toLowerCase() ?? '';
  if (root === 'html' || /^<!doctype html/i.test(start)) return 'html';
  if (root === 'graphml') return /yworks|yfiles/i.test(start) ? 'yed' : 'graphml';
  if (root === 'gexf') return 'gephi';
  return root === 'svg' ? 'picture' : 'xml';
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Two lines or more with the same sign between cells; a first line `sep=;` says so itself. */
function kindOfTable(start: string): ForeignKind | null {
  const [first = '', second = ''] = start.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (/^sep=.$/.test(first)) return 'csv';
  const separator = SEPARATORS.find((sign) => first.includes(sign) && second.includes(sign));
  if (separator === undefined) return null;
  const heads = first.split(separator).map((head) => head.trim().replaceAll('"', '').toLowerCase());
  const isGephi =
    (heads.includes('source') && heads.includes('target')) ||
    (heads.includes('id') && heads.includes('label'));
  return isGephi ? 'gephiCsv' : 'csv';
}
