import { createHash } from 'node:crypto';
import { AckedClient } from './acked-client.ts';

/** A person's device in a process of its own, so that a test can stop it; it comes back whenever it is let go. */
export interface DeviceReport {
  readonly synced: boolean;
  /** How its connections ended. */
  readonly closed: readonly number[];
  readonly changes: number;
  readonly state: string;
}

/** What a document says, short enough to compare. */
export function stateOf(client: AckedClient): string {
  const entries = Object.entries(client.doc.getMap('drawings').toJSON()).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const [, , socketBase = '', board = '', token = ''] = process.argv;
  const closed: number[] = [];
  let client = new AckedClient(socketBase, board, token);
  setInterval(() => {
    if (client.closeCode === null) return;
    closed.push(client.closeCode);
    client = new AckedClient(socketBase, board, token, { doc: client.doc, generation: 1 });
  }, 50);
  process.on('message', () => {
    const { synced, changes } = client;
    process.send?.({ synced, closed, changes, state: stateOf(client) } satisfies DeviceReport);
  });
  process.on('disconnect', () => process.exit());
}
