import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WholeFrames } from './whole-frames.ts';

/** What a client reads: RFC 6455, section 5.2. */
function read(frame: Uint8Array): { head: number | undefined; payload: Uint8Array } {
  const short = frame[1] ?? 0;
  const start = short === 126 ? 4 : 2;
  const length = short === 126 ? ((frame[2] ?? 0) << 8) | (frame[3] ?? 0) : short;
  expect(frame.length).toBe(start + length);
  return { head: frame[0], payload: frame.subarray(start) };
}

it('a payload is a final, binary, unmasked frame with the shortest length there is', () => {
  const frames = new WholeFrames();
  const sizes = fc.oneof(fc.nat(300), fc.constantFrom(125, 126, 127, 65_534, 65_535));
  fc.assert(
    fc.property(sizes, fc.nat(255), (size, byte) => {
      const payload = new Uint8Array(size).fill(byte);
      const frame = frames.of(payload) ?? new Uint8Array(0);
      expect(frame[1]).toBe(Math.min(size, 126));
      const { head, payload: there } = read(frame);
      expect(head).toBe(0x82);
      expect(Buffer.from(there).equals(Buffer.from(payload))).toBe(true);
    }),
  );
});

it('everybody gets the same frame; the next message is another', () => {
  const frames = new WholeFrames();
  const [one, same] = [Uint8Array.of(1), Uint8Array.of(1)];
  const first = frames.of(one);
  expect(frames.of(one)).toBe(first);
  expect(frames.of(same)).not.toBe(first);
});

it('what is too large to copy is left to the socket', () => {
  expect(new WholeFrames().of(new Uint8Array(65_536))).toBeNull();
});
