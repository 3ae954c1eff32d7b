import { wordingsOf } from '../merging/merge-view.ts';
import type { BoardSnapshot } from '../snapshot.ts';

export type Original = {
  /** The factor these words came with; that of the survivor itself for its own words before it was reworded. */
  readonly of: string;
  readonly no: number | null;
  readonly words: string;
  readonly units: readonly string[];
};

/**
 * The words behind a factor that are not the ones it shows: its own before somebody reworded it, and those of everything
 * merged into it, with the ids of the units that said so.
 */
export function originalsOf(snapshot: BoardSnapshot, id: string): readonly Original[] {
  const factor = snapshot.factors.find((one) => one.id === id);
  if (factor === undefined) return [];
  const own = Object.values(factor.sources).filter(({ of }) => of === null);
  const originals = new Map<string, { of: string; no: number | null; words: string; units: string[] }>();
  const add = (of: string, words: string, unit: string | null): void => {
    const key = JSON.stringify([of, words]);
    const no = snapshot.merged.find((one) => one.id === of)?.no ?? (of === id ? factor.no : null);
    const known = originals.get(key) ?? { of, no, words, units: [] };
    if (unit !== null && !known.units.includes(unit)) known.units.push(unit);
    originals.set(key, known);
  };
  for (const words of wordingsOf(factor).filter((wording) => wording !== factor.text)) {
    for (const unit of own.length === 0 ? [null] : own.map((source) => source.unit)) add(id, words, unit);
  }
  for (const { of, words, unit } of Object.values(factor.sources)) {
    if (words !== null) add(of ?? id, words, unit);
  }
  return [...originals.values()];
}

/** The factor that an id is read as: itself, what it was merged into, or null where that is not on the board. */
export function factorNow(snapshot: BoardSnapshot, id: string): string | null {
  if (snapshot.factors.some((factor) => factor.id === id)) return id;
  if (!snapshot.merged.some((factor) => factor.id === id)) return null;
  return (
    snapshot.factors.find(({ sources }) => Object.values(sources).some(({ of }) => of === id))?.id ?? null
  );
}
