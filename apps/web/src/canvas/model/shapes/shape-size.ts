import {
  cardRadius,
  cardSize,
  wholeCardSize,
  type Box,
  type CardSize,
  writingSize,
  type WritingSize,
} from '@coherence/picture';
import type { CardShape, WritingShape } from './map-shapes.ts';

const sizes = new WeakMap<CardShape['props'], CardSize>();

/** Size of a card and the lines its text breaks into: the same in the canvas and in the exported picture. */
export function sizeOfCard(props: CardShape['props']): CardSize {
  const known = sizes.get(props);
  if (known !== undefined) return known;
  const size = cardSize({ text: props.text, kind: props.kind, votes: props.votes }, props.w);
  sizes.set(props, size);
  return size;
}

/** The same card with all its words: what somebody sees who has opened it. Links keep to `sizeOfCard`. */
export function openSizeOfCard({ text, kind, votes, w }: CardShape['props']): CardSize {
  return wholeCardSize({ text, kind, votes }, w);
}

/** The card as links and hulls see it. */
export function boxOfCard({ x, y, props }: Pick<CardShape, 'x' | 'y' | 'props'>): Box {
  const { w, h } = sizeOfCard(props);
  return { x, y, w, h, radius: cardRadius(props.kind, h) };
}

const NARROWEST = 120;
const WIDEST = 640;

/** Width of a card or note whose side was dragged, in whole px. */
export function resizedWidth(width: number, scale: number): number {
  return Math.min(Math.max(Math.round(width * Math.abs(scale)), NARROWEST), WIDEST);
}

const writingSizes = new WeakMap<WritingShape['props'], WritingSize>();

/** Size of a note or text and the lines its words break into; measured once for each state of the shape. */
export function sizeOfWriting(props: WritingShape['props']): WritingSize {
  const size = writingSizes.get(props) ?? writingSize(props.kind, props.text, props.w);
  writingSizes.set(props, size);
  return size;
}
