import { describe, expect, test } from 'vitest';
import { borderDistance, type Box } from './box.ts';
import { linkRoutes, type RoutedLink } from './link-routes.ts';

const left: Box = { x: 0, y: 0, w: 200, h: 80 };
const middle: Box = { x: 350, y: 0, w: 200, h: 80 };
const right: Box = { x: 700, y: 0, w: 200, h: 80 };

function link(id: string, from: string, to: string): RoutedLink {
  return { id, from, to, polarity: '+' };
}

describe('linkRoutes', () => {
  test('bends a link around a card that stands in its way', () => {
    const boxes = new Map([
      ['a', left],
      ['b', middle],
      ['c', right],
    ]);
    const path = linkRoutes(boxes, [link('l', 'a', 'c')]).get('l');
    expect(path?.points.length).toBeGreaterThan(10);
    for (const point of path?.points ?? []) expect(borderDistance(point, middle)).toBeGreaterThan(0);
  });

  test('gives links of the same ends lanes of their own and parts opposites', () => {
    const boxes = new Map([
      ['a', left],
      ['c', right],
    ]);
    const routes = linkRoutes(boxes, [link('1', 'a', 'c'), link('2', 'a', 'c'), link('3', 'c', 'a')]);
    const mids = [...routes.values()].map((path) => path.mid);
    for (const [index, mid] of mids.entries()) {
      for (const other of mids.slice(index + 1))
        expect(Math.hypot(mid.x - other.x, mid.y - other.y)).toBeGreaterThan(20);
    }
  });

  test('slides signs off each other where links cross', () => {
    const boxes = new Map([
      ['a', { x: 0, y: 0, w: 100, h: 60 }],
      ['b', { x: 600, y: 400, w: 100, h: 60 }],
      ['c', { x: 600, y: 0, w: 100, h: 60 }],
      ['d', { x: 0, y: 400, w: 100, h: 60 }],
    ]);
    const routes = linkRoutes(boxes, [link('1', 'a', 'b'), link('2', 'c', 'd')]);
    const [one, two] = [...routes.values()].flatMap((path) => path.badges);
    expect(one && two && Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThanOrEqual(24);
  });

  test('leaves out links whose ends are gone and repeats itself', () => {
    const boxes = new Map([
      ['a', left],
      ['b', middle],
    ]);
    const links = [link('1', 'a', 'b'), link('2', 'a', 'gone')];
    expect([...linkRoutes(boxes, links).keys()]).toEqual(['1']);
    expect(linkRoutes(boxes, links)).toEqual(linkRoutes(boxes, links));
  });
});
