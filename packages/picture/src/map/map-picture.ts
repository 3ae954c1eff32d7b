import { drawHead } from './head.ts';
import { element, svgDocument, textLine } from '../draw/svg.ts';
import { type Box, unionOf } from '../geometry/box.ts';
import { linkRoutes } from '../geometry/link-routes.ts';
import { palette } from '../palette.ts';
import { drawCard, type PlacedCard, placeCard } from './draw-card.ts';
import { drawLinkHead, drawLinkLine, drawLinkMarks } from './draw-links.ts';
import { placeDrawing } from './drawings.ts';
import { drawHull, drawHullNames, groupHull, type Hull, hullNameBoxes } from './hulls.ts';
import { drawInFull } from './in-full.ts';
import { drawLegend } from './legend.ts';
import { markLoops } from './loops.ts';
import type { MapModel, MapPictureOptions } from './map-model.ts';

const margin = 48;
const smallest = 880;

/**
 * The problem diagnosis map as an SVG document: title block, legend, groups, cards, links and drawings, as
 * large as its content needs and never scaled down, and below them the words of folded cards in full. An
 * empty map is a picture that says so.
 */
export function mapPicture(model: MapModel, options: MapPictureOptions): string {
  const { words } = options;
  const cards = model.nodes.map((node) => placeCard(node, options.details ?? false));
  const content = drawContent(model, cards, options);
  const bounds = content.bounds ?? { x: 0, y: 0, w: smallest - 2 * margin, h: 160 };
  const width = Math.max(bounds.w + 2 * margin, smallest);
  const inner = width - 2 * margin;
  const scale = Math.min(Math.max((width / 1300) ** 0.7, 1), 2);
  const head = drawHead(model, words, margin, margin, inner, scale);
  const legend = drawLegend(model, words, margin, margin + head.height + 16 * scale, inner, scale);
  const top = margin + head.height + (legend.height > 0 ? legend.height + 16 * scale : 0) + 32 * scale;
  const shift = `translate(${Math.round((width - bounds.w) / 2 - bounds.x)} ${Math.round(top - bounds.y)})`;
  const nothing = textLine(words.emptyMap, 'text', {
    x: margin,
    y: top + 24,
    size: 17,
    fill: palette.secondary,
  });
  const body = content.bounds ? element('g', { transform: shift }, content.markup) : nothing;
  const below = top + bounds.h;
  const inFull = drawInFull(cards, words, margin, below + 32 * scale, inner, scale);
  return svgDocument({
    name: 'map',
    width,
    height: below + (inFull.height > 0 ? 32 * scale + inFull.height : 0) + margin,
    title: model.title,
    description: words.mapDescription(model.nodes.length, model.links.length),
    fonts: options.fonts ?? [],
    body: [head.markup, legend.markup, body, inFull.markup].filter((part) => part !== '').join('\n'),
  });
}

function drawContent(
  model: MapModel,
  cards: readonly PlacedCard[],
  options: MapPictureOptions,
): { markup: string; bounds: Box | null } {
  const { words } = options;
  const boxes = new Map(cards.map((card) => [card.node.id, card.box]));
  const hulls = hullsOf(model, cards);
  const routes = linkRoutes(boxes, model.links, hulls.flatMap(hullNameBoxes));
  const drawn = model.links.flatMap((link) => {
    const path = routes.get(link.id);
    return path ? [{ link, path }] : [];
  });
  const inLoop = new Set((model.loops ?? []).flatMap((loop) => loop.links));
  const colorOf = (link: string) => (inLoop.has(link) ? palette.loop : palette.link);
  const loops = markLoops(model.loops ?? [], routes, [...boxes.values()]);
  const drawings = model.drawings.flatMap((drawing) => placeDrawing(drawing) ?? []);
  const markup = [
    ...hulls.map(drawHull),
    ...drawn.map(({ link, path }) => drawLinkLine(link, path, colorOf(link.id))),
    ...drawn.map(({ link, path }) => drawLinkHead(path, colorOf(link.id))),
    ...hulls.map(drawHullNames),
    ...cards.map((card) => drawCard(card, words)),
    ...drawn.map(({ link, path }) => drawLinkMarks(path, colorOf(link.id))),
    ...loops.map((loop) => loop.markup),
    ...drawings.map((drawing) => drawing.markup),
  ].join('\n');
  const bounds = unionOf([
    ...boxes.values(),
    ...hulls.flatMap((hull) => hull.parts),
    ...drawings.map((drawing) => drawing.bounds),
    ...loops.map((loop) => loop.bounds),
    ...drawn.flatMap(({ path }) => path.points.map(({ x, y }) => ({ x: x - 12, y: y - 12, w: 24, h: 24 }))),
  ]);
  return { markup, bounds };
}

function hullsOf(model: MapModel, cards: readonly PlacedCard[]): Hull[] {
  return model.groups.flatMap((group) => {
    const inside = cards.filter((card) => card.node.group === group.id).map((card) => card.box);
    const outside = cards.filter((card) => card.node.group !== group.id).map((card) => card.box);
    return groupHull(group.name, inside, outside) ?? [];
  });
}
