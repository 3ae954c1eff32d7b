import { seededRandom } from './random.ts';

/** A group as the arrangement sees it: so many cards of about this size. */
export type RegionDemand = {
  readonly count: number;
  readonly cardW: number;
  readonly cardH: number;
  readonly framed: boolean;
};

/** Rows of region numbers from top to bottom, and how many columns of cards each region has. */
export type Arrangement = {
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly number[];
};

export const spacing = {
  columnGap: 84,
  rowGap: 68,
  regionGap: 64,
  frameSide: 28,
  frameTop: 52,
  frameBottom: 28,
} as const;

type Draft = { order: number[]; breakAfter: boolean[]; columns: number[] };

const aspect = 1.6;
const tries = 6000;

/** How far every second row of cards is shifted, so that links between far rows pass between cards. */
export function brickShift(cardW: number): number {
  return Math.round((cardW + spacing.columnGap) / 2);
}

/** Natural size of a region with this many columns, its frame included. */
function regionSize(demand: RegionDemand, columns: number): { w: number; h: number } {
  const rows = Math.ceil(demand.count / columns);
  const shift = rows > 1 ? brickShift(demand.cardW) : 0;
  const frame = demand.framed ? 1 : 0;
  return {
    w:
      columns * (demand.cardW + spacing.columnGap) -
      spacing.columnGap +
      shift +
      frame * 2 * spacing.frameSide,
    h:
      rows * (demand.cardH + spacing.rowGap) -
      spacing.rowGap +
      frame * (spacing.frameTop + spacing.frameBottom),
  };
}

/**
 * Puts regions into rows so that the whole is near 16:10, little space is wasted and regions with many links
 * between them (`ties[a][b]`) are close. Annealing from a fixed seed: the same input, the same answer.
 */
export function arrangeRegions(
  demands: readonly RegionDemand[],
  ties: readonly (readonly number[])[],
): Arrangement {
  const random = seededRandom(20260131);
  const pick = (count: number) => Math.floor(random() * count);
  let current = firstDraft(demands);
  let level = costOf(current, demands, ties);
  let [best, least] = [current, level];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const heat = 250 * (1 - attempt / tries) ** 2 + 0.1;
    const draft = changed(current, demands, pick);
    const cost = costOf(draft, demands, ties);
    if (cost > level && random() >= Math.exp((level - cost) / heat)) continue;
    [current, level] = [draft, cost];
    if (cost < least) [best, least] = [draft, cost];
  }
  return { rows: rowsOf(best), columns: best.columns };
}

function firstDraft(demands: readonly RegionDemand[]): Draft {
  const perRow = Math.max(1, Math.round(Math.sqrt(demands.length)));
  return {
    order: demands.map((_, index) => index),
    breakAfter: demands.map((_, index) => index % perRow === perRow - 1),
    columns: demands.map((demand) => columnsFor(demand)),
  };
}

function columnsFor(demand: RegionDemand): number {
  const pitch = (demand.cardH + spacing.rowGap) / (demand.cardW + spacing.columnGap);
  return Math.max(1, Math.min(demand.count, Math.round(Math.sqrt(demand.count * aspect * pitch))));
}

function changed(draft: Draft, demands: readonly RegionDemand[], pick: (count: number) => number): Draft {
  const next = { order: [...draft.order], breakAfter: [...draft.breakAfter], columns: [...draft.columns] };
  const [a, b] = [pick(demands.length), pick(demands.length)];
  const kind = pick(4);
  if (kind === 0) [next.order[a], next.order[b]] = [next.order[b] ?? 0, next.order[a] ?? 0];
  if (kind === 1) next.breakAfter[a] = !next.breakAfter[a];
  if (kind === 2) next.order.splice(b, 0, ...next.order.splice(a, 1));
  if (kind === 3) {
    const columns = (next.columns[a] ?? 1) + (pick(2) === 0 ? 1 : -1);
    next.columns[a] = Math.max(1, Math.min(columns, demands[a]?.count ?? 1));
  }
  return next;
}

function rowsOf(draft: Draft): number[][] {
  const rows: number[][] = [[]];
  draft.order.forEach((region, place) => {
    rows.at(-1)?.push(region);
    if (draft.breakAfter[place] && place < draft.order.length - 1) rows.push([]);
  });
  return rows;
}

/** Size on a 16:10 page, uneven rows, regions far from square, how far apart linked regions lie: all in px. */
function costOf(
  draft: Draft,
  demands: readonly RegionDemand[],
  ties: readonly (readonly number[])[],
): number {
  const middles: { x: number; y: number }[] = [];
  const widths: number[] = [];
  let top = 0;
  let wasted = 0;
  let stretched = 0;
  for (const row of rowsOf(draft)) {
    const sizes = row.map((region) => regionSize(demands[region] ?? noDemand, draft.columns[region] ?? 1));
    const width = sizes.reduce((sum, size) => sum + size.w + spacing.regionGap, -spacing.regionGap);
    const height = Math.max(...sizes.map((size) => size.h));
    let left = -width / 2;
    row.forEach((region, place) => {
      const size = sizes[place] ?? { w: 0, h: 0 };
      stretched += Math.max(size.w / size.h - 2, 1.1 - size.w / size.h, 0);
      middles[region] = { x: left + size.w / 2, y: top + height / 2 };
      wasted += (height - size.h) * size.w;
      left += size.w + spacing.regionGap;
    });
    widths.push(width);
    top += height + spacing.regionGap;
  }
  const width = Math.max(...widths);
  wasted += widths.reduce((sum, each) => sum + ((width - each) * top) / widths.length, 0);
  const page = Math.max(width, aspect * top) * 1.4;
  return page + Math.sqrt(wasted) * 0.5 + stretched * 60 + tiedDistance(middles, ties) * 1.2;
}

const noDemand: RegionDemand = { count: 0, cardW: 0, cardH: 0, framed: false };

function tiedDistance(
  middles: readonly { x: number; y: number }[],
  ties: readonly (readonly number[])[],
): number {
  let total = 0;
  let count = 0;
  ties.forEach((row, a) =>
    row.forEach((weight, b) => {
      const [from, to] = [middles[a], middles[b]];
      if (weight === 0 || !from || !to || a === b) return;
      total += weight * Math.hypot(from.x - to.x, from.y - to.y);
      count += weight;
    }),
  );
  return count === 0 ? 0 : total / count;
}
