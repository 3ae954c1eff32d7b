import { describe, expect, it } from 'vitest';
import { HEARD_FOR_MS, HEARD_MAX, HeardDevices } from './heard.ts';

describe('devices that were heard', () => {
  it('are told newest first, by board, for half an hour', () => {
    const heard = new HeardDevices();
    heard.hear('b1', { device: 'phone', at: 1 });
    heard.hear('b1', { device: 'tablet', at: 2 });
    heard.hear('b2', { device: 'computer', at: 3 });
    expect(heard.of('b1', 3).map(({ device }) => device)).toEqual(['tablet', 'phone']);
    expect(heard.of('b1', HEARD_FOR_MS + 1).map(({ device }) => device)).toEqual(['tablet']);
    expect(heard.of('b3', 3)).toEqual([]);
  });

  it('take bounded room, however many come', () => {
    const heard = new HeardDevices();
    for (let at = 0; at < 3 * HEARD_MAX; at += 1) heard.hear('b1', { device: 'phone', at });
    expect(heard.of('b1', 1)).toHaveLength(HEARD_MAX);
    for (let at = 0; at < 1_100; at += 1) heard.hear(`board ${at}`, { device: 'phone', at: 1 });
    expect(heard.of('b1', 1)).toEqual([]);
    expect(heard.of('board 1099', 1)).toHaveLength(1);
  });
});
