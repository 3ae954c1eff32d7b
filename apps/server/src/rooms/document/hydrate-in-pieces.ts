import { takeOffDisguises } from '@coherence/board';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Clock } from '../../time/clock.ts';
import type { StoredDoc } from '../../storage/storage.ts';
import { TICK } from './document.ts';
import { inIntegrationOrder, type Struct } from './integration-order.ts';

/** Stored bytes from which on a document is built up in pieces: a smaller one takes less than a tick may. */
export const PIECES_FROM_BYTES = 512 * 1024;
/** A smaller row is built in as it is. */
const ROW_MAX_BYTES = 64 * 1024;
/** Structs built in at once: some 15 ms. */
const STRUCTS_AT_ONCE = 5_000;
const RANGES_AT_ONCE = 5_000;

type Bytes = Pick<StoredDoc, 'snapshot' | 'rows'>;

/**
 * The live document of `piecesOfStored`, as `hydrate` makes it; `breathe` is waited for between the pieces, so that
 * others are served meanwhile. Rejects when the bytes are no document.
 */
export async function hydrateInPieces(
  pieces: Iterable<Uint8Array>,
  breathe: () => Promise<void>,
): Promise<Y.Doc> {
  const doc = new Y.Doc({ gc: true });
  try {
    for (const piece of pieces) {
      Y.applyUpdate(doc, piece, TICK);
      await breathe();
    }
    takeOffDisguises(doc);
    await breathe();
    return doc;
  } catch (error) {
    doc.destroy();
    throw error;
  }
}

/**
 * A large document alive, built up between other work, of `pieces` where it has been cut already; null for a
 * small one, or none: the first reader wakes it.
 */
export async function wakeLarge(
  stored: Bytes,
  clock: Pick<Clock, 'soon'>,
  pieces: Iterable<Uint8Array> = piecesOfStored(stored),
): Promise<Y.Doc | null> {
  if (bytesOf(stored) < PIECES_FROM_BYTES) return null;
  const breathe = () => new Promise<void>((resolve) => clock.soon(resolve));
  return hydrateInPieces(pieces, breathe).catch(() => null);
}

export function bytesOf({ snapshot, rows }: Bytes): number {
  return rows.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0);
}

/** Updates that are a stored document together, each building on those before it alone. A board from a file is one large row. */
export function* piecesOfStored({ snapshot, rows }: Bytes): Generator<Uint8Array> {
  yield* piecesOf(snapshot);
  for (const row of rows) {
    if (row.length < ROW_MAX_BYTES) yield row;
    else yield* piecesOf(row);
  }
}

/** Updates that are `update` together, each building on those before it alone. */
export function* piecesOf(update: Uint8Array | null, structsAtOnce = STRUCTS_AT_ONCE): Generator<Uint8Array> {
  if (update === null) return;
  const { structs, ds } = Y.decodeUpdate(update);
  const ordered = inIntegrationOrder(structs);
  for (let from = 0; from < ordered.length; from += structsAtOnce) {
    yield encodeStructs(ordered.slice(from, from + structsAtOnce));
  }
  for (const [client, ranges] of ds.clients) {
    for (let from = 0; from < ranges.length; from += RANGES_AT_ONCE) {
      yield encodeDeletions(client, ranges.slice(from, from + RANGES_AT_ONCE));
    }
  }
}

function encodeStructs(structs: readonly Struct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const write = (number: number) => encoding.writeVarUint(encoder.restEncoder, number);
  const lanes = new Map<number, Struct[]>();
  for (const struct of structs) {
    const lane = lanes.get(struct.id.client) ?? [];
    lane.push(struct);
    lanes.set(struct.id.client, lane);
  }
  write(lanes.size);
  for (const [client, lane] of lanes) {
    write(lane.length);
    encoder.writeClient(client);
    write(lane[0]?.id.clock ?? 0);
    for (const struct of lane) struct.write(encoder, 0);
  }
  write(0);
  return encoder.toUint8Array();
}

function encodeDeletions(client: number, ranges: readonly { clock: number; len: number }[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  for (const number of [0, 1, client, ranges.length]) encoding.writeVarUint(encoder.restEncoder, number);
  for (const { clock, len } of ranges) {
    encoding.writeVarUint(encoder.restEncoder, clock);
    encoding.writeVarUint(encoder.restEncoder, len);
  }
  return encoder.toUint8Array();
}
