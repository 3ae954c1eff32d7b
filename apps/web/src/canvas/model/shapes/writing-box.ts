import { writingSize, type WritingSize } from '@coherence/picture';
import type { WritingShape } from './map-shapes.ts';

const sizes = new WeakMap<WritingShape['props'], WritingSize>();

/** Size of a note or text and the lines its words break into; measured once for each state of the shape. */
export function sizeOfWriting(props: WritingShape['props']): WritingSize {
  const size = sizes.get(props) ?? writingSize(props.kind, props.text, props.w);
  sizes.set(props, size);
  return size;
}
