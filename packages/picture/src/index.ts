export {
  type CardContent,
  cardMetrics,
  cardPadding,
  cardRadius,
  type CardSize,
  cardSize,
  chipWidth,
  type FootItem,
  footItems,
  votesLabel,
} from './card.ts';
export { type Box, boxesTouch, centerOf, type Point, unionOf } from './geometry.ts';
export { type Glyph, glyphSize, glyphStroke, kindGlyphs, markGlyphs, signGlyphs } from './glyphs.ts';
export {
  linkMetrics,
  type LinkOptions,
  type LinkPath,
  linkPath,
  naturalBow,
  type Polarity,
  type SignBadge,
} from './link-path.ts';
export { kindColors, kindWords, type NodeKind, nodeKinds, palette, type Tint, unitTints } from './palette.ts';
export { breakLines, fitLine, type FontFace, measureText } from './text.ts';
