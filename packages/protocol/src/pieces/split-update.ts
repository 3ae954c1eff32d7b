import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Bytes of one piece of a large change, as near as its parts allow: a client that gets it has no more to draw at once. */
export const PIECE_BYTES = 64 * 1024;
/** Room for what stands around the parts of a piece. */
const AROUND = 64;

type Struct = Y.Item | Y.GC;
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];
interface Piece {
  readonly parts: Uint8Array[];
  readonly clock: number;
  bytes: number;
}

/**
 * Cuts an update (Yjs v1) of one writer into updates of at most `maxBytes`, except where one part alone is larger. Each
 * builds on those before it, so every number of them from the first on is a state the writer's document went through;
 * all together are the update. What is new at the top level of a document comes in one piece with all that is in it,
 * where it fits into one. What several have written, and what is no update, comes back whole.
 */
export function splitUpdate(update: Uint8Array, maxBytes = PIECE_BYTES): readonly Uint8Array[] {
  if (update.length <= maxBytes) return [update];
  const decoded = decode(update);
  const structs = decoded?.structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip)) ?? [];
  const client = structs[0]?.id.client ?? null;
  if (decoded === null || structs.length < decoded.structs.length) return [update];
  if (structs.some(({ id }) => id.client !== client)) return [update];
  const room = maxBytes - AROUND;
  const pieces = client === null ? [] : cutStructs(structs, room).map((one) => encodePiece(one, client));
  return [...pieces, ...cutDeletions(decoded.ds, room)];
}

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

function cutStructs(structs: readonly Struct[], room: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const group of groupsOf(structs)) {
    const parts = group.map((struct) => ({ clock: struct.id.clock, part: encodeStruct(struct) }));
    const groupBytes = parts.reduce((sum, { part }) => sum + part.length, 0);
    let isFresh = (pieces.at(-1)?.bytes ?? room) + groupBytes > room;
    for (const { clock, part } of parts) {
      const last = pieces.at(-1);
      if (!isFresh && last !== undefined && last.bytes + part.length <= room) {
        last.parts.push(part);
        last.bytes += part.length;
      } else pieces.push({ parts: [part], clock, bytes: part.length });
      isFresh = false;
    }
  }
  return pieces;
}

/** What is new at the top level with all that is written inside it, and everything else by itself. */
function groupsOf(structs: readonly Struct[]): readonly Struct[][] {
  const groups: Struct[][] = [];
  let record: Y.ID | null = null;
  for (const struct of structs) {
    const last = groups.at(-1);
    if (record !== null && last !== undefined && isInside(struct, record)) last.push(struct);
    else {
      groups.push([struct]);
      record = struct instanceof Y.Item && typeof struct.parent === 'string' ? struct.id : null;
    }
  }
  return groups;
}

function isInside(struct: Struct, { client, clock }: Y.ID): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const at = struct.parent instanceof Y.ID ? struct.parent : (struct.origin ?? struct.rightOrigin);
  return typeof struct.parent !== 'string' && at !== null && at.client === client && at.clock >= clock;
}

function encodeStruct(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoding.toUint8Array(encoder.restEncoder);
}

function encodePiece({ parts, clock }: Piece, client: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, parts.length, client, clock]) encoding.writeVarUint(encoder, number);
  for (const part of parts) encoding.writeUint8Array(encoder, part);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** The longest range takes so many bytes, with its writer named again. */
const RANGE_BYTES = 24;

function cutDeletions(deletions: DeleteSet, room: number): readonly Uint8Array[] {
  const perPiece = Math.max(1, Math.floor(room / RANGE_BYTES));
  const pieces: Uint8Array[] = [];
  for (const [client, ranges] of deletions.clients) {
    for (let from = 0; from < ranges.length; from += perPiece) {
      pieces.push(encodeDeletions(client, ranges.slice(from, from + perPiece)));
    }
  }
  return pieces;
}

function encodeDeletions(client: number, ranges: readonly { clock: number; len: number }[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges.length]) encoding.writeVarUint(encoder, number);
  for (const { clock, len } of ranges) {
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, len);
  }
  return encoding.toUint8Array(encoder);
}
