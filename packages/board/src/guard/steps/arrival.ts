import * as Y from 'yjs';
import type { Struct } from '../ancestry.ts';
import type { Overlay } from './overlay.ts';

type Queue = { readonly structs: readonly Struct[]; next: number };

/**
 * Goes through the structs of a decoded update in the order in which Yjs takes them (`integrateStructs`): high client
 * ids first, and before each what it builds on. `take` answers false to stop.
 *
 * `missing`: something it builds on is neither here nor in the document. `twice`: it names one client in two places, of
 * which Yjs reads the last alone.
 */
export function takeInOrder(
  structs: readonly Struct[],
  overlay: Overlay,
  take: (struct: Y.Item | Y.GC) => boolean,
): 'done' | 'stopped' | 'missing' | 'twice' {
  const queues = queuesOf(structs);
  if (queues === null) return 'twice';
  const clients = [...queues.keys()].toSorted((a, b) => a - b);
  const waiting: Struct[] = [];
  for (let client = clients.pop(); client !== undefined; client = clients.pop()) {
    const queue = queues.get(client);
    let head = nextOf(queue);
    while (head !== undefined) {
      if (!(head instanceof Y.Skip)) {
        if (overlay.state(head.id.client) < head.id.clock) return 'missing';
        const missing = missingOf(head, overlay);
        if (missing !== null) {
          waiting.push(head);
          head = nextOf(queues.get(missing));
          if (head === undefined) return 'missing';
          continue;
        }
        if (!take(head)) return 'stopped';
      }
      head = waiting.pop() ?? nextOf(queue);
    }
  }
  return 'done';
}

function queuesOf(structs: readonly Struct[]): Map<number, Queue> | null {
  const queues = new Map<number, { structs: Struct[]; next: number }>();
  let last: { client: number; structs: Struct[] } | null = null;
  for (const struct of structs) {
    const { client } = struct.id;
    if (last === null || last.client !== client) {
      if (queues.has(client)) return null;
      last = { client, structs: [] };
      queues.set(client, { structs: last.structs, next: 0 });
    }
    last.structs.push(struct);
  }
  return queues;
}

function nextOf(queue: Queue | undefined): Struct | undefined {
  if (queue === undefined) return undefined;
  const struct = queue.structs[queue.next];
  if (struct !== undefined) queue.next += 1;
  return struct;
}

/** The client of which a struct needs more than there is (`Item.getMissing`, first half). */
function missingOf(struct: Y.Item | Y.GC, overlay: Overlay): number | null {
  if (!(struct instanceof Y.Item)) return null;
  const { origin, rightOrigin, parent, id } = struct;
  for (const needed of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (needed === null || needed.client === id.client) continue;
    if (needed.clock >= overlay.state(needed.client)) return needed.client;
  }
  return null;
}
