import * as Y from 'yjs';
import type { Random } from '../random.ts';

export { randomFrom, type Random } from '../random.ts';

export type Network = {
  readonly docs: readonly Y.Doc[];
  /** Delivers one update that is under way, any of them, to whom it was meant for. False when none is. */
  deliverOne(): boolean;
  deliverAll(): void;
};

/** Replicas joined by links that delay and reorder, but lose nothing. */
export function network(count: number, random: Random, start?: Uint8Array): Network {
  const docs = Array.from({ length: count }, () => new Y.Doc());
  const underWay: { to: Y.Doc; update: Uint8Array }[] = [];
  docs.forEach((doc, index) => {
    doc.clientID = index + 1;
    if (start !== undefined) Y.applyUpdate(doc, start);
  });
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return;
      for (const to of docs) if (to !== doc) underWay.push({ to, update });
    });
  }
  const deliverOne = (): boolean => {
    const [message] = underWay.splice(random.below(underWay.length), 1);
    if (message === undefined) return false;
    Y.applyUpdate(message.to, message.update, 'network');
    return true;
  };
  return {
    docs,
    deliverOne,
    deliverAll() {
      while (deliverOne());
    },
  };
}

/**
 * Replicas around a server that passes everything on: each hears everything in the order the server did, only later.
 * What a person can see half way is seen here; `network` also delivers a person's own edits out of order.
 */
export function aroundServer(count: number, random: Random, start: Uint8Array): Network {
  const server = new Y.Doc();
  Y.applyUpdate(server, start);
  const lines = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = index + 1;
    Y.applyUpdate(doc, start);
    return { doc, up: [] as Uint8Array[], down: [] as Uint8Array[] };
  });
  for (const line of lines) {
    line.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== server) line.up.push(update);
    });
  }
  server.on('update', (update: Uint8Array, from: unknown) => {
    for (const line of lines) if (line !== from) line.down.push(update);
  });
  const deliverOne = (): boolean => {
    const busy = lines.filter(({ up, down }) => up.length + down.length > 0);
    const line = random.pick(busy);
    if (line === undefined) return false;
    const goesUp = line.down.length === 0 || (line.up.length > 0 && random.below(2) === 0);
    if (goesUp) Y.applyUpdate(server, line.up.shift() ?? new Uint8Array([0, 0]), line);
    else Y.applyUpdate(line.doc, line.down.shift() ?? new Uint8Array([0, 0]), server);
    return true;
  };
  return {
    docs: lines.map(({ doc }) => doc),
    deliverOne,
    deliverAll() {
      while (deliverOne());
    },
  };
}

/** A fingerprint of everything a document holds, deletions included. */
export function fingerprint(doc: Y.Doc): string {
  return Y.encodeSnapshot(Y.snapshot(doc)).join();
}
