import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLOSE_REASONS } from './close-codes.ts';
import { encodeMessage } from './codec.ts';
import {
  goesDown,
  goesUp,
  MESSAGES,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  WIRE_OF_VERSION,
  type Message,
} from './messages.ts';
import { codeFor, NACK_CODES, type NackCode } from './messages/saving.ts';
import { offeredSubprotocols, tokenFromSubprotocols } from './subprotocols.ts';

const SPEC = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** Every declaration once, in the order of the table: the hash is made in that order. */
const DECLARATIONS = [...new Set(Object.values(MESSAGES))];
const SAMPLES: readonly Message[] = DECLARATIONS.flatMap(({ samples }): readonly Message[] => samples);

function hashOfTheWire(): string {
  const grammar = /```text\n(.*?)```/s.exec(SPEC)?.[1];
  const frames = SAMPLES.map((message) => Buffer.from(encodeMessage(message)).toString('hex'));
  const held = Object.entries(NACK_CODES).map(([name, { held }]) => [name, held]);
  const wire = JSON.stringify([grammar, frames, held, CLOSE_REASONS]);
  return createHash('sha256').update(wire).digest('hex').slice(0, 16);
}

test('[WIRE1] every message stands under its type, and no two share a number', () => {
  const types = DECLARATIONS.flatMap(({ samples }) => [...new Set(samples.map(({ type }) => type))]);
  expect(types).toEqual(Object.keys(MESSAGES));
  for (const [type, { samples }] of Object.entries(MESSAGES)) {
    expect(samples.map((sample) => sample.type)).toContain(type);
  }
  const numbers = DECLARATIONS.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('[WIRE11] each end tells what it is sent from what it sends itself', () => {
  const typesOf = (hears: (message: Message) => boolean) => SAMPLES.filter(hears).map(({ type }) => type);
  expect(typesOf((one) => !goesUp(one) && !goesDown(one))).toEqual([]);
  expect(typesOf(goesUp)).toEqual(expect.arrayContaining(['update', 'query-awareness', 'hello']));
  expect(typesOf(goesUp)).not.toContain('ack');
  expect(typesOf(goesDown)).toEqual(expect.arrayContaining(['update', 'ack', 'hello']));
  expect(typesOf(goesDown)).not.toContain('query-awareness');
});

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

test('[DOOR1] the token is found among the subprotocols', () => {
  expect(tokenFromSubprotocols(offeredSubprotocols('abc'))).toBe('abc');
  expect(tokenFromSubprotocols(['coherence.v1'])).toBeNull();
});

test('[SAVED9] a version is told only codes it knows, and holds what this one holds', () => {
  const heldIn2: readonly NackCode[] = ['rate', 'paused'];
  for (const code of Object.keys(NACK_CODES) as NackCode[]) {
    expect(codeFor(PROTOCOL_VERSION, code)).toBe(code);
    const said = codeFor(2, code);
    expect(NACK_CODES[said].code).toBeLessThanOrEqual(8);
    expect(heldIn2.includes(said)).toBe(NACK_CODES[code].held);
  }
});
