import type { VoteMethod } from '../../schema/phase-kind.ts';
import type { Anonymity } from '../../schema/phase.ts';
import { rankOf } from './rank.ts';

/** A sum that shows what people chose adds up at least so many people who answered on a device of their own. */
export const FLOOR = 3;

/** Whether what people choose under a promise is shown as sums of `FLOOR` people or more. By name there is no floor. */
export function hasFloor(identity: Anonymity): boolean {
  return identity !== 'named';
}

/** Whether to have voted is to have chosen: dots on one item alone have nowhere else to go (VOTE15). */
export function votingTells(
  identity: Anonymity,
  { method, items }: { readonly method: VoteMethod; readonly items: readonly string[] },
): boolean {
  return hasFloor(identity) && method === 'dots' && items.length === 1;
}

/**
 * What one person adds to a sum. Equal `is` of one person is the same choice, counted again. `own`: they gave it on a
 * device of their own; what a person cast for them that person knows.
 */
type Part = { readonly is: string; readonly own: boolean };

/** A sum that is shown or would be: the parts it adds up, by person id. */
export type Sum = ReadonlyMap<string, Part>;

/** Steps of arithmetic for one answer: some tens of milliseconds. */
const STEPS_MAX = 20_000_000;

/**
 * Whether no person can be found out from these sums: each of them, and whatever comes of adding and subtracting them,
 * rests on `FLOOR` people or more who answered on devices of their own, or on nobody. False too where the sums are too
 * many to be looked through.
 *
 * It takes away what any two people gave and all that was cast for others (the facilitator who cast it knows it), and
 * sees whether the sums still say as much as before: if they say less, something in them rested on those alone.
 */
export function restsOnEnough(sums: readonly Sum[]): boolean {
  const apart = distinct(sums);
  if (apart.length === 0) return true;
  const groups = [...alike(apart).values()];
  const own = groups.filter(({ people }) => people > 0);
  const single = own.filter(({ people }) => people === 1);
  const pairs = own.filter(({ people }) => people === 2);
  const asked = 2 + pairs.length + (single.length * (single.length + 1)) / 2;
  const columns = groups.reduce((sum, { cells }) => sum + cells.length, 0);
  if (asked * columns * apart.length * apart.length > STEPS_MAX) return false;
  const said = rankOf(
    apart.map((_, row) => groups.flatMap(({ cells }) => cells.map((cell) => cell[row] ?? 0))),
  );
  const still = (without: readonly Alike[]) =>
    rankOf(
      apart.map((_, row) =>
        own
          .filter((group) => !without.includes(group))
          .flatMap(({ ownCells }) => ownCells.map((cell) => cell[row] ?? 0)),
      ),
    ) === said;
  if (!still([])) return false;
  return (
    pairs.every((group) => still([group])) &&
    single.every((one, at) => still([one]) && single.slice(at + 1).every((other) => still([one, other])))
  );
}

/** People who stand in the same sums with the same changes: nothing tells them apart. `people`: with a device of their own. */
type Alike = { people: number; readonly cells: readonly Cells[]; readonly ownCells: readonly Cells[] };
/** One choice of one person: 1 in the sums it is part of. */
type Cells = readonly number[];

function alike(sums: readonly Sum[]): ReadonlyMap<string, Alike> {
  const groups = new Map<string, Alike>();
  for (const person of new Set(sums.flatMap((sum) => [...sum.keys()]))) {
    const parts = sums.map((sum) => sum.get(person) ?? null);
    const choices = new Map<string, Part>();
    for (const part of parts) if (part !== null) choices.set(keyOf(part), part);
    const cells = [...choices].map(([key, { own }]) => ({
      own,
      cells: parts.map((part) => (part !== null && keyOf(part) === key ? 1 : 0)),
    }));
    const shape = JSON.stringify(cells);
    const ownCells = cells.filter(({ own }) => own).map((one) => one.cells);
    const group = groups.get(shape) ?? { people: 0, cells: cells.map((one) => one.cells), ownCells };
    if (ownCells.length > 0) group.people += 1;
    groups.set(shape, group);
  }
  return groups;
}

/** A sum that was shown before says nothing new. */
function distinct(sums: readonly Sum[]): readonly Sum[] {
  const kept: Sum[] = [];
  for (const sum of sums) {
    if (sum.size > 0 && !kept.some((other) => isSame(sum, other))) kept.push(sum);
  }
  return kept;
}

function isSame(a: Sum, b: Sum): boolean {
  if (a.size !== b.size) return false;
  for (const [person, part] of a) {
    const other = b.get(person);
    if (other === undefined || keyOf(other) !== keyOf(part)) return false;
  }
  return true;
}

function keyOf({ is, own }: Part): string {
  return `${own ? 'own' : 'cast'} ${is}`;
}
