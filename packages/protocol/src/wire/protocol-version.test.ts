import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLOSE_REASONS } from './close-codes.ts';
import { encodeMessage, type Message } from './codec.ts';
import { codeFor, NACK_CODES, STATUS_CODES, type NackCode } from './messages/saving.ts';
import {
  offeredSubprotocols,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  tokenFromSubprotocols,
} from './protocol-version.ts';

const SPEC = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** One line per version, never edited: when the hash changes, the version goes up and a line is added. */
const WIRE_OF_VERSION: Readonly<Record<number, string>> = {
  1: 'b14795ce1dc64b77',
  2: 'fbff4c6bbdade987',
  3: '4616097f3c0f5238',
};

const bytes = Uint8Array.of(1, 2, 3);
const SAMPLES: readonly Message[] = [
  { type: 'sync-step-1', stateVector: bytes },
  { type: 'sync-step-2', update: bytes },
  { type: 'update', update: bytes },
  { type: 'awareness', entries: [{ clientId: 300, clock: 2, stateBytes: bytes }] },
  { type: 'query-awareness' },
  { type: 'permission-denied', reason: 'a' },
  { type: 'ack', n: 300, boardSeq: 2 },
  ...(Object.keys(NACK_CODES) as NackCode[]).map((code) => ({
    type: 'nack' as const,
    n: 1,
    code,
    reason: 'a',
  })),
  ...(Object.keys(STATUS_CODES) as (keyof typeof STATUS_CODES)[]).map((status) => ({
    type: 'status' as const,
    status,
  })),
  { type: 'role', role: 'observer' },
  { type: 'hello', protocol: 1, generation: 2, limits: null },
  {
    type: 'hello',
    protocol: 1,
    generation: 2,
    limits: { maxUpdate: 3, maxSyncStep2: 4, maxAwarenessState: 5 },
  },
];

function hashOfTheWire(): string {
  const grammar = /```text\n(.*?)```/s.exec(SPEC)?.[1];
  const frames = SAMPLES.map((message) => Buffer.from(encodeMessage(message)).toString('hex'));
  const held = Object.entries(NACK_CODES).map(([name, { held }]) => [name, held]);
  const wire = JSON.stringify([grammar, frames, held, CLOSE_REASONS]);
  return createHash('sha256').update(wire).digest('hex').slice(0, 16);
}

test('[HELLO2] the wire changes only together with its version', () => {
  expect(hashOfTheWire()).toBe(WIRE_OF_VERSION[PROTOCOL_VERSION]);
});

test('[HELLO2] every version has a line, and the oldest one spoken is among them', () => {
  const versions = Object.keys(WIRE_OF_VERSION).map(Number);
  expect(versions).toEqual(Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1));
  expect(versions).toContain(OLDEST_PROTOCOL_VERSION);
});

const rowsOf = (columns: number) =>
  SPEC.split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === columns && /^\d+$/.test(cells[1] ?? ''));

test('[CLOSE1] the table of close codes is the one in the code', () => {
  expect(rowsOf(3)).toEqual(
    Object.entries(CLOSE_REASONS).map(([reason, { code, retry }]) => [reason, `${code}`, retry ? 'yes' : '']),
  );
});

test('[SAVED5] [SAVED7] the table of nack codes is the one in the code', () => {
  expect(rowsOf(4).map((cells) => cells.slice(0, 3))).toEqual(
    Object.entries(NACK_CODES).map(([name, { code, held }]) => [name, `${code}`, held ? 'yes' : '']),
  );
});

test('[JOIN1] the token is found among the subprotocols', () => {
  expect(tokenFromSubprotocols(offeredSubprotocols('abc'))).toBe('abc');
  expect(tokenFromSubprotocols(['coherence.v1'])).toBeNull();
});

test('[SAVED9] a version is told only codes it knows, and holds what this one holds', () => {
  const heldIn2: readonly NackCode[] = ['rate', 'paused'];
  for (const code of Object.keys(NACK_CODES) as NackCode[]) {
    expect(codeFor(3, code)).toBe(code);
    const said = codeFor(2, code);
    expect(NACK_CODES[said].code).toBeLessThanOrEqual(8);
    expect(heldIn2.includes(said)).toBe(NACK_CODES[code].held);
  }
});
