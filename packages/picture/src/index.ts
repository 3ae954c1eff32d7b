export {
  type CardContent,
  cardMetrics,
  cardPadding,
  cardRadius,
  type CardSize,
  cardBaseline,
  cardSize,
  wholeCardSize,
} from './map/card.ts';
export { type Box, boxesTouch, type Point, unionOf } from './geometry/box.ts';
export { type Glyph, glyphSize, glyphStroke, markGlyphs, signGlyphs } from './draw/glyphs.ts';
export {
  linkDashes,
  linkMetrics,
  type LinkOptions,
  type LinkPath,
  linkPath,
  type Polarity,
  railWidths,
  ROOMS_AGREE,
  type SignBadge,
} from './geometry/link-path.ts';
export { kindLooks, type NodeKind } from './kinds.ts';
export { inkColors, palette, type Tint, unitTints } from './palette.ts';
export { directedLines } from './text/direction.ts';
export { fitLine, type FontFace } from './text/text.ts';
export type { EmbeddedFont } from './draw/svg.ts';
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
export type { PictureWords } from './words.ts';
export type { GridCells, GridFactor, GridModel, NamedUnit } from './grid/grid-model.ts';
export { gridPicture } from './grid/grid-picture.ts';
export { penWidth, strokePath, strokePoints } from './map/stroke.ts';
export { writingMetrics, writingSize, type WritingSize } from './map/writing.ts';
