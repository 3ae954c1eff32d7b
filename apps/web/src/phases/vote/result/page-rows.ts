/**
 * Deals rows of these heights over pages of one height, in order; answers the index of the first row of each page. A row
 * higher than a page has one of its own. At least one page.
 */
export function pageRows(heights: readonly number[], height: number): readonly number[] {
  const starts = [0];
  let used = 0;
  for (const [index, row] of heights.entries()) {
    if (used > 0 && used + row > height) {
      starts.push(index);
      used = 0;
    }
    used += row;
  }
  return starts;
}
