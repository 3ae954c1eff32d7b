import { arrangeRegions, type Arrangement, brickShift, type RegionDemand, spacing } from './regions.ts';
import { assignSlots, type Slot, type SlotLink } from './slots.ts';

export type LayoutNode = {
  readonly id: string;
  readonly w: number;
  readonly h: number;
  readonly group?: string | null | undefined;
};
export type LayoutInput = {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
};

type Region = RegionDemand & { readonly members: readonly number[] };
type Place = { x: number; y: number };

/**
 * A place (top left corner, in px) for every card: groups in regions of their own, cards in staggered rows,
 * no overlaps, the whole near 16:10. Deterministic. Time is bounded: about half a second at its worst.
 */
export function layoutMap(input: LayoutInput): Map<string, Place> {
  const numberOf = new Map(input.nodes.map((node, index) => [node.id, index]));
  const links = input.links.flatMap((link): SlotLink[] => {
    const [from, to] = [numberOf.get(link.from), numberOf.get(link.to)];
    return from === undefined || to === undefined || from === to ? [] : [[from, to]];
  });
  const regions = regionsOf(input.nodes);
  const arrangement = arrangeRegions(regions, tiesBetween(regions, links));
  const slots = slotsOf(regions, arrangement);
  const seats = assignSlots(input.nodes, links, slots, firstSeats(regions, slots));
  return settle(input.nodes, regions, arrangement, seats);
}

function regionsOf(nodes: readonly LayoutNode[]): Region[] {
  const members = new Map<string | null, number[]>();
  nodes.forEach((node, index) => {
    const group = node.group ?? null;
    members.set(group, [...(members.get(group) ?? []), index]);
  });
  return [...members].map(([group, list]) => {
    const heights = list.map((index) => nodes[index]?.h ?? 0);
    return {
      members: list,
      count: list.length,
      cardW: Math.max(...list.map((index) => nodes[index]?.w ?? 0)),
      cardH: heights.reduce((sum, h) => sum + h, 0) / list.length,
      framed: group !== null,
    };
  });
}

function tiesBetween(regions: readonly Region[], links: readonly SlotLink[]): number[][] {
  const home = new Map(
    regions.flatMap((region, index) => region.members.map((node) => [node, index] as const)),
  );
  const ties = regions.map(() => regions.map(() => 0));
  for (const [from, to] of links) {
    const row = ties[home.get(from) ?? 0];
    const column = home.get(to) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return ties;
}

/** Slots of every region in turn, row by row, at the middles that cards of the region's mean height would have. */
function slotsOf(regions: readonly Region[], arrangement: Arrangement): Slot[] {
  const heights = regions.map((region, index) =>
    Array.from({ length: rowsIn(region, arrangement.columns[index] ?? 1) }, () => region.cardH),
  );
  const grids = regionGrids(regions, arrangement, heights);
  return grids.flatMap((grid, region) =>
    grid.rows.flatMap((row) => grid.columns.map((x) => ({ x: x + row.shift, y: row.y, region }))),
  );
}

function firstSeats(regions: readonly Region[], slots: readonly Slot[]): number[] {
  const waiting = regions.map((region) => [...region.members]);
  return slots.map((slot) => waiting[slot.region]?.shift() ?? -1);
}

/** Gives rows the height of their tallest card and puts every card in the middle of its slot; slots left
 * empty at the sides of a region are taken up by moving its cards to the middle. */
function settle(
  nodes: readonly LayoutNode[],
  regions: readonly Region[],
  arrangement: Arrangement,
  seats: readonly number[],
): Map<string, Place> {
  let next = 0;
  const seated = regions.map((region, index) => {
    const columns = arrangement.columns[index] ?? 1;
    return Array.from({ length: rowsIn(region, columns) }, () => seats.slice(next, (next += columns)));
  });
  const heights = seated.map((rows) =>
    rows.map((row) => Math.max(0, ...row.map((node) => nodes[node]?.h ?? 0))),
  );
  const grids = regionGrids(regions, arrangement, heights);
  const places = new Map<string, Place>();
  seated.forEach((rows, region) => {
    const grid = grids[region];
    if (!grid) return;
    const placed = rows.flatMap((row, line) =>
      row.flatMap((index, column) => {
        const node = nodes[index];
        const slot = grid.rows[line];
        if (!node || !slot) return [];
        return [
          {
            id: node.id,
            w: node.w,
            x: (grid.columns[column] ?? 0) + slot.shift - node.w / 2,
            y: slot.y - node.h / 2,
          },
        ];
      }),
    );
    const left = Math.min(...placed.map((card) => card.x));
    const right = Math.max(...placed.map((card) => card.x + card.w));
    const shift = grid.middle - (left + right) / 2;
    for (const card of placed) places.set(card.id, { x: Math.round(card.x + shift), y: Math.round(card.y) });
  });
  return places;
}

type Grid = { columns: number[]; rows: { y: number; shift: number }[]; middle: number };

/** Middles of all columns and rows; regions in one row share its height, and rows of regions share their width. */
function regionGrids(
  regions: readonly Region[],
  arrangement: Arrangement,
  heights: readonly (readonly number[])[],
): Grid[] {
  const widthOf = (index: number) => naturalWidth(regions[index], arrangement.columns[index] ?? 1);
  const heightOf = (index: number) => naturalHeight(regions[index], heights[index] ?? []);
  const rowWidth = (row: readonly number[]) =>
    row.reduce((sum, index) => sum + widthOf(index) + spacing.regionGap, -spacing.regionGap);
  const width = Math.max(0, ...arrangement.rows.map(rowWidth));
  const grids: Grid[] = [];
  let top = 0;
  for (const row of arrangement.rows) {
    const height = Math.max(0, ...row.map(heightOf));
    const gaps = row.reduce((sum, index) => sum + (arrangement.columns[index] ?? 1), 0);
    const perGap = Math.min((width - rowWidth(row)) / Math.max(gaps, 1), 90);
    let left = (width - rowWidth(row) - perGap * gaps) / 2;
    for (const index of row) {
      const region = regions[index];
      if (!region) continue;
      const columns = arrangement.columns[index] ?? 1;
      const extra = { x: perGap, y: height - heightOf(index) };
      grids[index] = gridOf(region, columns, heights[index] ?? [], { x: left, y: top }, extra);
      left += widthOf(index) + perGap * columns + spacing.regionGap;
    }
    top += height + spacing.regionGap;
  }
  return grids;
}

function gridOf(
  region: Region,
  columns: number,
  heights: readonly number[],
  corner: Place,
  extra: Place,
): Grid {
  const side = region.framed ? spacing.frameSide : 0;
  const head = region.framed ? spacing.frameTop : 0;
  const pitch = region.cardW + spacing.columnGap + extra.x;
  const shift = heights.length > 1 ? brickShift(region.cardW) : 0;
  const rowExtra = Math.min(extra.y / heights.length, 80);
  let top = corner.y + head + (extra.y - rowExtra * heights.length) / 2 + rowExtra / 2;
  const inner = columns * pitch - spacing.columnGap + shift;
  return {
    middle: corner.x + side + inner / 2,
    columns: Array.from(
      { length: columns },
      (_, column) => corner.x + side + extra.x / 2 + region.cardW / 2 + column * pitch,
    ),
    rows: heights.map((height, row) => {
      const y = top + height / 2;
      top += height + spacing.rowGap + rowExtra;
      return { y, shift: row % 2 === 1 ? shift : 0 };
    }),
  };
}

function rowsIn(region: Region, columns: number): number {
  return Math.ceil(region.count / columns);
}

function naturalWidth(region: Region | undefined, columns: number): number {
  if (!region) return 0;
  const shift = rowsIn(region, columns) > 1 ? brickShift(region.cardW) : 0;
  const frame = region.framed ? 2 * spacing.frameSide : 0;
  return columns * (region.cardW + spacing.columnGap) - spacing.columnGap + shift + frame;
}

function naturalHeight(region: Region | undefined, heights: readonly number[]): number {
  const frame = region?.framed ? spacing.frameTop + spacing.frameBottom : 0;
  return heights.reduce((sum, height) => sum + height + spacing.rowGap, -spacing.rowGap) + frame;
}
