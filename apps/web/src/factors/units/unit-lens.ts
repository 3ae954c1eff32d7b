import { ofList, TIERS, unitsInOrder, type Tier } from '@coherence/board';

/** Looking through the eyes of one unit, or of all units of one tier; null: of everyone. */
export type UnitLens = { readonly unit: string } | { readonly tier: Tier } | null;

export type LensChoices = {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Tiers that some unit is of, from the state down; none where all are of one. */
  readonly tiers: readonly Tier[];
  readonly tierOf: ReadonlyMap<string, Tier | null>;
};

/** What a lens can be set to on this board. */
export const lensChoices = ofList('units', (lists): LensChoices => {
  const units = unitsInOrder(lists);
  const tierOf = new Map(units.map(({ id, tier }) => [id, tier]));
  const used = TIERS.filter((tier) => units.some((unit) => unit.tier === tier));
  return { units, tiers: units.every(({ tier }) => tier === used[0]) ? [] : used, tierOf };
});

/** The units a lens sees through; null: nothing is left out. A unit that is gone sees nothing. */
export function lensUnits(lens: UnitLens, { tierOf }: LensChoices): ReadonlySet<string> | null {
  if (lens === null) return null;
  if ('unit' in lens) return new Set([lens.unit]);
  return new Set([...tierOf].filter(([, tier]) => tier === lens.tier).map(([id]) => id));
}

/** Whether one of these units named it. */
export function isSeen(units: readonly string[], seers: ReadonlySet<string> | null): boolean {
  return seers === null || units.some((unit) => seers.has(unit));
}

/**
 * What stands out on a map through a lens: cards these units named, and links they drew with the cards at their ends, so
 * that each can be read. Links of rooms and persons belong to no unit.
 */
export function highlightThrough(
  map: {
    readonly nodes: readonly { readonly id: string; readonly units: readonly string[] }[];
    readonly links: readonly {
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly records: readonly { readonly source: { readonly kind: string; readonly id: string } | null }[];
    }[];
  },
  seers: ReadonlySet<string> | null,
): ReadonlySet<string> | null {
  if (seers === null) return null;
  const nodes = map.nodes.filter(({ units }) => isSeen(units, seers));
  const links = map.links.filter(({ records }) =>
    records.some(({ source }) => source?.kind === 'unit' && seers.has(source.id)),
  );
  return new Set([...nodes.map(({ id }) => id), ...links.flatMap(({ id, from, to }) => [id, from, to])]);
}
