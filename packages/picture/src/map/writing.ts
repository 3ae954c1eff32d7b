import { breakLines } from '../text/text.ts';

/** Anatomy of a note or text in px. */
export const writingMetrics = {
  textSize: 15,
  lineHeight: 20,
  padding: 12,
  firstBaseline: 14.5,
  minWidth: 40,
} as const;

export type WritingSize = {
  readonly w: number;
  readonly h: number;
  /** Between the edge and the words: a note has paper around it, a text has not. */
  readonly inset: number;
  readonly lines: readonly string[];
};

/** Size of a note or text `width` px wide, and the lines its words break into. */
export function writingSize(kind: 'note' | 'text', text: string, width: number): WritingSize {
  const { textSize, lineHeight, padding, minWidth } = writingMetrics;
  const w = Math.max(width, minWidth);
  const inset = kind === 'note' ? padding : 0;
  const lines = breakLines(text, 'text', textSize, w - 2 * inset);
  return { w, h: lines.length * lineHeight + 2 * inset, inset, lines };
}
