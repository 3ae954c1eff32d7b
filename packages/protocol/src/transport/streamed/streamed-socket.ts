import { tokenFromSubprotocols } from '../../wire/subprotocols.ts';
import type { BoardSocket, SocketClass } from '../board-socket.ts';
import { sendAddress, streamAddress, STREAMED_CONTENT_TYPE } from './addresses.ts';
import { Outbox } from './outbox.ts';
import { postBatch, type Request } from './post-frames.ts';
import { RecordReader, type StreamRecord } from './records.ts';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
const NORMAL_CLOSURE = 1000;
const LOST = 1006;

/** Between the starts of two posts, so that a drag becomes batches on a fast network too. */
const POST_SPACING_MS = 40;
const RETRY_FIRST_MS = 250;
const MAX_RETRIES = 5;
/** How long the stream has to say why a post was refused. */
const REASON_GRACE_MS = 2000;
/** How long a closed socket goes on sending what it was given before. */
const CLOSE_GRACE_MS = 3000;

type Handler<Event> = ((event: Event) => void) | null;

/**
 * The stand-in for a WebSocket where a network lets only plain web requests through: one endless answer brings frames,
 * posts take them, one at a time, repeated until the server says that it has them. To its owner it is a WebSocket: the
 * same states, events and close codes; what is lost on the way is 1006.
 */
class StreamedSocket implements BoardSocket {
  readonly OPEN = OPEN;
  binaryType = 'arraybuffer';
  readyState: 0 | 1 | 2 | 3 = CONNECTING;
  onopen: Handler<object> = null;
  onmessage: Handler<{ data: ArrayBuffer }> = null;
  onclose: Handler<{ code: number; reason: string }> = null;
  onerror: Handler<object> = null;

  readonly #request: Request;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #abort = new AbortController();
  readonly #outbox = new Outbox();
  readonly #openListeners: (() => void)[] = [];
  #session = '';
  #posting = false;
  /** The server has asked for a sign of life. */
  #owesSign = false;
  #closeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(request: Request, url: string, protocols: readonly string[]) {
    this.#request = request;
    this.#url = url;
    this.#headers = {
      authorization: `Bearer ${tokenFromSubprotocols(protocols) ?? ''}`,
      'content-type': STREAMED_CONTENT_TYPE,
    };
    void this.#receiveAll();
  }

  get bufferedAmount(): number {
    return this.#outbox.bytes;
  }

  addEventListener(_type: 'open', listener: () => void): void {
    this.#openListeners.push(listener);
  }

  send(data: Uint8Array): void {
    if (this.readyState === CONNECTING) throw new Error('sent before the socket was open');
    if (this.readyState !== OPEN) return;
    if (this.#outbox.push(data)) this.#sendSoon();
    else queueMicrotask(() => this.#end(LOST, 'too far behind'));
  }

  /** Sends what it was given before, then hangs up. */
  close(): void {
    if (this.readyState === CONNECTING) return this.#end(LOST, '');
    if (this.readyState !== OPEN) return;
    this.readyState = CLOSING;
    this.#endAfter(CLOSE_GRACE_MS);
    this.#sendSoon();
  }

  async #receiveAll(): Promise<void> {
    try {
      const { signal } = this.#abort;
      const headers = this.#headers;
      const response = await this.#request(streamAddress(this.#url), {
        method: 'POST',
        headers,
        cache: 'no-store',
        signal,
      });
      const isOurs = response.headers.get('content-type')?.startsWith(STREAMED_CONTENT_TYPE) === true;
      if (response.status === 200 && isOurs && response.body !== null) await this.#read(response.body);
    } catch {
      // Cut, aborted or never reached: the end below says all there is to say.
    }
    this.#end(LOST, '');
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const reader = body.getReader();
    const records = new RecordReader();
    while (this.readyState !== CLOSED) {
      const { done, value } = await reader.read();
      if (done) return;
      const complete = records.push(value);
      if (!complete.ok) return;
      for (const record of complete.value) this.#take(record);
    }
  }

  #take(record: StreamRecord): void {
    if (record.type === 'closed') return this.#end(record.code, record.reason);
    if (record.type === 'opened') return this.#open(record.session);
    if (this.readyState !== OPEN) return;
    if (record.type === 'frame') tell(() => this.onmessage?.({ data: record.frame.buffer }));
    if (record.type === 'ping') {
      this.#owesSign = true;
      this.#sendSoon();
    }
  }

  #open(session: string): void {
    if (this.readyState !== CONNECTING) return;
    this.#session = session;
    this.readyState = OPEN;
    for (const listener of this.#openListeners) tell(listener);
    tell(() => this.onopen?.({}));
  }

  /** What is given in one go leaves in one post. */
  #sendSoon(): void {
    if (this.#posting) return;
    this.#posting = true;
    queueMicrotask(() => void this.#sendAll());
  }

  async #sendAll(): Promise<void> {
    let retries = 0;
    while (this.#hasSomethingToSay() && retries <= MAX_RETRIES) {
      this.#owesSign = false;
      const spacing = pause(POST_SPACING_MS, this.#abort.signal);
      const outcome = await postBatch(this.#request, {
        url: sendAddress(this.#url, this.#session),
        headers: this.#headers,
        body: this.#outbox.batch(this.readyState === CLOSING),
        signal: this.#abort.signal,
      });
      if (outcome.type === 'gone') return this.#endAfter(REASON_GRACE_MS);
      if (outcome.type === 'taken') {
        this.#outbox.taken(outcome.taken);
        retries = 0;
        await spacing;
      } else {
        this.#owesSign = true;
        await pause(RETRY_FIRST_MS * 2 ** retries, this.#abort.signal);
        retries += 1;
      }
    }
    this.#posting = false;
    if (retries > MAX_RETRIES) this.#end(LOST, 'posts do not arrive');
  }

  #hasSomethingToSay(): boolean {
    if (this.readyState === CLOSED) return false;
    return this.readyState === CLOSING || this.#owesSign || !this.#outbox.isEmpty;
  }

  #endAfter(ms: number): void {
    clearTimeout(this.#closeTimer);
    this.#closeTimer = setTimeout(() => this.#end(LOST, ''), ms);
  }

  #end(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    clearTimeout(this.#closeTimer);
    this.#abort.abort();
    if (code !== NORMAL_CLOSURE) tell(() => this.onerror?.({}));
    tell(() => this.onclose?.({ code, reason }));
  }
}

/** What a listener throws is its own affair, as with every event: it must not end the connection. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}

/** The stand-in as a WebSocket class; `request` does what `fetch` does. */
export function streamedSocketOver(request: Request): SocketClass {
  return class extends StreamedSocket {
    constructor(url: string, protocols: readonly string[] = []) {
      super(request, url, protocols);
    }
  };
}

/** The stand-in as a WebSocket class, over the platform's own `fetch`. */
export const streamedSocket: SocketClass = streamedSocketOver((url, init) => fetch(url, init));
