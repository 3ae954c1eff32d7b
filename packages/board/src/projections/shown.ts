import { RECORD_ROOTS } from '../doc.ts';
import { TEXT_MAX } from '../schema/limits.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** What is said of a text that is too long: how many characters it has, of how many. */
export type SayTooLong = (count: number, most: number) => string;

type WithText = { readonly text?: unknown };

/**
 * The board as screens show it: a text beyond its limit is cut there, after what `say` says of it (LONG1). Whoever edits
 * or exports reads the snapshot itself. A board without such a text is the same object.
 */
export function shownBoard(board: BoardSnapshot, say: SayTooLong): BoardSnapshot {
  const changed: Record<string, readonly unknown[]> = {};
  for (const root of [...RECORD_ROOTS, 'merged'] as const) {
    const records = board[root] as readonly WithText[];
    if (records.some(isTooLong)) changed[root] = records.map((record) => shownRecord(record, say));
  }
  return Object.keys(changed).length === 0 ? board : Object.freeze({ ...board, ...changed });
}

/** A text as screens show it. */
export function shownText(text: string, say: SayTooLong): string {
  if (text.length <= TEXT_MAX) return text;
  const end = isHighSurrogate(text.charCodeAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX;
  return `${say(text.length, TEXT_MAX)}\n${text.slice(0, end)}…`;
}

const known = new WeakMap<object, object>();

/** An unchanged record stays the same object, as in the snapshot. */
function shownRecord(record: WithText, say: SayTooLong): unknown {
  if (!isTooLong(record)) return record;
  const shown = known.get(record) ?? Object.freeze({ ...record, text: shownText(record.text, say) });
  known.set(record, shown);
  return shown;
}

function isTooLong(record: WithText): record is { readonly text: string } {
  return typeof record.text === 'string' && record.text.length > TEXT_MAX;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
