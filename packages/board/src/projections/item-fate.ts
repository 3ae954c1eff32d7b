import type { BoardSnapshot } from '../snapshot.ts';
import { factorNow } from './originals.ts';

/**
 * What became of something that was voted on: part of another factor (`into`), parked for the minutes, or taken off the
 * board; null: it is on the board as it was. `words`: what it said, where the board still has that.
 */
export type ItemFate =
  | { readonly kind: 'merged'; readonly into: string; readonly words: string | null }
  | { readonly kind: 'parked' | 'removed'; readonly words: string | null }
  | null;

/** What became of an item of a round, by its id. */
export function itemFates(snapshot: BoardSnapshot): (id: string) => ItemFate {
  const { factors, groups, needs, strategies, merged, notes } = snapshot;
  const here = new Set([factors, groups, needs, strategies].flat().map(({ id }) => id));
  const parts = new Map(merged.map((part) => [part.id, part.text]));
  const parked = new Map(
    notes
      .filter(({ kind }) => kind === 'parked')
      .flatMap(({ about, text }) => about.map((id) => [id, text] as const)),
  );
  return (id) => {
    if (here.has(id)) return null;
    const into = factorNow(snapshot, id);
    const words = parts.get(id) ?? parked.get(id) ?? null;
    if (into !== null) return { kind: 'merged', into, words };
    return { kind: parked.has(id) ? 'parked' : 'removed', words };
  };
}
