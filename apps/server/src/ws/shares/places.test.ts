import type { Role } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import { Places } from './places.ts';
import type { Guest } from './places.ts';
import { PLACES } from './share-limits.ts';
import type { PlaceLimits } from './share-limits.ts';

interface Tab extends Guest {
  readonly name: string;
  left: string | null;
  heard: number;
}

function open(limits: Partial<PlaceLimits> = {}) {
  let now = 0;
  const places = new Places(() => now, limits);
  const tab = (
    name: string,
    {
      role = 'participant',
      ...over
    }: { role?: Role; address?: string; board?: string; isPrivate?: boolean; person?: string } = {},
  ): Tab => {
    const made: Tab = {
      name,
      address: 'nat',
      board: 'b1',
      isPrivate: false,
      person: name,
      ...over,
      role: () => role,
      heardAt: () => made.heard,
      heard: Infinity,
      left: null,
      giveWay: (reason) => void (made.left = reason),
    };
    return made;
  };
  const enter = (...args: Parameters<typeof tab>) => {
    const made = tab(...args);
    return { tab: made, isIn: places.enter(made) === null };
  };
  const many = (count: number, ...[name, over]: Parameters<typeof tab>) =>
    Array.from({ length: count }, (_, index) => enter(`${name}${index}`, over));
  return { places, tab, enter, many, pass: (ms: number) => (now += ms) };
}

const allIn = (made: readonly { isIn: boolean; tab: Tab }[]) =>
  made.every(({ isIn, tab }) => isIn && tab.left === null);

describe('[SHARE1] one person has ten tabs on a document', () => {
  it('an eleventh ends the oldest, for good', () => {
    const { many, enter, places } = open();
    const tabs = many(10, 't', { person: 'ann' });
    expect(allIn(tabs)).toBe(true);
    expect(enter('t10', { person: 'ann' }).isIn).toBe(true);
    expect(tabs.filter(({ tab }) => tab.left !== null).map(({ tab }) => [tab.name, tab.left])).toEqual([
      ['t0', 'too-many-tabs'],
    ]);
    expect(places.size).toBe(10);
  });

  it('one that was not heard of goes before one that lives', () => {
    const { many, enter, pass } = open();
    const tabs = many(10, 't', { person: 'ann' });
    pass(20_000);
    const lost = tabs[7]?.tab;
    if (lost !== undefined) lost.heard = 0;
    expect(enter('t10', { person: 'ann' }).isIn).toBe(true);
    expect(tabs.filter(({ tab }) => tab.left !== null).map(({ tab }) => tab.name)).toEqual(['t7']);
  });

  it('the private document and other boards have tabs of their own', () => {
    const { many } = open();
    expect(allIn(many(10, 't', { person: 'ann' }))).toBe(true);
    expect(allIn(many(10, 'm', { person: 'ann', isPrivate: true }))).toBe(true);
  });

  it('a person who comes back 30 times in a row on bad wifi is never locked out', () => {
    const { enter, pass } = open();
    const back = Array.from({ length: 30 }, (_, index) => {
      pass(2_000);
      return enter(`again${index}`, { person: 'ann' });
    });
    expect(back.every(({ isIn }) => isIn)).toBe(true);
    expect(back.at(-1)?.tab.left).toBeNull();
  });
});

describe('[SHARE2] places', () => {
  it('600 people are on a board, and the next is sent away for later', () => {
    const { enter, many } = open();
    expect(allIn(many(600, 'p'))).toBe(true);
    expect(enter('one more').isIn).toBe(false);
  });

  it('[JOIN3] a facilitator gets in all the same, with console, projector view and phone', () => {
    const { many } = open();
    many(600, 'p');
    expect(allIn(many(3, 'f', { role: 'facilitator', person: 'flo' }))).toBe(true);
  });

  it('who has ten tabs on a full board makes room for a person who has none', () => {
    const { enter, many } = open();
    const greedy = Array.from({ length: 60 }, (_, index) =>
      many(10, `g${index}.`, { person: `g${index}` }),
    ).flat();
    expect(allIn(greedy)).toBe(true);
    expect(allIn(many(100, 'p'))).toBe(true);
    expect(greedy.filter(({ tab }) => tab.left === 'too-many-tabs')).toHaveLength(100);
    expect(enter('late').isIn).toBe(true);
  });

  it('an address has 2,000: 600 people with board and private document, and many of them with a phone', () => {
    const { enter, many } = open();
    expect(allIn(many(600, 'p'))).toBe(true);
    expect(allIn(many(600, 'm', { isPrivate: true }))).toBe(true);
    expect(allIn(many(300, 'q', { board: 'b2' }))).toBe(true);
    expect(allIn(many(500, 'r', { board: 'b2', isPrivate: true }))).toBe(true);
    expect(enter('one more', { board: 'b3' }).isIn).toBe(false);
    expect(enter('elsewhere', { board: 'b3', address: 'home' }).isIn).toBe(true);
  });

  it('[JOIN3] facilitators of every board get in at a full address; no board takes the places of others', () => {
    const { enter, many } = open({ address: 10, kept: 20, keptForBoard: 6 });
    many(10, 'x', { board: 'x' });
    for (const board of ['evil1', 'evil2', 'evil3', 'evil4']) many(9, board, { board, role: 'facilitator' });
    expect(enter('evil', { board: 'evil1', role: 'facilitator' }).isIn).toBe(false);
    const flo = [1, 2, 3].map((tab) =>
      enter(`flo ${tab}`, { board: 'b1', role: 'facilitator', person: 'flo' }),
    );
    expect(allIn(flo)).toBe(true);
    expect(enter('dana', { board: 'b1' }).isIn).toBe(false);
  });

  it('on a full server the address with by far the most makes room', () => {
    const { enter, many } = open({ server: 100, address: 90 });
    const greedy = many(90, 'g', { address: 'greedy' });
    expect(allIn(many(10, 'h', { address: 'school' }))).toBe(true);
    expect(allIn(many(20, 'k', { address: 'agency', board: 'b2' }))).toBe(true);
    expect(greedy.filter(({ tab }) => tab.left === 'overloaded')).toHaveLength(20);
    expect(enter('more', { address: 'greedy' }).isIn).toBe(false);
  });

  it('has room for what it keeps', () => {
    expect(PLACES.server).toBeGreaterThan(PLACES.address * 2);
    expect(PLACES.kept / PLACES.keptForBoard).toBeGreaterThan(40);
  });
});
