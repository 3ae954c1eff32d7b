import type { BoardMap, Influence } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { ownRecords, removalOf } from './removal.ts';

const record = (id: string, unit: string | null): Influence => ({
  id,
  from: 'a',
  to: 'b',
  source: unit === null ? null : { kind: 'unit', id: unit },
  polarity: '+',
  strength: 2,
  delay: false,
  note: null,
});
const link = { id: 'a>b', from: 'a', to: 'b', polarity: '+', strength: 2, delay: false } as const;
const map: BoardMap = {
  nodes: [],
  groups: [],
  drawings: [],
  offMap: [],
  links: [
    { ...link, records: [record('1', 'si'), record('2', 'fp'), record('3', null)] },
    { ...link, id: 'b>a', records: [record('4', 'fp')] },
  ],
};

describe('removing what is chosen', () => {
  it('takes back one unit’s word and never another’s', () => {
    expect(ownRecords(map.links[0], 'si')).toEqual(['1']);
    expect(ownRecords(map.links[0], null)).toEqual(['3']);
    expect(ownRecords(map.links[1], 'si')).toEqual([]);
    expect(ownRecords(undefined, 'si')).toEqual([]);
  });

  it('takes cards off, removes drawings, and says how many links stay because others named them', () => {
    const removal = removalOf({ nodes: ['c'], drawings: ['d'], links: ['a>b', 'b>a'] }, map, 'si');
    expect(removal).toEqual({
      edits: { place: [], takeOff: ['c'], removeDrawings: ['d'], unlink: ['a>b'] },
      othersLinks: 1,
    });
  });

  it('keeps what was said about a link whose card goes off the map with it', () => {
    const removal = removalOf({ nodes: ['a'], drawings: [], links: ['a>b', 'b>a'] }, map, 'si');
    expect(removal).toEqual({
      edits: { place: [], takeOff: ['a'], removeDrawings: [], unlink: [] },
      othersLinks: 0,
    });
  });
});
