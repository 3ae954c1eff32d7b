import { wordingsOf } from '../merging/merge-view.ts';
import type { FactorSource } from '../schema/factor.ts';
import type { BoardSnapshot } from '../snapshot.ts';

export type Original = {
  /** The factor these words came with; that of the survivor itself for its own words before it was reworded. */
  readonly of: string;
  readonly no: number | null;
  readonly words: string;
  readonly units: readonly string[];
  /** Who said so, where names were promised. */
  readonly names: readonly string[];
};

/**
 * The words behind a factor that are not the ones it shows: its own before a person reworded it, and those of everything
 * merged into it, with the ids of the units that said so, and the names of people where they were promised.
 */
export function originalsOf(snapshot: BoardSnapshot, id: string): readonly Original[] {
  const factor = snapshot.factors.find((one) => one.id === id);
  if (factor === undefined) return [];
  const own = Object.values(factor.sources).filter(({ of }) => of === null);
  const originals = new Map<string, Original & { units: string[]; names: string[] }>();
  const add = (of: string, words: string, { unit, name }: Pick<FactorSource, 'unit' | 'name'>): void => {
    const key = JSON.stringify([of, words]);
    const no = snapshot.merged.find((one) => one.id === of)?.no ?? (of === id ? factor.no : null);
    const known = originals.get(key) ?? { of, no, words, units: [], names: [] };
    if (unit !== null && !known.units.includes(unit)) known.units.push(unit);
    if (name !== undefined && !known.names.includes(name)) known.names.push(name);
    originals.set(key, known);
  };
  for (const words of wordingsOf(factor).filter((wording) => wording !== factor.text)) {
    for (const source of own.length === 0 ? [{ unit: null }] : own) add(id, words, source);
  }
  for (const source of Object.values(factor.sources)) {
    if (source.words !== null) add(source.of ?? id, source.words, source);
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
