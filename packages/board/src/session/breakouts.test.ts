import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../schema/coherence-grid.ts';
import { columnsNow, namedBreakouts, breakoutNow, shareColumns } from './breakouts.ts';

const team = (...people: string[]) => ({ people, items: [] });
const GROUP = { id: 'group', kind: 'group', mode: 'rooms' } as const;
const LINK = { id: 'link', kind: 'link', mode: 'threes' } as const;

describe('rooms', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    '[ROOM1] %i rooms share the columns evenly, and no column or room is left out',
    (rooms) => {
      const shares = shareColumns(rooms);
      expect(shares).toHaveLength(rooms);
      expect(new Set(shares.flat())).toEqual(new Set(COLUMNS));
      const sizes = shares.map((columns) => columns.length);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const held = COLUMNS.map((column) => shares.filter((columns) => columns.includes(column)).length);
      expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
      // Neighbours: a room with two columns has them side by side on the grid.
      for (const columns of shares) {
        const at = columns.map((column) => COLUMNS.indexOf(column));
        expect(at).toEqual(at.map((_, index) => (at[0] ?? 0) + index));
      }
    },
  );

  it('[ROOM1] are named and have columns where a group phase is dealt; teams of three have neither column nor door', () => {
    const rooms = namedBreakouts([team('a', 'b'), team('c', 'd')], GROUP, null);
    expect(rooms.map(({ name, columns }) => [name, columns])).toEqual([
      ['Room 1', ['purposes', 'strategies']],
      ['Room 2', ['roles', 'interactions']],
    ]);
    const [three] = namedBreakouts([team('a', 'b', 'c')], LINK, null);
    expect(three).toMatchObject({ name: 'Team 1', people: ['a', 'b', 'c'] });
    expect(three).not.toHaveProperty('columns');
    expect(new Set([...rooms, three].map((room) => room?.id)).size).toBe(3);
  });

  it('[ROOM2] keep who they are when they are dealt again in their phase, and are others in the next', () => {
    const first = namedBreakouts([team('a', 'b'), team('c', 'd')], GROUP, null);
    const before = { phase: GROUP.id, teams: first, turn: [] };
    const ids = first.map(({ id }) => id);
    expect(namedBreakouts([team('d', 'b'), team('a', 'c')], GROUP, before).map(({ id }) => id)).toEqual(ids);
    const [next] = namedBreakouts([team('a')], LINK, before);
    expect(ids).not.toContain(next?.id);
  });

  it('[ROOM3] a person speaks for a room only while the phase is on in which they were dealt to it', () => {
    const [room] = namedBreakouts([team('a', 'b')], LINK, null);
    const deal = { phase: LINK.id, teams: room === undefined ? [] : [room], turn: [] };
    const during = { deal, phase: { id: LINK.id } };
    expect(breakoutNow(during, 'a')).toEqual({ id: room?.id, name: 'Team 1' });
    expect(breakoutNow(during, 'late')).toBeNull();
    expect(breakoutNow({ deal, phase: { id: 'read' } }, 'a')).toBeNull();
    expect(breakoutNow({ deal, phase: null }, 'a')).toBeNull();
    expect(breakoutNow({ deal: null, phase: null }, 'a')).toBeNull();
    const [group] = namedBreakouts([team('a'), team('b')], GROUP, null);
    const grouping = { deal: { ...deal, teams: group === undefined ? [] : [group] }, phase: { id: LINK.id } };
    expect(columnsNow(grouping, 'a')).toEqual(['purposes', 'strategies']);
    expect(columnsNow(grouping, 'b')).toEqual([]);
    expect(columnsNow({ ...grouping, phase: null }, 'a')).toEqual([]);
    expect(columnsNow(during, 'a')).toEqual([]);
    // A deal of a version that named no rooms.
    const old = { phase: LINK.id, teams: [team('a')], turn: [] };
    expect(breakoutNow({ deal: old, phase: { id: LINK.id } }, 'a')).toBeNull();
  });
});
