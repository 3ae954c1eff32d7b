import { breakLines } from '@coherence/picture';
import type { WritingShape } from './map-shapes.ts';

/** Anatomy of a note or text in px, as the exported picture draws it. */
export const writingMetrics = { textSize: 15, lineHeight: 20, padding: 12, firstBaseline: 14.5 } as const;

type WritingSize = {
  readonly w: number;
  readonly h: number;
  readonly inset: number;
  readonly lines: readonly string[];
};

const sizes = new WeakMap<WritingShape['props'], WritingSize>();

/** Size of a note or text and the lines its words break into. */
export function sizeOfWriting(props: WritingShape['props']): WritingSize {
  const known = sizes.get(props);
  if (known !== undefined) return known;
  const { textSize, lineHeight, padding } = writingMetrics;
  const inset = props.kind === 'note' ? padding : 0;
  const lines = breakLines(props.text, 'text', textSize, props.w - 2 * inset);
  const size = { w: props.w, h: lines.length * lineHeight + 2 * inset, inset, lines };
  sizes.set(props, size);
  return size;
}
