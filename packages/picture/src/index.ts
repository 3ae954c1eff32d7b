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
} from './map/card.ts';
export { type Box, boxesTouch, centerOf, type Point, unionOf } from './geometry/box.ts';
export { type Glyph, glyphSize, glyphStroke, kindGlyphs, markGlyphs, signGlyphs } from './draw/glyphs.ts';
export {
  type Bow,
  linkDashes,
  linkMetrics,
  type LinkOptions,
  type LinkPath,
  linkPath,
  naturalBow,
  type Polarity,
  type SignBadge,
} from './geometry/link-path.ts';
export {
  inkColors,
  kindColors,
  kindWords,
  type NodeKind,
  nodeKinds,
  palette,
  type Tint,
  unitTints,
} from './palette.ts';
export { breakLines, fitLine, type FontFace, measureText, type TextRun, textRuns } from './text/text.ts';
export { type EmbeddedFont, escapeXml } from './draw/svg.ts';
export { linkRoutes, type RoutedLink } from './geometry/link-routes.ts';
export { type LayoutInput, layoutMap, type LayoutNode } from './layout/layout.ts';
export { placeMany, placeNear } from './layout/place.ts';
export { groupHull, type Hull } from './map/hulls.ts';
export type {
  MapDrawing,
  MapLink,
  MapLoop,
  MapModel,
  MapNode,
  MapPictureOptions,
  PictureHead,
  PictureOptions,
  UnitMark,
} from './map/map-model.ts';
export { mapPicture } from './map/map-picture.ts';
export { assignUnitLetters, unitTint } from './units.ts';
export { englishWords, type PictureWords } from './words.ts';
export type { GridCells, GridFactor, GridModel, NamedUnit } from './grid/grid-model.ts';
export { gridPicture } from './grid/grid-picture.ts';
export { penWidth, strokePath, strokePoints } from './map/stroke.ts';
export { writingMetrics, writingSize, type WritingSize } from './map/writing.ts';
