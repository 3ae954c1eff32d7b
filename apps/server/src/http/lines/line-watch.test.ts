import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { LineWatch } from './line-watch.ts';

let clock: ManualClock;
let watch: LineWatch;
beforeEach(() => {
  clock = new ManualClock();
  watch = new LineWatch({ clock, linesMax: 100, addressOf: ({ remoteAddress = '' }) => remoteAddress });
});

function socketOf(remoteAddress: string) {
  const socket = {
    remoteAddress,
    bytesRead: 0,
    bytesWritten: 0,
    writableLength: 0,
    open: true,
    destroy(): void {
      socket.open = false;
      watch.remove(socket);
    },
  };
  return socket;
}
function comes(address: string, state: 'waiting' | 'arriving' | 'answered' = 'waiting') {
  const socket = socketOf(address);
  watch.add(socket);
  if (state !== 'waiting') watch.sets(socket, 'arriving', () => state === 'answered');
  return socket;
}

describe('connections on which a request does not get on', () => {
  it('[SHARE31] are let go: silent ones, bodies and readers that stand still; not an upload that moves', async () => {
    const silent = comes('a');
    const kept = comes('a', 'answered');
    watch.sets(kept, 'waiting');
    const stalled = comes('a', 'arriving');
    const dripping = comes('a', 'arriving');
    const slow = comes('a', 'arriving');
    const reader = Object.assign(comes('a', 'answered'), {
      bytesWritten: 1_000_000,
      writableLength: 900_000,
    });
    const slowReader = Object.assign(comes('a', 'answered'), { bytesWritten: 9e6, writableLength: 9e6 });
    const worked = comes('a', 'answered');
    for (let second = 0; second < 600; second += 5) {
      await clock.advance(5_000);
      dripping.bytesRead += 3_000;
      slow.bytesRead += 5 * 2_000;
      slowReader.writableLength -= 5 * 2_000;
    }
    const open = { silent, kept, stalled, dripping, slow, reader, slowReader, worked };
    expect(Object.entries(open).flatMap(([name, { open: isOpen }]) => (isOpen ? [name] : []))).toEqual([
      'kept',
      'slow',
      'slowReader',
      'worked',
    ]);
  });
});

describe('too many connections', () => {
  it('[SHARE32] the address with most gives up what waits longest, then what brought least; the others keep theirs', async () => {
    const honest = [comes('b'), comes('b', 'arriving'), comes('b', 'answered')];
    const upload = Object.assign(comes('a', 'arriving'), { bytesRead: 500_000 });
    const answered = comes('a', 'answered');
    const first = comes('a');
    const slow = Array.from({ length: 94 }, () => comes('a', 'arriving'));
    expect(watch.size).toBe(100);
    await clock.advance(1_000);
    const newcomer = comes('c');
    expect([first.open, newcomer.open]).toEqual([false, true]);
    for (let more = 0; more < 94; more += 1) comes('c');
    await clock.advance(1_000);
    for (let more = 0; more < 94; more += 1) comes('d');
    expect([...honest, upload, answered].every(({ open }) => open)).toBe(true);
    expect(slow.filter(({ open }) => open).length).toBeLessThan(94);
  });

  it('[SHARE32] those that have just come are let go only where there are far too many', () => {
    const lines = Array.from({ length: 140 }, () => comes('a'));
    expect(lines.every(({ open }) => open)).toBe(true);
    for (let more = 0; more < 500; more += 1) comes('a');
    expect(watch.size).toBe(140);
  });
});
