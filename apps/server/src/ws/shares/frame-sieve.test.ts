import { describe, expect, it } from 'vitest';
import { FrameSieve } from './frame-sieve.ts';
import type { Fate } from './frame-sieve.ts';

const MASK = Buffer.from([7, 11, 13, 17]);
const [CONTINUATION, BINARY, TEXT, CLOSE, PONG] = [0, 2, 1, 8, 10];

/** A frame as clients send it. */
function frame(
  payload: Uint8Array,
  { opcode = BINARY, isLast = true, announces = payload.length } = {},
): Buffer {
  const head =
    announces < 126
      ? Buffer.from([0, 0x80 | announces])
      : announces < 65_536
        ? Buffer.from([0, 0x80 | 126, announces >> 8, announces & 255])
        : Buffer.from([
            0,
            0x80 | 127,
            0,
            0,
            0,
            0,
            announces >>> 24,
            (announces >> 16) & 255,
            (announces >> 8) & 255,
            announces & 255,
          ]);
  head[0] = (isLast ? 0x80 : 0) | opcode;
  return Buffer.concat([head, MASK, payload.map((byte, index) => byte ^ (MASK[index % 4] ?? 0))]);
}

function sieve(fateOf: (first: Uint8Array) => Fate | null = () => 'take', most = Infinity) {
  const passed: Buffer[] = [];
  const told: string[] = [];
  let occupied = 0;
  let pieces = 0;
  const made = new FrameSieve({
    begins: (first, bytes) => (told.push(`begins ${[...first].join(',')} of ${bytes}`), fateOf(first)),
    malformed: () => void told.push('malformed'),
    grows: (bytes) => bytes <= most,
    dropped: (bytes) => void told.push(`dropped ${bytes}`),
    control: () => void told.push('control'),
    unfinished: (bytes) => void (occupied = bytes),
    hungUp: () => void told.push('hung up'),
    pass: (bytes) => (passed.push(Buffer.from(bytes)), (pieces += 1)),
  });
  return {
    told,
    made,
    get passed() {
      return Buffer.concat(passed);
    },
    get occupied() {
      return occupied;
    },
    get pieces() {
      return pieces;
    },
    /** Gives `bytes` in pieces of `size`. */
    push(bytes: Buffer, size = bytes.length) {
      for (let at = 0; at < bytes.length; at += size) made.push(bytes.subarray(at, at + size));
    },
  };
}

const some = (length: number, first = 5) => Uint8Array.from({ length }, (_, index) => (index + first) % 251);

describe('[WIRE9] a message is judged by its first bytes, before more of it is kept', () => {
  const messages = [some(3), some(0), some(200, 9), some(70_000, 1)];
  const bytes = Buffer.concat(messages.map((one) => frame(one)));

  it.each([1, 2, 7, 13, 4096, bytes.length])('what is taken passes as it came, in pieces of %d', (size) => {
    const { push, told, ...rest } = sieve();
    const all = sieve();
    all.push(bytes, size);
    expect(all.passed.equals(bytes)).toBe(true);
    expect(all.told).toEqual([
      'begins 5,6,7 of 3',
      'begins  of 0',
      'begins 9,10,11,12,13,14,15,16,17,18,19,20 of 200',
      'begins 1,2,3,4,5,6,7,8,9,10,11,12 of 70000',
    ]);
    expect([push, told, rest.occupied]).toBeDefined();
  });

  it.each([1, 3, 5, 64, bytes.length])(
    'what is dropped leaves the others as they are, in pieces of %d',
    (size) => {
      const all = sieve((first) => (first[0] === 9 ? 'drop' : 'take'));
      all.push(bytes, size);
      const kept = messages.filter((one) => one[0] !== 9).map((one) => frame(one));
      expect(all.passed.equals(Buffer.concat(kept))).toBe(true);
      expect(all.told).toContain('dropped 200');
      expect(all.occupied).toBe(0);
    },
  );

  it.each([1, 6, 1000])('fragments of a byte with pongs between are one message, in pieces of %d', (size) => {
    const parts = [...some(20)].map((byte, index) =>
      frame(Uint8Array.of(byte), { opcode: index === 0 ? BINARY : CONTINUATION, isLast: index === 19 }),
    );
    const pong = frame(some(4), { opcode: PONG });
    const fragmented = Buffer.concat(parts.flatMap((part) => [part, pong]));
    const taken = sieve();
    taken.push(fragmented, size);
    expect(taken.passed.equals(fragmented)).toBe(true);
    expect(taken.told.filter((one) => one.startsWith('begins'))).toEqual([
      'begins 5,6,7,8,9,10,11,12,13,14,15,16 of null',
    ]);
    const dropped = sieve(() => 'drop');
    dropped.push(fragmented, size);
    expect(dropped.passed.equals(Buffer.concat(parts.map(() => pong)))).toBe(true);
    expect(dropped.told.at(-2)).toBe('dropped 20');
  });

  it('a message that does not say what it is in 1 KiB of frames is malformed', () => {
    const all = sieve();
    all.push(frame(some(0), { isLast: false }));
    all.push(
      Buffer.concat(
        Array.from({ length: 300 }, () => frame(some(0), { opcode: CONTINUATION, isLast: false })),
      ),
      50,
    );
    expect(all.told).toContain('malformed');
    expect(all.passed.length).toBe(0);
  });

  it('a text is malformed', () => {
    const all = sieve();
    all.push(frame(some(5), { opcode: TEXT }));
    expect([all.told, all.passed.length]).toEqual([['malformed'], 0]);
  });
});

describe('[WIRE9] a message larger than it may be ends the reading', () => {
  it('by what its frame announces, before it comes', () => {
    const all = sieve(() => 'take', 1000);
    all.push(frame(some(20), { announces: 1001 }));
    expect([all.passed.length, all.occupied]).toEqual([0, 0]);
  });

  it('by what its fragments add up to; then only the close is heard', () => {
    const all = sieve(() => 'take', 1000);
    const first = frame(some(900), { isLast: false });
    all.push(first);
    all.push(frame(some(200), { opcode: CONTINUATION }));
    all.push(frame(some(10)));
    expect(all.passed.equals(first)).toBe(true);
    all.push(frame(Uint8Array.of(3, 232), { opcode: CLOSE }));
    expect(all.told.at(-1)).toBe('hung up');
    expect(all.passed.equals(first)).toBe(true);
  });
});

describe('[SHARE3] what a message occupies until it is whole', () => {
  it('is every byte that came since it began, what was sent between too', () => {
    const all = sieve();
    all.push(frame(some(1000), { isLast: false }));
    expect(all.occupied).toBeGreaterThan(1000);
    const before = all.occupied;
    const pongs = Buffer.concat(Array.from({ length: 500 }, () => frame(some(100), { opcode: PONG })));
    all.push(pongs);
    expect(all.occupied).toBeGreaterThan(before + pongs.length);
    all.push(frame(some(1), { opcode: CONTINUATION }));
    expect(all.occupied).toBe(0);
  });

  it('counts pieces too: a byte in a piece of its own is not one byte', () => {
    const all = sieve();
    all.push(frame(some(100), { announces: 5000 }), 1);
    expect(all.occupied).toBeGreaterThan(80 * 200);
  });
});

it('once ended, control frames pass to a socket that is not in the middle of a message', () => {
  const all = sieve();
  all.push(frame(some(10)));
  all.made.end();
  const close = frame(Uint8Array.of(3, 232), { opcode: CLOSE });
  all.push(Buffer.concat([frame(some(50_000)), close, frame(some(10))]));
  expect(all.passed.equals(Buffer.concat([frame(some(10)), close]))).toBe(true);
  expect(all.told).not.toContain('hung up');
});
