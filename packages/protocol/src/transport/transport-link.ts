import { settableValue } from '../observable-value.ts';
import type { SocketClass } from './board-socket.ts';
import { nextChoice, transportToTry, type Transport, type TransportEvent } from './choose-transport.ts';
import type { TransportMemory } from './transport-memory.ts';

const HUNG_AFTER_MS = 6000;

type TransportLinkParts = {
  readonly memory: TransportMemory;
  /** Whether a plain request to the server is answered by it. Never rejects. */
  readonly webWorks: () => Promise<boolean>;
  /** Milliseconds, as `Date.now`. */
  readonly now: () => number;
  /** Another transport is to be tried: do not wait for the attempt under way. */
  readonly tryNow: () => void;
};

/** Chooses the transport of every attempt of one client, and learns from how each ends. */
export class TransportLink {
  /** What the connection uses, or used last. */
  readonly transport;
  readonly #parts: TransportLinkParts;
  #attempt: { transport: Transport } | null = null;
  #hungTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: TransportLinkParts) {
    this.#parts = parts;
    this.transport = settableValue<Transport>(parts.memory.getSnapshot().transport);
  }

  /** Starts an attempt and answers by what. */
  begin(): Transport {
    const transport = transportToTry(this.#parts.memory.getSnapshot(), this.#parts.now());
    const attempt = { transport };
    this.#attempt = attempt;
    clearTimeout(this.#hungTimer);
    this.#hungTimer = setTimeout(() => void this.#look(attempt, true), HUNG_AFTER_MS);
    return transport;
  }

  opened(): void {
    if (this.#attempt === null) return;
    const { transport } = this.#attempt;
    this.#end();
    this.#learn({ type: 'opened', transport });
    this.transport.set(transport);
  }

  /** The attempt is over, or the connection it led to. */
  closed(): void {
    if (this.#attempt === null) return;
    const attempt = this.#attempt;
    this.#end();
    void this.#look(attempt, false);
  }

  /** The attempt was called off by this side: nothing follows from that. */
  calledOff(): void {
    this.#end();
  }

  networkChanged(): void {
    this.#learn({ type: 'network-changed' });
  }

  async #look(attempt: { transport: Transport }, hung: boolean): Promise<void> {
    const webWorks = await this.#parts.webWorks();
    // It opened, or was called off, while we looked.
    if (hung && this.#attempt !== attempt) return;
    const before = this.#parts.memory.getSnapshot().transport;
    const { transport } = attempt;
    this.#learn({ type: 'not-opened', transport, hung, webWorks, at: this.#parts.now() });
    const isAnother = this.#parts.memory.getSnapshot().transport !== before;
    if (isAnother || (hung && webWorks && transport !== before)) this.#parts.tryNow();
  }

  #learn(event: TransportEvent): void {
    const { memory } = this.#parts;
    memory.set(nextChoice(memory.getSnapshot(), event));
  }

  #end(): void {
    this.#attempt = null;
    clearTimeout(this.#hungTimer);
  }
}

/** A class that makes a socket of the class that `pick` answers each time. */
export function pickedSocket(pick: () => SocketClass): SocketClass {
  function PickedSocket(url: string, protocols?: string[]) {
    return new (pick())(url, protocols);
  }
  return PickedSocket as unknown as SocketClass;
}
