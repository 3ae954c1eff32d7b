/** Letters that are read from right to left. */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const [RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE] = ['\u2067', '\u2069'];

export type DirectedLine = { readonly text: string; readonly x: number; readonly anchor: 'end' | undefined };

/** Whether a line has letters from right to left: such a line is drawn in one piece, for the renderer to order. */
export function hasTurns(line: string): boolean {
  return FROM_RIGHT.test(line);
}

/**
 * The lines of one text where SVG draws them, between `left` and `right` px (LETTER4). A text whose first letter is read
 * from the right ends at the right edge, between marks that turn it: unlike `direction`, all renderers know both.
 */
export function directedLines(
  lines: readonly string[],
  left: number,
  right: number,
): readonly DirectedLine[] {
  const first = /\p{L}/u.exec(lines.join('\n'))?.[0] ?? '';
  if (!FROM_RIGHT.test(first)) return lines.map((text) => ({ text, x: left, anchor: undefined }));
  return lines.map((line) => ({
    text: RIGHT_TO_LEFT_ISOLATE + line.trimEnd() + POP_ISOLATE,
    x: right,
    anchor: 'end',
  }));
}
