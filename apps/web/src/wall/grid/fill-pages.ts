type Room = {
  /** Height of a column, and what lies between two cards, in px. */
  readonly height: number;
  readonly gap: number;
  readonly columns: number;
};

/**
 * Deals cards of these heights (px) over columns and pages, in order: down a column, then the next, then the next
 * page. Answers pages of columns of indices. A card higher than the room has a column of its own. At least one page.
 */
export function fillPages(
  heights: readonly number[],
  { height, gap, columns }: Room,
): readonly (readonly (readonly number[])[])[] {
  const filled: number[][] = [];
  let used = Infinity;
  for (const [index, card] of heights.entries()) {
    if (used + gap + card > height) {
      filled.push([]);
      used = -gap;
    }
    filled.at(-1)?.push(index);
    used += gap + card;
  }
  const count = Math.max(Math.ceil(filled.length / columns), 1);
  return Array.from({ length: count }, (_, page) =>
    Array.from({ length: columns }, (_unused, column) => filled[page * columns + column] ?? []),
  );
}
