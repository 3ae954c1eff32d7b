import { streamAddress, STREAMED_CONTENT_TYPE } from '../transport/streamed/addresses.ts';
import { decodeBatch, encodeTaken } from '../transport/streamed/batch.ts';
import { Intake } from '../transport/streamed/intake.ts';
import type { Request } from '../transport/streamed/post-frames.ts';
import { encodeRecord } from '../transport/streamed/records.ts';
import type { Peer } from './pretend-board-server.ts';

/**
 * What happens to one post on its way. lost: it never arrives. unanswered: it arrives, the answer does not. twice: a
 * proxy repeats it. late: it is given up by its sender and arrives after the next one. unavailable: a proxy answers.
 * refused: the server does not take it.
 */
export const POST_FAULTS = ['none', 'lost', 'unanswered', 'twice', 'late', 'unavailable', 'refused'] as const;
export type PostFault = (typeof POST_FAULTS)[number];

type Accept = (peer: Peer) => { receive: (frame: Uint8Array) => void; left: () => void };

class PretendSession {
  readonly peer: Peer;
  readonly response: Response;
  readonly #intake = new Intake();
  readonly #accepted: ReturnType<Accept>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(accept: Accept, name: string, cutAt: (length: number) => number) {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#controller = controller),
      cancel: () => this.#end(),
    });
    this.response = new Response(body, { headers: { 'content-type': STREAMED_CONTENT_TYPE } });
    const write = (record: Parameters<typeof encodeRecord>[0]) => {
      const bytes = encodeRecord(record);
      const cut = cutAt(bytes.length);
      if (cut > 0) this.#controller?.enqueue(bytes.slice(0, cut));
      if (cut < bytes.length) this.#controller?.enqueue(bytes.slice(cut));
    };
    write({ type: 'opened', session: name });
    this.peer = {
      send: (frame) => write({ type: 'frame', frame: new Uint8Array(frame) }),
      close: (code, reason = '') => {
        write({ type: 'closed', code, reason });
        this.#controller?.close();
        this.#end();
      },
    };
    this.#accepted = accept(this.peer);
  }

  get isOpen(): boolean {
    return this.#controller !== null;
  }

  ping(): void {
    this.#controller?.enqueue(encodeRecord({ type: 'ping' }));
  }

  cut(): void {
    this.#controller?.error(new Error('cut by the test'));
    this.#end();
  }

  /** Answers how many frames it has taken, or null if it refuses. */
  take(body: Uint8Array): number | null {
    const batch = decodeBatch(body);
    const fresh = batch.ok ? this.#intake.accept(batch.value) : batch;
    if (!this.isOpen || !batch.ok || !fresh.ok) return null;
    for (const frame of fresh.value) this.#accepted.receive(frame);
    if (batch.value.closing) this.peer.close(1000);
    return this.#intake.taken;
  }

  #end(): void {
    if (this.#controller === null) return;
    this.#controller = null;
    this.#accepted.left();
  }
}

/** A server's end of the stand-in in memory, behind a network whose faults the test chooses. */
export class PretendStreamedServer {
  /** Every request it was asked, the network's faults included. */
  readonly requests: { url: string; headers: Headers; body: Uint8Array }[] = [];
  readonly sessions: PretendSession[] = [];
  /** Whether anything passes. */
  reachable = true;
  /** The fate of the next post. */
  fault: () => PostFault = () => 'none';
  /** Where a record of so many bytes is cut in two. */
  cutAt: (length: number) => number = (length) => length;
  readonly #accept: Accept;
  readonly #late: (() => void)[] = [];

  constructor(accept: Accept) {
    this.#accept = accept;
  }

  readonly request: Request = async (url, init) => {
    const body = init.body instanceof Uint8Array ? init.body : new Uint8Array(0);
    this.requests.push({ url, headers: new Headers(init.headers), body });
    await Promise.resolve();
    if (!this.reachable || init.signal?.aborted === true) throw new TypeError('not reached');
    if (url === streamAddress(url.replace(/\/stream$/, ''))) return this.#open(init);
    return this.#post(Number(url.split('/').at(-1)), body);
  };

  #open(init: RequestInit): Response {
    const session = new PretendSession(this.#accept, String(this.sessions.length), (length) =>
      this.cutAt(length),
    );
    this.sessions.push(session);
    init.signal?.addEventListener('abort', () => session.cut());
    return session.response;
  }

  #post(name: number, body: Uint8Array): Response {
    const session = this.sessions[name];
    const deliver = () => session?.take(body) ?? null;
    const fault = this.fault();
    if (fault === 'late') this.#late.push(deliver);
    if (fault === 'lost' || fault === 'late') throw new TypeError(fault);
    if (fault === 'refused') return new Response(null, { status: 404 });
    if (fault === 'unavailable') return new Response('<h1>Bad gateway</h1>', { status: 502 });
    if (fault === 'twice') deliver();
    const taken = deliver();
    for (const late of this.#late.splice(0)) late();
    if (fault === 'unanswered') throw new TypeError(fault);
    return taken === null ? new Response(null, { status: 404 }) : new Response(encodeTaken(taken));
  }
}
