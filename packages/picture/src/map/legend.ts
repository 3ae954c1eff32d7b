import { markGlyphs } from '../draw/glyphs.ts';
import type { Block } from './head.ts';
import { drawGlyph, drawSign } from './marks.ts';
import { element, textLine } from '../draw/svg.ts';
import { linkDashes, railWidths, ROOMS_AGREE, type Polarity } from '../geometry/link-path.ts';
import { kindLooks, nodeKinds } from '../kinds.ts';
import { palette } from '../palette.ts';
import { measureText } from '../text/text.ts';
import type { PictureWords } from '../words.ts';
import type { MapModel } from './map-model.ts';

type Entry = { width: number; draw: (x: number, y: number) => string };

const size = 15;
const sample = 46;

/** What the shapes on this map mean, in words; only what the map shows. Entries wrap at `width`. */
export function drawLegend(
  model: MapModel,
  words: PictureWords,
  x: number,
  y: number,
  width: number,
  scale: number,
): Block {
  const entries = [...kindEntries(model, words), ...linkEntries(model, words)];
  const parts: string[] = [];
  let left = 0;
  let top = 0;
  for (const entry of entries) {
    if (left > 0 && (left + entry.width) * scale > width) {
      left = 0;
      top += 28;
    }
    parts.push(entry.draw(left, top));
    left += entry.width + 26;
  }
  if (parts.length === 0) return { markup: '', height: 0 };
  const place = `translate(${Math.round(x)} ${Math.round(y)}) scale(${Math.round(scale * 100) / 100})`;
  return { markup: element('g', { transform: place }, parts.join('')), height: (top + 24) * scale };
}

function kindEntries(model: MapModel, words: PictureWords): Entry[] {
  const shown = new Set(model.nodes.map((node) => node.kind));
  return nodeKinds
    .filter((kind) => shown.has(kind))
    .map((kind) => {
      const word = words.kind(kind);
      const { ink: fill, glyph } = kindLooks[kind];
      return {
        width: 24 + measureText(word, 'textSemibold', size),
        draw: (x, y) =>
          drawGlyph(glyph, x, y + 3, 18, fill) +
          textLine(word, 'textSemibold', { x: x + 24, y: y + 17, size, fill }),
      };
    });
}

function linkEntries(model: MapModel, words: PictureWords): Entry[] {
  const shown = new Set(model.links.map((link) => link.polarity));
  const rows: [Polarity, string][] = [
    ['+', words.moreLeadsToMore],
    ['-', words.moreLeadsToLess],
    ['?', words.notSure],
    ['mixed', words.seenBothWays],
  ];
  const entries = rows
    .filter(([polarity]) => shown.has(polarity))
    .map(([polarity, word]) => lineEntry(polarity, word));
  if (model.links.some((link) => link.delay)) {
    entries.push({
      width: 22 + measureText(words.takesTime, 'text', size),
      draw: (x, y) =>
        drawGlyph(markGlyphs.delay, x, y + 3, 18, palette.link) +
        textLine(words.takesTime, 'text', { x: x + 22, y: y + 17, size, fill: palette.secondary }),
    });
  }
  if (model.links.some(({ rooms = 0 }) => rooms >= ROOMS_AGREE)) {
    entries.push({
      width: sample + 8 + measureText(words.roomsAgree, 'text', size),
      draw: (x, y) =>
        drawRails(x, y) +
        textLine(words.roomsAgree, 'text', {
          x: x + sample + 8,
          y: y + 17,
          size,
          fill: palette.secondary,
        }),
    });
  }
  return entries;
}

function drawRails(x: number, y: number): string {
  const d = `M${x} ${y + 12}h${sample}`;
  const [outer, gap] = railWidths(1.8);
  return [
    { stroke: palette.link, 'stroke-width': outer },
    { stroke: palette.white, 'stroke-width': gap },
    { stroke: palette.link, 'stroke-width': 1.8 },
  ]
    .map((style) => element('path', { d, fill: 'none', ...style }))
    .join('');
}

function lineEntry(polarity: Polarity, word: string): Entry {
  const signs = polarity === 'mixed' ? (['+', '-'] as const) : ([polarity] as const);
  const length = sample + (signs.length - 1) * 18;
  return {
    width: length + 8 + measureText(word, 'text', size),
    draw: (x, y) => {
      const line = element('path', {
        d: `M${x} ${y + 12}h${length}`,
        stroke: palette.link,
        'stroke-width': 1.8,
        'stroke-dasharray': linkDashes[polarity],
        'stroke-linecap': polarity === '?' ? 'round' : undefined,
      });
      const badges = signs.map((sign, index) =>
        drawSign(sign, x + sample / 2 + index * 18, y + 12, palette.link, 8.5),
      );
      return (
        line +
        badges.join('') +
        textLine(word, 'text', { x: x + length + 8, y: y + 17, size, fill: palette.secondary })
      );
    },
  };
}
