import type { RecordRoot } from '../doc.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** A projection of one list of the board: the same object until that list changes, so that what shows it can rest. */
export function ofList<Root extends RecordRoot, T>(
  root: Root,
  make: (lists: Pick<BoardSnapshot, Root>) => T,
): (lists: Pick<BoardSnapshot, Root>) => T {
  const made = new WeakMap<BoardSnapshot[Root], { readonly value: T }>();
  return (lists) => {
    const known = made.get(lists[root]) ?? { value: make(lists) };
    made.set(lists[root], known);
    return known.value;
  };
}
