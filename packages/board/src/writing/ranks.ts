import type * as Y from 'yjs';
import { cellIn, presentRecord, rootOf, type BoardRecord, type RecordRoot } from '../doc.ts';
import { byRank, type Ranked } from '../order.ts';

/** Ranks of the present records for which `read` gives one, in order. */
export function ranksIn(doc: Y.Doc, root: RecordRoot, read: (record: BoardRecord) => unknown): Ranked[] {
  const found: Ranked[] = [];
  for (const id of rootOf(doc, root).keys()) {
    const record = presentRecord(doc, root, id);
    const rank = record === null ? null : read(record);
    if (typeof rank === 'string') found.push({ id, rank });
  }
  return found.sort(byRank);
}

/** Ranks of the factors in one cell of the grid, in order. */
export function cellRanks(doc: Y.Doc, row: unknown, column: unknown): Ranked[] {
  return ranksIn(doc, 'factors', (factor) => {
    const cell = cellIn(factor);
    return cell !== null && cell[0] === row && cell[1] === column ? cell[2] : null;
  });
}
