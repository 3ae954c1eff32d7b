import { RECORD_ROOTS } from '../doc.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { BOARD_SCHEMA, type BoardFile } from './board-file.ts';
import { onlyCited } from './cited.ts';

/** A snapshot as a board file. What somebody removed is not in it, nor cited by what is. */
export function toBoardFile(snapshot: BoardSnapshot): BoardFile {
  const lists = Object.fromEntries(RECORD_ROOTS.map((root) => [root, snapshot[root]]));
  return onlyCited({ schema: BOARD_SCHEMA, ...snapshot.meta, ...lists } as unknown as BoardFile);
}
