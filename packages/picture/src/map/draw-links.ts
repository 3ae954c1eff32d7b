import { drawSign } from './marks.ts';
import { element } from '../draw/svg.ts';
import { railWidths, ROOMS_AGREE, type LinkPath } from '../geometry/link-path.ts';
import { palette } from '../palette.ts';
import type { MapLink } from './map-model.ts';

/** The line of a link, set off from those it crosses; it lies under the cards. */
export function drawLinkLine(link: MapLink, path: LinkPath, color: string): string {
  const [outer, gap] = railWidths(path.width);
  const agree = (link.rooms ?? 0) >= ROOMS_AGREE;
  const rim = {
    stroke: palette.white,
    'stroke-width': (agree ? outer : path.width) + 4,
    'stroke-opacity': 0.85,
  };
  const rails = agree
    ? [
        { stroke: color, 'stroke-width': outer },
        { stroke: palette.white, 'stroke-width': gap },
      ]
    : [];
  const line = {
    stroke: color,
    'stroke-width': path.width,
    'stroke-dasharray': path.dash,
    'stroke-linecap': link.polarity === '?' ? 'round' : undefined,
  };
  const parts = [rim, ...rails, line].map((style) => element('path', { d: path.d, ...style }));
  return element('g', { fill: 'none' }, parts.join(''));
}

/** The head of a link; drawn after all lines, so that none cuts it. */
export function drawLinkHead(path: LinkPath, color: string): string {
  return element('path', {
    d: path.head,
    fill: color,
    stroke: color,
    'stroke-width': 1,
    'stroke-linejoin': 'round',
  });
}

/** The signs and the mark for "takes time"; they lie over the cards, so that none is ever hidden. */
export function drawLinkMarks(path: LinkPath, color: string): string {
  const delay = path.delay
    ? element('path', {
        d: path.delay,
        fill: 'none',
        stroke: color,
        'stroke-width': 1.9,
        'stroke-linecap': 'round',
      })
    : '';
  return delay + path.badges.map((badge) => drawSign(badge.sign, badge.x, badge.y, color)).join('');
}
