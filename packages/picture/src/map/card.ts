import { isPlace } from '../geometry/box.ts';
import { kindLooks, type NodeKind } from '../kinds.ts';
import { breakLines, measureText } from '../text/text.ts';

/** What a card shows. `number` and `units` together make a foot line; without both the card has none. */
export type CardContent = {
  readonly text: string;
  readonly kind: NodeKind;
  readonly votes?: number | undefined;
  readonly number?: string | undefined;
  readonly units?: readonly { readonly label: string }[] | undefined;
};

/** `isFolded`: the lines are the beginning only, and one more line must say that there is more to read. */
export type CardSize = { w: number; h: number; lines: string[]; isFolded: boolean };

/** Anatomy of a map card in px, from its top left corner; the canvas and the pictures draw from these. */
export const cardMetrics = {
  width: 206,
  minWidth: 120,
  padding: 13,
  pillPadding: 17,
  radius: 9,
  glyph: 15,
  headSize: 13,
  headBaseline: 23,
  textSize: 15,
  firstBaseline: 44,
  lineHeight: 19.5,
  mostLines: 12,
  bottom: 14,
  footHeight: 26,
  chipHeight: 19,
  chipSize: 13,
} as const;

/** Left edge of the text inside a card of this kind: a pill needs more room at its ends. */
export function cardPadding(kind: NodeKind): number {
  return kindLooks[kind].shape === 'pill' ? cardMetrics.pillPadding : cardMetrics.padding;
}

/** Corner radius for a card of this kind and height. */
export function cardRadius(kind: NodeKind, height: number): number {
  return kindLooks[kind].shape === 'pill' ? Math.min(height / 2, 38) : cardMetrics.radius;
}

/**
 * Size of a card `width` px wide and the lines its text breaks into; widths under `cardMetrics.minWidth` are
 * raised to it. The card grows downwards with its text up to `cardMetrics.mostLines`. A longer text is folded
 * to its beginning and a line that says so, because one long note would otherwise shrink the whole map:
 * who shows a folded card says where its words are in full.
 */
export function cardSize(content: CardContent, width: number = cardMetrics.width): CardSize {
  const whole = wholeCardSize(content, width);
  const { mostLines, lineHeight } = cardMetrics;
  const hidden = whole.lines.length - mostLines;
  if (hidden <= 0) return whole;
  const h = Math.ceil(whole.h - hidden * lineHeight);
  return { w: whole.w, h, lines: whole.lines.slice(0, mostLines - 1), isFolded: true };
}

/** Like `cardSize`, with every line: never folded. */
export function wholeCardSize(content: CardContent, width: number = cardMetrics.width): CardSize {
  const w = isPlace(width) ? Math.max(width, cardMetrics.minWidth) : cardMetrics.width;
  const inner = w - 2 * cardPadding(content.kind);
  const lines = breakLines(content.text, 'text', cardMetrics.textSize, inner);
  const textHeight = (lines.length - 1) * cardMetrics.lineHeight;
  const foot = footRows(content, inner) * cardMetrics.footHeight;
  const h = Math.ceil(cardMetrics.firstBaseline + textHeight + cardMetrics.bottom + foot);
  return { w, h, lines, isFolded: false };
}

/** Baseline of a card's text line, counted from 0, from the card's top. */
export function cardBaseline(line: number): number {
  return cardMetrics.firstBaseline + line * cardMetrics.lineHeight;
}

/** Width of a unit's chip with these letters. */
export function chipWidth(label: string): number {
  return measureText(label, 'textBold', cardMetrics.chipSize) + 12;
}

export type FootItem = { row: number; x: number; w: number; label: string; unit: number | null };

/**
 * Places the number, the unit chips and then `more` in rows no wider than `inner` px; `unit` is an index into
 * the units.
 */
export function footItems(
  content: Pick<CardContent, 'number' | 'units'>,
  inner: number,
  more: readonly { readonly label: string; readonly w: number }[] = [],
): FootItem[] {
  const items: FootItem[] = [];
  let row = 0;
  let x = 0;
  const place = (label: string, w: number, unit: number | null) => {
    if (x > 0 && x + w > inner) {
      row += 1;
      x = 0;
    }
    items.push({ row, x, w, label, unit });
    x += w + 6;
  };
  if (content.number)
    place(content.number, measureText(content.number, 'text', cardMetrics.chipSize) + 2, null);
  content.units?.forEach((unit, index) => place(unit.label, chipWidth(unit.label), index));
  for (const item of more) place(item.label, item.w, null);
  return items;
}

function footRows(content: CardContent, inner: number): number {
  return (footItems(content, inner).at(-1)?.row ?? -1) + 1;
}
