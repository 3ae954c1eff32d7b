import { RECORD_ROOTS } from '../doc.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { BOARD_SCHEMA, type BoardFile } from './board-file.ts';

/** A snapshot as a board file. What somebody removed is not in it. */
export function toBoardFile(snapshot: BoardSnapshot): BoardFile {
  const lists = Object.fromEntries(RECORD_ROOTS.map((root) => [root, snapshot[root]]));
  return { schema: BOARD_SCHEMA, ...snapshot.meta, ...lists } as unknown as BoardFile;
}
