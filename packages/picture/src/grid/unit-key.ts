import type { Block } from '../map/head.ts';
import { drawChip } from '../map/marks.ts';
import { textLine } from '../draw/svg.ts';
import { chipWidth } from '../map/card.ts';
import { palette } from '../palette.ts';
import { fitLine, measureText } from '../text/text.ts';
import type { NamedUnit } from './grid-model.ts';

const size = 15;
const gap = 22;
const line = 28;

/** What the letters on the cards stand for: chip and name of each unit, wrapped at `width` px. */
export function drawUnitKey(units: readonly NamedUnit[], x: number, y: number, width: number): Block {
  const parts: string[] = [];
  let left = 0;
  let top = 0;
  for (const unit of units) {
    const chip = chipWidth(unit.label) + 8;
    const name = fitLine(unit.name, 'text', size, width - chip);
    const taken = chip + measureText(name, 'text', size);
    if (left > 0 && left + taken > width) {
      left = 0;
      top += line;
    }
    const at = { x: x + left + chip, y: y + top + 15, size, fill: palette.secondary };
    parts.push(drawChip(unit, x + left, y + top), textLine(name, 'text', at));
    left += taken + gap;
  }
  return { markup: parts.join(''), height: parts.length === 0 ? 0 : top + line };
}
