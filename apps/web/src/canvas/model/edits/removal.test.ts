import type { BoardMap, Influence } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { ownRecords } from '../../../factors/own-records.ts';
import { removalOf } from './removal.ts';

const SI = { unit: 'si' };
const ROOM = { id: 'r1', name: 'Room 1' };
const record = (id: string, unit: string | null, room: Influence['room'] = null): Influence => ({
  id,
  from: 'a',
  to: 'b',
  source: unit === null ? null : { kind: 'unit', id: unit },
  room,
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
    expect(ownRecords(map.links[0], SI)).toEqual(['1']);
    expect(ownRecords(map.links[0], { unit: null })).toEqual(['3']);
    expect(ownRecords(map.links[1], SI)).toEqual([]);
    expect(ownRecords(undefined, SI)).toEqual([]);
  });

  it('takes back a room’s word while one works in it, and not what one’s unit said elsewhere', () => {
    const named = { ...link, records: [record('1', 'si'), record('2', 'fp', ROOM), record('3', 'si', ROOM)] };
    expect(ownRecords(named, { unit: 'si', room: ROOM })).toEqual(['2', '3']);
    expect(ownRecords(named, { unit: 'si', room: { id: 'r2', name: 'Room 2' } })).toEqual([]);
    expect(ownRecords(named, { unit: 'si', room: null })).toEqual(['1']);
  });

  it('takes cards off, removes drawings, and says how many links stay because others named them', () => {
    const removal = removalOf({ nodes: ['c'], drawings: ['d'], links: ['a>b', 'b>a'] }, map, SI);
    expect(removal).toEqual({
      edits: { place: [], takeOff: ['c'], removeDrawings: ['d'], unlink: ['a>b'] },
      othersLinks: 1,
    });
  });

  it('keeps what was said about a link whose card goes off the map with it', () => {
    const removal = removalOf({ nodes: ['a'], drawings: [], links: ['a>b', 'b>a'] }, map, SI);
    expect(removal).toEqual({
      edits: { place: [], takeOff: ['a'], removeDrawings: [], unlink: [] },
      othersLinks: 0,
    });
  });
});
