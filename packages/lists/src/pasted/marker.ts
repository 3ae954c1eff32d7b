const BULLETS = '•‣⁃◦▪▫■□●○∙·◆◇➢➤►▶✓✔❖☐☑☒';
/** Fonts of symbols keep their signs in the private use area; Word pastes them as they are. */
const SURE = new RegExp(
  String.raw`^\s*(?:[${BULLETS}\uE000-\uF8FF]\s*|[-*+–—]\s+|\[[ xX]?\]\s+|[o§]\s{2,})`,
  'u',
);
/** A number or letter that counts, or begins what is said: "3. grade teachers". */
const MAYBE = /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]|\(?(?:[a-z]|[ivx]{2,5})[.)])\s+/;
/** What stands before a tab. Word has letters of symbol fonts for bullets: `o`, `§`, `Ø`, `ü`, `v`, `q`. */
const MARKER_CELL = new RegExp(
  String.raw`^(?:[${BULLETS}\uE000-\uF8FF*+–—o§Øüvq-]|\[[ xX]?\]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)])$`,
  'u',
);
/** A row's number in a sheet: "12", "F3". */
const ROW_NUMBER = /^[A-Z]?\d{1,4}\.?$/;
/** "- [ ] three" has two; more is content. */
const MARKERS_MAX = 3;

/** A bullet, number or letter as lists have them. */
export function isMarkerCell(cell: string): boolean {
  return MARKER_CELL.test(cell);
}

/** As `isMarkerCell`, or the number of a row. */
export function isNumberCell(cell: string): boolean {
  return MARKER_CELL.test(cell) || ROW_NUMBER.test(cell);
}

/**
 * Lines without their bullets, numbers and check boxes. A number or letter counts as a marker only in what is a list for
 * certain: two lines have a bullet, or at least half of the lines, and two, have a marker. Alone it may be what a person wrote.
 * `taken`: lines whose marker has been taken off already, since it stood in a cell of its own.
 */
export function withoutMarkers(lines: readonly string[], taken = 0): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const sure = taken + filled.filter((line) => SURE.test(line)).length;
  const marked = sure + filled.filter((line) => MAYBE.test(line)).length;
  const isList = sure >= 2 || (marked >= 2 && marked * 2 >= filled.length);
  return lines.map((line) => {
    let rest = line;
    for (let count = 0; count < MARKERS_MAX; count += 1) {
      const without = rest.replace(SURE, '');
      rest = without === rest && isList ? rest.replace(MAYBE, '') : without;
    }
    return rest.trim();
  });
}

/** A line without a bullet; numbers stay. */
export function withoutBullet(line: string): string {
  return line.replace(SURE, '').trim();
}
