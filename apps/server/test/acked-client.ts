import {
  decodeFrame,
  encodeHello,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
} from '@coherence/protocol';
import type { ServerStatus } from '@coherence/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** A client that knows exactly which of its edits the server has acknowledged, and what others' edits it has seen. */
export class AckedClient {
  readonly doc: Y.Doc;
  readonly #socket: WebSocket;
  /** Edits by the number of the message that carried them. */
  readonly #sent = new Map<number, string>();
  #counted = 0;
  acked = 0;
  synced = false;
  closeCode: number | null = null;
  /** What the server has said of itself, in order. */
  readonly statuses: ServerStatus[] = [];
  /** Frames with changes of the document that have come. */
  changes = 0;

  /** `before`: what a client that was here earlier brings along. */
  constructor(
    socketBase: string,
    board: string,
    token: string,
    before: { readonly doc: Y.Doc; readonly generation: number } = { doc: new Y.Doc(), generation: 0 },
  ) {
    this.doc = before.doc;
    this.#socket = new WebSocket(`${socketBase}/${board}`, ['coherence.v1', `token.${token}`]);
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code) => {
      this.closeCode = code;
    });
    this.#socket.on('open', () => {
      this.#socket.send(encodeHello({ protocol: 1, generation: before.generation, limits: null }));
      this.#socket.send(encodeSyncStep1(Y.encodeStateVector(this.doc)));
    });
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#count(encodeUpdateFrame(update));
    });
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Adds a factor under `name` that says its own name, or `value`. */
  edit(name: string, value = name): void {
    this.#sent.set(this.#counted + 1, name);
    const fields: [string, unknown][] = [
      ['kind', 'factor'],
      ['text', new Y.Text(value)],
      ['in', this.doc.clientID],
    ];
    this.doc.getMap('factors').set(name, new Y.Map(fields));
  }

  /** Writes the pen stroke `name`, over the points it had before; `chunks` as a drawing has them. */
  draw(name: string, chunks: readonly (readonly number[])[]): void {
    this.#sent.set(this.#counted + 1, name);
    const drawings = this.doc.getMap<Y.Map<unknown>>('drawings');
    this.doc.transact(() => {
      const known = drawings.get(name);
      const stroke =
        known ??
        new Y.Map<unknown>([
          ['kind', 'pen'],
          ['pos', [0, 0, 40]],
        ]);
      if (known === undefined) drawings.set(name, stroke);
      for (const [index, chunk] of chunks.entries()) stroke.set(`s${index}`, [...chunk]);
      stroke.set('in', this.doc.clientID);
    });
  }

  /** What the factor `name` says; null where there is none. */
  says(name: string): string | null {
    const factor = this.doc.getMap('factors').get(name);
    return factor instanceof Y.Map ? String((factor as Y.Map<unknown>).get('text')) : null;
  }

  ackedEdits(): string[] {
    return [...this.#sent].filter(([n]) => n <= this.acked).map(([, name]) => name);
  }
  get unacknowledged(): number {
    return this.#counted - this.acked;
  }

  close(): void {
    this.#socket.terminate();
  }

  #count(frame: Uint8Array): void {
    this.#counted += 1;
    if (this.open) this.#socket.send(frame);
  }

  #receive(data: Buffer): void {
    const decoded = decodeFrame(data);
    if (!decoded.ok) return;
    const { value } = decoded;
    if (value.type === 'ack') this.acked = value.n;
    if (value.type === 'status') this.statuses.push(value.status);
    if (value.type === 'update') this.changes += 1;
    if (value.type === 'sync-step-2' || value.type === 'update') Y.applyUpdate(this.doc, value.update, this);
    if (value.type === 'sync-step-2') this.synced = true;
    if (value.type === 'sync-step-1') {
      this.#count(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, value.stateVector)));
    }
  }
}
