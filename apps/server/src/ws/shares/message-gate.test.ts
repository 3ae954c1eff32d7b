import {
  encodeAwareness,
  encodeHello,
  encodeQueryAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  type Role,
} from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FIRST_BYTES } from './frame-sieve.ts';
import { MessageGate } from './message-gate.ts';

const KIB = 1024;
const MIB = KIB * KIB;

function written(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('factors').set('f1', new Y.Map([['kind', 'factor']]));
  return Y.encodeStateAsUpdate(doc);
}
const deletionsOnly = Uint8Array.of(0, 1, 5, 1, 0, 3);

function gate(role: Role) {
  let now = role;
  const made = new MessageGate(() => now);
  return {
    made,
    become: (next: Role) => (now = next),
    judge: (frame: Uint8Array, bytes: number | null = frame.length) =>
      made.judge(frame.subarray(0, FIRST_BYTES), bytes),
  };
}

describe('[WIRE10] what observers and displays write is told from its first bytes', () => {
  it.each(['observer', 'display'] as const)('%s: items are refused, whatever their number', (role) => {
    const { judge } = gate(role);
    const big = 8 * MIB;
    expect(judge(encodeUpdateFrame(written()), big)).toMatchObject({
      fate: 'drop',
      whole: false,
      refused: true,
    });
    expect(judge(encodeSyncStep2(written()), big)).toMatchObject({
      fate: 'drop',
      whole: true,
      refused: true,
    });
    expect(judge(encodeSyncStep2(written()), null)).toMatchObject({ fate: 'drop', refused: true });
  });

  it.each(['observer', 'display'] as const)('%s: deletions are looked at while that is cheap', (role) => {
    const { judge } = gate(role);
    expect(judge(encodeSyncStep2(deletionsOnly))).toMatchObject({ fate: 'take' });
    expect(judge(encodeSyncStep2(deletionsOnly), 64 * KIB + 1)).toMatchObject({
      fate: 'drop',
      refused: false,
    });
    expect(judge(encodeSyncStep2(deletionsOnly), null)).toMatchObject({ fate: 'drop', refused: false });
  });

  it('lengths and numbers written longer than they are, are read as small messages of any kind', () => {
    const { judge } = gate('display');
    expect(judge(Uint8Array.of(0x80, 0, 2, 5))).toEqual({ fate: 'take', most: 4 * KIB });
    expect(judge(Uint8Array.of(0, 2, 0x85, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 9))).toEqual({
      fate: 'take',
      most: 4 * KIB,
    });
  });

  it('[ROLE1] as the role is at that moment', () => {
    const { become, judge } = gate('participant');
    const update = encodeUpdateFrame(written());
    expect(judge(update).fate).toBe('take');
    become('observer');
    expect(judge(update).fate).toBe('drop');
    become('facilitator');
    expect(judge(update).fate).toBe('take');
  });
});

describe('[WIRE9] how large a message may be', () => {
  const most = (frame: Uint8Array, role: Role = 'participant') => gate(role).judge(frame).most;

  it.each(['participant', 'facilitator', 'observer', 'display'] as const)('%s: by its kind', (role) => {
    expect(most(encodeSyncStep1(new Uint8Array(2)), role)).toBe(128 * KIB + 16);
    expect(most(encodeQueryAwareness(), role)).toBe(4 * KIB);
    expect(most(encodeHello({ protocol: 1, generation: 0, limits: null }), role)).toBe(4 * KIB);
    expect(most(Uint8Array.of(99, 1, 2), role)).toBe(4 * KIB);
  });

  it('a whole document once, and once more for each time it was asked for', () => {
    const { judge, made } = gate('participant');
    const large = () => judge(encodeSyncStep2(written())).most > 8 * MIB;
    made.asked();
    expect([large(), large(), large()]).toEqual([true, true, false]);
    made.asked();
    expect([large(), large()]).toEqual([true, false]);
    for (let times = 0; times < 9; times += 1) made.asked();
    expect([large(), large(), large()]).toEqual([true, true, false]);
    expect(judge(encodeSyncStep2(written())).most).toBe(MIB + 16);
    expect(judge(encodeUpdateFrame(written())).most).toBe(MIB + 16);
  });

  it('presence: of one tab after hello; a stock client sends back what it heard of 600', () => {
    const state = new TextEncoder().encode(JSON.stringify({ name: 'N'.repeat(300), cursor: { x: 1, y: 2 } }));
    const entries = Array.from({ length: 600 }, (_, index) => ({
      clientId: 4_000_000_000 + index,
      clock: 1000,
      stateBytes: state,
    }));
    const echo = encodeAwareness(entries);
    const { judge } = gate('observer');
    expect(judge(echo).most).toBeGreaterThan(echo.length);
    judge(encodeHello({ protocol: 1, generation: 0, limits: null }));
    const own = encodeAwareness([{ clientId: 4_000_000_000, clock: 1e6, stateBytes: new Uint8Array(4096) }]);
    expect(judge(own).most).toBeGreaterThan(own.length);
    expect(judge(own).most).toBeLessThan(5 * KIB);
  });

  it('a state vector of 14,000 tabs', () => {
    const vector = new Map(
      Array.from({ length: 14_000 }, (_, index) => [4_000_000_000 + index, 5_000] as const),
    );
    const frame = encodeSyncStep1(Y.encodeStateVector(vector));
    expect(most(frame, 'observer')).toBeGreaterThan(frame.length);
  });
});
