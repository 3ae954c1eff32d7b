import { encodeAck } from '@coherence/protocol';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { COHERENCE, hocuspocusDialect, readVarUint, STOCK } from './dialect.ts';

describe('a dialect', () => {
  it('knows what is saved: by number, one by one, or never', () => {
    expect(COHERENCE.savedIn(encodeAck(700, 3), 5)).toBe(700);
    expect(hocuspocusDialect('a').savedIn(Uint8Array.of(8, 1), 5)).toBe(6);
    expect(hocuspocusDialect('a').savedIn(Uint8Array.of(8, 0), 5)).toBe(5);
    expect(STOCK.savedIn(Uint8Array.of(8, 1), 0)).toBe(0);
  });

  it('names the document where there are several on one socket', () => {
    expect([...hocuspocusDialect('ab').prefix]).toEqual([2, 97, 98]);
  });
});

it('numbers are read as lib0 writes them', () => {
  for (const value of [0, 127, 128, 16_384, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
    const bytes = encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
    expect(readVarUint(bytes, 0)).toEqual({ value, next: bytes.length });
  }
});
