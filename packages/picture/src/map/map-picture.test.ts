import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSvg } from '../draw/read-svg.ts';
import { nodeKinds } from '../kinds.ts';
import { englishWords } from '../testing/english-words.ts';
import type { MapModel, MapPictureOptions } from './map-model.ts';
import { mapPicture } from './map-picture.ts';

function mapSvg(map: MapModel, options: Omit<MapPictureOptions, 'words'> = {}): string {
  return mapPicture(map, { ...options, words: englishWords });
}

const empty: MapModel = { title: 'Why schools stall', nodes: [], links: [], groups: [], drawings: [] };
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    ']]>',
    '&amp;"\'',
    '\u0000\ud800',
    '<!--',
    '',
    '\u202e',
    'a\nb\r\nc',
  ),
);
const place = fc.integer({ min: -3000, max: 3000 });
const model: fc.Arbitrary<MapModel> = fc.record({
  title: hostile,
  question: hostile,
  date: hostile,
  org: hostile,
  nodes: fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', '__proto__'),
      text: hostile,
      kind: fc.constantFrom(...nodeKinds),
      x: fc.oneof(place, fc.constant(Number.NaN)),
      y: place,
      w: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constant(Infinity)),
      group: fc.constantFrom('g', null),
      number: hostile,
      units: fc.array(
        fc.record({ label: hostile, tint: fc.constant({ ink: '#000000', ground: '#FFFFFF' }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 6 },
  ),
  links: fc.array(
    fc.record({
      id: fc.string(),
      from: fc.constantFrom('a', 'b', 'c', 'gone'),
      to: fc.constantFrom('a', 'b', 'c', '__proto__'),
      polarity: fc.constantFrom('+' as const, '-' as const, '?' as const, 'mixed' as const),
      strength: fc.double(),
      delay: fc.boolean(),
      rooms: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 8 },
  ),
  groups: fc.array(fc.record({ id: fc.constant('g'), name: hostile }), { maxLength: 2 }),
  drawings: fc.array(
    fc.oneof(
      fc.record({
        type: fc.constant('pen' as const),
        points: fc.array(fc.record({ x: fc.double(), y: place }), { maxLength: 4 }),
        color: hostile,
        width: fc.double(),
      }),
      fc.record({
        type: fc.constantFrom('note' as const, 'text' as const),
        x: place,
        y: place,
        w: place,
        text: hostile,
        color: hostile,
      }),
    ),
    { maxLength: 3 },
  ),
  loops: fc.array(fc.record({ label: hostile, links: fc.array(fc.string(), { maxLength: 3 }) }), {
    maxLength: 2,
  }),
});

describe('mapPicture', () => {
  test('is well formed and finite whatever people typed, and the same every time', () => {
    fc.assert(
      fc.property(model, fc.boolean(), (map, details) => {
        const svg = mapSvg(map, { details });
        expect(readSvg(svg).names).not.toContain('script');
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(mapSvg(map, { details })).toBe(svg);
      }),
    );
  });

  test('writes every word of every card, the groups, the head and the legend', () => {
    const text = 'State-level units use different needs assessment and planning strategies';
    const node = { kind: 'interfering' as const, group: 'g', w: 206, y: 0 };
    const svg = mapSvg(
      {
        ...empty,
        question: 'What keeps it that way?',
        nodes: [
          {
            ...node,
            id: 'a',
            text,
            x: 0,
            votes: 6,
            number: 'F3',
            units: [{ label: 'SI', tint: { ink: '#000000', ground: '#FFFFFF' } }],
          },
          { ...node, id: 'b', text: 'Łódź', x: 400, votes: 1 },
        ],
        links: [{ id: 'l', from: 'a', to: 'b', polarity: 'mixed', strength: 2, delay: true }],
        groups: [{ id: 'g', name: 'District coherence' }],
      },
      { details: true },
    );
    const { texts } = readSvg(svg);
    expect(texts).toEqual(
      expect.arrayContaining([
        text,
        'Łódź',
        'District coherence',
        '6 votes',
        '1 vote',
        'F3',
        'SI',
        empty.title,
      ]),
    );
    expect(texts).toEqual(
      expect.arrayContaining(['seen both ways', 'takes time', 'What keeps it that way?']),
    );
    expect(svg).toContain('What we believe, not a finding');
  });

  test('holds every word of a card that is too long for its map, below the map', () => {
    const text = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
    const node = { kind: 'issue' as const, x: 0, y: 0, w: 206 };
    const long = readSvg(mapSvg({ ...empty, nodes: [{ ...node, id: 'a', text }] })).texts;
    expect(long).toEqual(expect.arrayContaining(['… in full below', 'Long cards in full', text]));
    const short = readSvg(mapSvg({ ...empty, nodes: [{ ...node, id: 'a', text: 'word0' }] })).texts;
    expect(short.join(' ')).not.toContain('in full');
  });

  test('an empty map is still a picture that says so', () => {
    const { texts } = readSvg(mapSvg(empty));
    expect(texts).toEqual(expect.arrayContaining(['Why schools stall', 'There is nothing on this map yet.']));
  });

  test('grows with what it shows and never scales it down', () => {
    const at = (x: number) => ({ id: `${x}`, text: 'far', kind: 'issue' as const, x, y: 0, w: 206 });
    const width = Number(/ width="(\d+)"/.exec(mapSvg({ ...empty, nodes: [at(0), at(40_000)] }))?.[1]);
    expect(width).toBeGreaterThan(40_206);
  });

  test('embeds the fonts it is given', () => {
    const fonts = [
      { family: 'Source Serif 4', weight: 600, style: 'normal', base64: 'AAAA', format: 'woff2' },
    ];
    const svg = mapSvg(empty, { fonts });
    expect(svg).toContain("src:url('data:font/woff2;base64,AAAA') format('woff2')");
    readSvg(svg);
  });
});

describe('a link that rooms agree on', () => {
  const node = (id: string, x: number) => ({ id, text: id, kind: 'issue' as const, x, y: 0, w: 206 });
  const drawn = (rooms: number, strength = 3) => {
    const link = { id: 'a>b', from: 'a', to: 'b', polarity: '-' as const, strength, delay: false, rooms };
    return mapSvg({ ...empty, nodes: [node('a', 0), node('b', 500)], links: [link] });
  };

  test('runs between rails, and the legend says what that means; one room alone has none', () => {
    for (const rooms of [0, 1]) {
      expect(drawn(rooms)).not.toContain('two or more rooms');
      expect(drawn(rooms)).toBe(drawn(0));
    }
    expect(drawn(2)).toContain('between rails: named by two or more rooms');
    // The line itself stays as its sign and strength have it.
    expect(drawn(2)).toContain('stroke-dasharray="7 5"');
    const lines = (picture: string) => picture.split('<path').length;
    expect(lines(drawn(2))).toBe(lines(drawn(1)) + 5);
    expect(lines(drawn(2, 1))).toBe(lines(drawn(2, 3)));
  });
});
