import type { Box, RoutedLink } from '@coherence/picture';
import { describe, expect, it, vi } from 'vitest';
import { changedBoxes, LinkRoutes, linksNear, linksToRoute } from './link-routes.ts';

const box = (x: number, y: number): Box => ({ x, y, w: 206, h: 80, radius: 9 });
const link = (from: string, to: string): RoutedLink => ({ id: `${from}>${to}`, from, to, polarity: '+' });

const boxes = new Map([
  ['a', box(0, 0)],
  ['b', box(600, 0)],
  ['c', box(0, 2000)],
  ['d', box(600, 2000)],
]);
const links = [link('a', 'b'), link('c', 'd')];
const ids = (found: readonly RoutedLink[]) => found.map(({ id }) => id);

describe('which links to route', () => {
  it('are those whose ends moved, that changed their sign, or that are new', () => {
    const moved = new Map([...boxes, ['b', box(620, 40)]]);
    expect(ids(linksToRoute(boxes, moved, links, links))).toEqual(['a>b']);
    const signed = [links[0], { ...link('c', 'd'), polarity: '-' as const }].filter(
      (each) => each !== undefined,
    );
    expect(ids(linksToRoute(boxes, boxes, links, signed))).toEqual(['c>d']);
    expect(ids(linksToRoute(boxes, boxes, links, [...links, link('a', 'c')]))).toEqual(['a>c']);
    expect(linksToRoute(boxes, boxes, links, links)).toEqual([]);
  });

  it('are, when cards rest, those that pass a place where one was or is', () => {
    const places = changedBoxes(boxes, new Map([...boxes, ['e', box(300, 10)]]));
    expect(places).toEqual([box(300, 10)]);
    expect(ids(linksNear(boxes, links, places))).toEqual(['a>b']);
    expect(changedBoxes(boxes, boxes)).toEqual([]);
  });
});

describe('the routes', () => {
  it('follow a card at once and bend around it when it rests', () => {
    vi.useFakeTimers();
    const routes = new LinkRoutes();
    routes.update(boxes, links);
    const straight = JSON.stringify(routes.pathOf('a>b')?.points);
    const between = new Map([...boxes, ['c', box(300, -70)]]);
    routes.update(between, links);
    expect(routes.pathOf('c>d')?.points[0]?.y).toBeLessThan(500);
    expect(JSON.stringify(routes.pathOf('a>b')?.points)).toBe(straight);
    vi.runAllTimers();
    expect(JSON.stringify(routes.pathOf('a>b')?.points)).not.toBe(straight);
    vi.useRealTimers();
  });

  it('of many links are found a part at a time, each in the end, also those of cards that move meanwhile', () => {
    vi.useFakeTimers();
    const pairs = Array.from({ length: 450 }, (_, at) => [`from${at}`, `to${at}`] as const);
    const rows = new Map(
      pairs.flatMap(([from, to], at) => [
        [from, box(0, at * 300)],
        [to, box(900, at * 300)],
      ]),
    );
    const many = pairs.map(([from, to]) => link(from, to));
    const between = (at: number): readonly [string, Box] => [`between${at}`, box(450, at * 300 - 20)];
    const pathsOf = (routes: LinkRoutes) => many.map(({ id }) => JSON.stringify(routes.pathOf(id)));
    const routes = new LinkRoutes();
    routes.update(rows, many);
    const before = pathsOf(routes);
    const blocked = new Map([...rows, ...pairs.map((_, at) => between(at))]);
    routes.update(blocked, many);
    vi.advanceTimersToNextTimer();
    const bent = pathsOf(routes).filter((path, at) => path !== before[at]).length;
    expect(bent).toBeGreaterThan(0);
    expect(bent).toBeLessThan(many.length / 2);
    const moved = new Map([...blocked, ['to0', box(1000, 40)]]);
    routes.update(moved, many);
    vi.runAllTimers();
    const whole = new LinkRoutes();
    whole.update(moved, many);
    expect(pathsOf(routes)).toEqual(pathsOf(whole));
    vi.useRealTimers();
  });

  it('have no path for a link without both its cards', () => {
    const routes = new LinkRoutes();
    routes.update(boxes, [link('a', 'gone')]);
    expect(routes.pathOf('a>gone')).toBeNull();
  });
});
