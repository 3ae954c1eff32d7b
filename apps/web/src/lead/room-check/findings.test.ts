import { describe, expect, it } from 'vitest';
import { deviceOf } from './room-check-api.ts';
import {
  addressesFinding,
  clockFinding,
  diskFinding,
  fontsFinding,
  liveFinding,
  projectorFinding,
  readyFinding,
  serverFinding,
  tripFinding,
} from './findings.ts';
import '@coherence/words/testing';

describe('what a check found', () => {
  it('takes the middle of several round trips: one slow one says nothing', () => {
    expect(tripFinding([20, 900, 30])).toEqual({
      state: 'works',
      words: '30 ms from here to the server and back.',
    });
    expect(tripFinding([400, 500, 20]).state).toBe('look');
    expect(tripFinding([]).state).toBe('look');
  });

  it('says what to do about everything that does not work', () => {
    const failed = [
      diskFinding({ saved: false, ms: 1 }),
      diskFinding({ saved: true, ms: 900 }),
      fontsFinding(['https://cdn.example'], true),
      fontsFinding([], false),
      addressesFinding([]),
      liveFinding('none'),
      serverFinding(null),
      readyFinding(false),
      projectorFinding(false),
    ];
    expect(failed.map(({ state }) => state)).toEqual(failed.map(() => 'look'));
    expect(failed.every(({ words }) => words.length > 30)).toBe(true);
  });

  it('holds no session up for a clock that is off or a network without WebSockets', () => {
    expect(clockFinding(-90_000)).toEqual({
      state: 'works',
      words: 'This computer’s clock is 90 s off. No harm: the board goes by the server’s clock.',
    });
    expect(clockFinding(900).words).toContain('same time');
    expect(liveFinding('plain').state).toBe('works');
  });

  it('names the address people use, or how many there are', () => {
    expect(addressesFinding(['http://192.168.1.5:4000']).words).toContain('http://192.168.1.5:4000');
    expect(addressesFinding(['a', 'b']).words).toContain('2 addresses');
  });

  it('takes a device for a phone, a tablet or a computer', () => {
    expect(deviceOf({ width: 390, height: 844 }, false)).toBe('phone');
    expect(deviceOf({ width: 932, height: 430 }, false)).toBe('phone');
    expect(deviceOf({ width: 820, height: 1180 }, false)).toBe('tablet');
    expect(deviceOf({ width: 390, height: 844 }, true)).toBe('computer');
  });
});
