import {
  boardFileSchema,
  boardFromFile,
  mapOf,
  readSnapshot,
  type BoardMap,
  type Pos,
} from '@coherence/board';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapesOf } from '../shapes/board-to-shapes.ts';
import { applyEdits, editsBetween } from './to-operations.ts';

const CARDS = ['f0', 'f1', 'f2', 'f3', 's0', 's1'] as const;
const DRAWINGS = ['d0', 'd1', 'd2'] as const;
const LINKS = [
  { id: 'i0', from: 'f0', to: 'f1', polarity: '+' },
  { id: 'i1', from: 'f0', to: 'f1', polarity: '-' },
  { id: 'i2', from: 'f1', to: 'f0', polarity: '?' },
  { id: 'i3', from: 'f2', to: 's0', polarity: '+' },
  { id: 'i4', from: 's1', to: 'f3', polarity: '-' },
] as const;

type State = {
  readonly places: Readonly<Record<string, Pos | null>>;
  readonly drawings: Readonly<Record<string, Pos | null>>;
  readonly links: readonly string[];
};

const pos: fc.Arbitrary<Pos> = fc.tuple(
  fc.integer({ min: -900, max: 900 }),
  fc.integer({ min: -900, max: 900 }),
  fc.integer({ min: 120, max: 600 }),
);
const maybe = (ids: readonly string[]) =>
  fc.record(Object.fromEntries(ids.map((id) => [id, fc.option(pos, { freq: 2 })])));

const first: fc.Arbitrary<State> = fc.record({
  places: maybe(CARDS),
  drawings: fc.record(Object.fromEntries(DRAWINGS.map((id) => [id, pos]))),
  links: fc.subarray(LINKS.map(({ id }) => id)),
});

/** A later state: cards moved, taken off or put on; drawings moved or removed; links removed where they showed. */
const pair: fc.Arbitrary<readonly [State, State]> = first.chain((before) =>
  fc
    .record({ moved: maybe(CARDS), kept: fc.subarray([...CARDS]), drawings: maybe(DRAWINGS), drop: fc.nat() })
    .map(({ moved, kept, drawings, drop }) => {
      const places = Object.fromEntries(
        CARDS.map((id) => [id, (kept.includes(id) ? before.places[id] : moved[id]) ?? null]),
      );
      const shown = before.links.filter((id) =>
        LINKS.some((link) => link.id === id && isShown(link, before)),
      );
      const arrows = [...new Set(shown.map(arrowOf))];
      const dropped = arrows.filter((_, index) => (drop >> index) % 2 === 1);
      return [
        before,
        { places, drawings, links: before.links.filter((id) => !dropped.includes(arrowOf(id))) },
      ];
    }),
);

function isShown(link: { from: string; to: string }, state: State): boolean {
  return Boolean(state.places[link.from] && state.places[link.to]);
}

function arrowOf(id: string): string {
  const link = LINKS.find((known) => known.id === id);
  return `${link?.from}>${link?.to}`;
}

function boardWith(state: State) {
  const card = (id: string) => ({ id, text: id, kind: 'factor' as const, pos: state.places[id] ?? null });
  const points = [0, 0, 4, 4];
  const file = boardFileSchema.parse({
    schema: 'coherence-board/1',
    factors: CARDS.filter((id) => id.startsWith('f')).map(card),
    strategies: CARDS.filter((id) => id.startsWith('s')).map(card),
    influences: LINKS.filter(({ id }) => state.links.includes(id)),
    drawings: DRAWINGS.flatMap((id, index) => {
      const place = state.drawings[id];
      return place
        ? [{ id, pos: place, ...(index === 0 ? { kind: 'pen', points } : { kind: 'note', text: id }) }]
        : [];
    }),
  });
  return boardFromFile(file);
}

const everyRecord = (map: BoardMap) => (arrow: string) =>
  map.links.find(({ id }) => id === arrow)?.records.map(({ id }) => id) ?? [];

describe('edits', () => {
  it('lead a board to the state whose shapes they were read from', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const doc = boardWith(before);
        const map = mapOf(readSnapshot(doc));
        const wanted = shapesOf(mapOf(readSnapshot(boardWith(after))));
        applyEdits(doc, editsBetween(shapesOf(map), wanted), everyRecord(map));
        const reached = shapesOf(mapOf(readSnapshot(doc)));
        expect(new Map([...reached].sort())).toEqual(new Map([...wanted].sort()));
      }),
    );
  });

  it('of equal shapes are none', () => {
    fc.assert(
      fc.property(first, (state) => {
        const [one, other] = [
          shapesOf(mapOf(readSnapshot(boardWith(state)))),
          shapesOf(mapOf(readSnapshot(boardWith(state)))),
        ];
        expect(editsBetween(one, other)).toEqual({ place: [], takeOff: [], removeDrawings: [], unlink: [] });
      }),
    );
  });

  it('take a card off the map with its links, and unlink nothing', () => {
    const doc = boardWith({
      places: { f0: [0, 0, 206], f1: [400, 0, 206] },
      drawings: {},
      links: ['i0', 'i2'],
    });
    const map = mapOf(readSnapshot(doc));
    const before = shapesOf(map);
    const after = new Map([...before].filter(([id]) => id === 'f1'));
    const edits = editsBetween(before, after);
    expect(edits).toEqual({ place: [], takeOff: ['f0'], removeDrawings: [], unlink: [] });
    applyEdits(doc, edits, everyRecord(map));
    expect(readSnapshot(doc).influences).toHaveLength(2);
    expect(mapOf(readSnapshot(doc)).offMap.map(({ id }) => id)).toContain('f0');
  });
});
