import * as encoding from 'lib0/encoding';
import type { Result } from '../../result.ts';
import { FrameReader } from '../../wire/frame-reader.ts';
import { FRAME_LIMITS, RECEIVE_LIMITS } from '../../wire/limits.ts';

/** What the server's endless answer is made of. */
export type StreamRecord =
  | { type: 'opened'; session: string }
  | { type: 'frame'; frame: Uint8Array<ArrayBuffer> }
  | { type: 'ping' }
  | { type: 'closed'; code: number; reason: string };

const RECORD_KINDS = { opened: 0, frame: 1, ping: 2, closed: 3 } as const;

/** Some proxies hold back the first kilobytes of an answer; the first record carries as much padding. */
const PADDING_BYTES = 2048;
const MAX_RECORD = RECEIVE_LIMITS.maxFrame + 1;
const SEVEN_BITS = 0x7f;
const CONTINUES = 0x80;
const MAX_LENGTH_BYTES = 4;

type Chunk = Uint8Array<ArrayBuffer>;

export function encodeRecord(record: StreamRecord): Chunk {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, RECORD_KINDS[record.type]);
  if (record.type === 'opened') {
    encoding.writeVarString(inner, record.session);
    encoding.writeVarUint8Array(inner, new Uint8Array(PADDING_BYTES));
  }
  if (record.type === 'frame') encoding.writeUint8Array(inner, record.frame);
  if (record.type === 'closed') {
    encoding.writeVarUint(inner, record.code);
    encoding.writeVarString(inner, record.reason);
  }
  const outer = encoding.createEncoder();
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner));
  return new Uint8Array(encoding.toUint8Array(outer));
}

/** What stands before a frame of so many bytes in its record: with it a large frame can leave without being copied. */
export function encodeFrameHead(bytes: number): Chunk {
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, bytes + 1);
  encoding.writeVarUint(head, RECORD_KINDS.frame);
  return new Uint8Array(encoding.toUint8Array(head));
}

/** null: of a newer server, to be skipped. */
function decodeRecord(bytes: Chunk): Result<StreamRecord | null, 'malformed'> {
  const reader = new FrameReader(bytes);
  let record: StreamRecord | null = null;
  switch (reader.varUint()) {
    case RECORD_KINDS.opened:
      record = { type: 'opened', session: reader.varString(FRAME_LIMITS.maxText) };
      break;
    case RECORD_KINDS.frame:
      record = { type: 'frame', frame: bytes.slice(1) };
      break;
    case RECORD_KINDS.ping:
      record = { type: 'ping' };
      break;
    case RECORD_KINDS.closed:
      record = { type: 'closed', code: reader.varUint(), reason: reader.varString(FRAME_LIMITS.maxText) };
      break;
  }
  return reader.refusal === null ? { ok: true, value: record } : { ok: false, error: 'malformed' };
}

/** Cuts a stream of chunks, split anywhere, back into records. It holds at most one record and one chunk. */
export class RecordReader {
  #chunks: Chunk[] = [];
  #size = 0;
  /** Bytes to have before looking again. */
  #wanted = 1;

  /** The records that are complete with `chunk`. After an error the stream is of no use. */
  push(chunk: Chunk): Result<StreamRecord[], 'malformed' | 'too-large'> {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const records: StreamRecord[] = [];
    if (this.#size < this.#wanted) return { ok: true, value: records };
    let rest = this.#joined();
    for (;;) {
      const head = lengthAt(rest);
      if (head === null) {
        if (rest.length >= MAX_LENGTH_BYTES) return { ok: false, error: 'too-large' };
        this.#keep(rest, rest.length + 1);
        return { ok: true, value: records };
      }
      if (head.length > MAX_RECORD) return { ok: false, error: 'too-large' };
      const end = head.bytes + head.length;
      if (end > rest.length) {
        this.#keep(rest, end);
        return { ok: true, value: records };
      }
      const decoded = decodeRecord(rest.subarray(head.bytes, end));
      if (!decoded.ok) return decoded;
      if (decoded.value !== null) records.push(decoded.value);
      rest = rest.subarray(end);
    }
  }

  #joined(): Chunk {
    const joined = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    return joined;
  }

  #keep(rest: Chunk, wanted: number): void {
    this.#chunks = [rest];
    this.#size = rest.length;
    this.#wanted = wanted;
  }
}

/** The varUint at the start, or null while it is incomplete (or too long to be one of ours). */
function lengthAt(bytes: Chunk): { length: number; bytes: number } | null {
  let length = 0;
  for (let index = 0; index < MAX_LENGTH_BYTES; index += 1) {
    const byte = bytes[index];
    if (byte === undefined) return null;
    length |= (byte & SEVEN_BITS) << (7 * index);
    if (byte < CONTINUES) return { length, bytes: index + 1 };
  }
  return null;
}
