import type { PictureHead } from './map-model.ts';
import { palette } from '../palette.ts';
import { breakLines, measureText } from '../text/text.ts';
import type { PictureWords } from '../words.ts';
import { textLine, textLines } from '../draw/svg.ts';

export type Block = { readonly markup: string; readonly height: number };

/**
 * The title block at the top left corner x, y: title, question, and a line with organisation, date and what
 * the picture is. `scale` enlarges it on wide pictures, which are printed smaller.
 */
export function drawHead(
  head: PictureHead,
  words: PictureWords,
  x: number,
  y: number,
  width: number,
  scale: number,
): Block {
  const titleSize = 30 * scale;
  const questionSize = 18 * scale;
  const title = breakLines(head.title.trim() || ' ', 'title', titleSize, width);
  const question = head.question?.trim() ? breakLines(head.question.trim(), 'text', questionSize, width) : [];
  const parts: string[] = [];
  let baseline = y + titleSize * 0.8;
  parts.push(
    textLines(title, 'title', {
      x,
      y: baseline,
      size: titleSize,
      lineHeight: titleSize * 1.22,
      width,
      fill: palette.ink,
    }),
  );
  baseline += (title.length - 1) * titleSize * 1.22;
  if (question.length > 0) {
    baseline += questionSize * 1.75;
    const lineHeight = questionSize * 1.4;
    parts.push(
      textLines(question, 'text', {
        x,
        y: baseline,
        size: questionSize,
        lineHeight,
        width,
        fill: palette.ink,
      }),
    );
    baseline += (question.length - 1) * lineHeight;
  }
  const facts = drawFacts(head, words, x, baseline + questionSize * 1.65, width, 15 * scale);
  parts.push(facts.markup);
  return { markup: parts.join(''), height: baseline + questionSize * 1.65 + facts.height - y };
}

/** Organisation, date and statement, each unbroken if it can be, wrapped between them. */
function drawFacts(
  head: PictureHead,
  words: PictureWords,
  x: number,
  y: number,
  width: number,
  size: number,
): Block {
  const facts = [head.org, head.date, words.believed(head.date ? head.people : undefined)].flatMap(
    (fact) => fact?.trim() || [],
  );
  const parts: string[] = [];
  let left = 0;
  let baseline = y;
  for (const fact of facts.flatMap((each) => breakLines(each, 'text', size, width))) {
    const taken = measureText(fact, 'text', size);
    if (left > 0 && left + taken > width) {
      left = 0;
      baseline += size * 1.4;
    }
    parts.push(textLine(fact, 'text', { x: x + left, y: baseline, size, fill: palette.secondary }));
    left += taken + size * 1.6;
  }
  return { markup: parts.join(''), height: baseline - y + size * 0.4 };
}
