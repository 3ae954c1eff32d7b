import { expect, test } from 'vitest';
import { paths, routeOf, VIEWS } from './routes.ts';

const at = (path: string, invite: string | null = null) => {
  const { pathname, search } = new URL(path, 'http://room.local:4000');
  return routeOf({ pathname, search, invite });
};

test.each([
  ['/', { name: 'start' }],
  ['/new', { name: 'create' }],
  ['/join', { name: 'join', code: null }],
  ['/join/', { name: 'join', code: null }],
  ['/join/K7M%202QD', { name: 'join', code: 'K7M 2QD' }],
  ['/join/%E0%A4%A', { name: 'join', code: '%E0%A4%A' }],
  ['/b/abc', { name: 'board', id: 'abc', view: 'grid' }],
  ['/b/abc?view=map', { name: 'board', id: 'abc', view: 'map' }],
  ['/b/abc?view=toString', { name: 'board', id: 'abc', view: 'grid' }],
  ['/b/abc/sheet', { name: 'sheet', id: 'abc' }],
  ['/b/abc/poster', { name: 'poster', id: 'abc' }],
  ['/B/abc/SHEET', { name: 'sheet', id: 'abc' }],
  ['/JOIN/K7M2QD', { name: 'join', code: 'K7M2QD' }],
  ['/b/abc).', { name: 'board', id: 'abc', view: 'grid' }],
  ['/b', { name: 'lost' }],
  ['/b/abc/other', { name: 'lost' }],
  ['/b/abc/sheet/more', { name: 'lost' }],
  ['/elsewhere', { name: 'lost' }],
])('%s shows %j', (path, route) => {
  expect(at(path)).toEqual(route);
});

test('an invitation in the history entry opens the door, not the board', () => {
  expect(at('/b/abc', 'secret')).toEqual({ name: 'invited', invite: 'secret' });
  expect(at('/join', 'secret')).toEqual({ name: 'invited', invite: 'secret' });
});

test('every path leads back to its own route', () => {
  expect(at(paths.start).name).toBe('start');
  expect(at(paths.create).name).toBe('create');
  expect(at(paths.join('K7M/2QD'))).toEqual({ name: 'join', code: 'K7M/2QD' });
  for (const view of VIEWS) expect(at(paths.board('abc', view))).toEqual({ name: 'board', id: 'abc', view });
  expect(at(paths.sheet('abc')).name).toBe('sheet');
  expect(at(paths.poster('abc')).name).toBe('poster');
});
