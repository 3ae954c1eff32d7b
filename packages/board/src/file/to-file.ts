import { RECORD_ROOTS } from '../doc.ts';
import type { Factor } from '../schema/factor.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { BOARD_SCHEMA, type BoardFile } from './board-file.ts';
import { onlyCited } from './cited.ts';

/**
 * A snapshot as a board file. What a person removed is not in it, nor cited by what is. Factors show the words merged
 * into them among their sources; what cites a merged factor still does, so that it can be split off again.
 */
export function toBoardFile(snapshot: BoardSnapshot): BoardFile {
  const lists = Object.fromEntries(
    RECORD_ROOTS.map((root) => [root, snapshot.unmerged[root] ?? snapshot[root]]),
  );
  const factors = snapshot.factors.map(withoutPlacings);
  const merged = snapshot.merged.map(withoutPlacings);
  const file = { schema: BOARD_SCHEMA, ...snapshot.meta, ...lists, factors, merged };
  return onlyCited(file as unknown as BoardFile);
}

function withoutPlacings(factor: Factor): Omit<Factor, 'placings'> {
  return Object.fromEntries(Object.entries(factor).filter(([key]) => key !== 'placings')) as Factor;
}
