import { textLine, textLines } from '../draw/svg.ts';
import { kindLooks } from '../kinds.ts';
import { palette } from '../palette.ts';
import { breakLines } from '../text/text.ts';
import type { PictureWords } from '../words.ts';
import type { PlacedCard } from './draw-card.ts';
import type { Block } from './head.ts';

/** Longer lines are hard to follow back, in px before scaling. */
const column = 760;

/**
 * The words of every folded card, from its first to its last, with its kind and its number above them: what
 * a picture shows below its map, since no person can open a card on paper. Empty where no card is folded.
 */
export function drawInFull(
  cards: readonly PlacedCard[],
  words: PictureWords,
  x: number,
  y: number,
  width: number,
  scale: number,
): Block {
  const folded = cards.filter(({ isFolded }) => isFolded);
  if (folded.length === 0) return { markup: '', height: 0 };
  const [headSize, size, lineHeight] = [20 * scale, 15 * scale, 21 * scale];
  let baseline = y + headSize;
  const parts = [textLine(words.inFull, 'title', { x, y: baseline, size: headSize, fill: palette.ink })];
  for (const { node } of folded) {
    baseline += 36 * scale;
    const name = [node.number, words.kind(node.kind)].filter(Boolean).join(' ');
    parts.push(textLine(name, 'textBold', { x, y: baseline, size, fill: kindLooks[node.kind].ink }));
    const room = Math.min(width, column * scale);
    const lines = breakLines(node.text, 'text', size, room);
    baseline += lineHeight;
    parts.push(
      textLines(lines, 'text', { x, y: baseline, size, lineHeight, width: room, fill: palette.ink }),
    );
    baseline += (lines.length - 1) * lineHeight;
  }
  return { markup: parts.join(''), height: baseline + size * 0.4 - y };
}
