import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** An update as `Y.decodeUpdate` reads it: its structs, and what it deletes. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Reads an update without touching any document; null when it is not one, or names a client in two places. */
export function decodeUpdate(update: Uint8Array): Decoded | null {
  try {
    const decoded = Y.decodeUpdate(update);
    return hasOnePlaceForEach(update, decoded) ? decoded : null;
  } catch {
    return null;
  }
}

/**
 * An update begins with the number of its parts, one for each client. Of two parts of one client Yjs takes in the last
 * alone and keeps aside what builds on the first, uncounted (STEPS4), while decoded they look like one.
 */
function hasOnePlaceForEach(update: Uint8Array, { structs }: Decoded): boolean {
  let clients = 0;
  const seen = new Set<number>();
  let last = -1;
  for (const { id } of structs) {
    if (id.client === last) continue;
    last = id.client;
    seen.add(last);
    clients += 1;
  }
  return clients === seen.size && clients === decoding.readVarUint(decoding.createDecoder(update));
}
