import { describe, expect, it } from 'vitest';
import { REACHED_FOR_MS, REACHED_MAX, ReachedDevices } from './reached-devices.ts';

describe('devices that were heard', () => {
  it('are told newest first, by board, for half an hour', () => {
    const heard = new ReachedDevices();
    heard.add('b1', { device: 'phone', at: 1 });
    heard.add('b1', { device: 'tablet', at: 2 });
    heard.add('b2', { device: 'computer', at: 3 });
    expect(heard.of('b1', 3).map(({ device }) => device)).toEqual(['tablet', 'phone']);
    expect(heard.of('b1', REACHED_FOR_MS + 1).map(({ device }) => device)).toEqual(['tablet']);
    expect(heard.of('b3', 3)).toEqual([]);
  });

  it('take bounded room, however many come', () => {
    const heard = new ReachedDevices();
    for (let at = 0; at < 3 * REACHED_MAX; at += 1) heard.add('b1', { device: 'phone', at });
    expect(heard.of('b1', 1)).toHaveLength(REACHED_MAX);
    for (let at = 0; at < 1_100; at += 1) heard.add(`board ${at}`, { device: 'phone', at: 1 });
    expect(heard.of('b1', 1)).toEqual([]);
    expect(heard.of('board 1099', 1)).toHaveLength(1);
  });
});
