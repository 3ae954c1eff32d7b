import { decodeTaken } from './batch.ts';

/** As much of `fetch` as the stand-in uses. */
export type Request = (url: string, init: RequestInit) => Promise<Response>;

type PostOutcome =
  | { type: 'taken'; taken: number }
  /** The server knows no such session, or has refused what it was sent: the stream says why. */
  | { type: 'gone' }
  /** Nothing is known; sending the same again is harmless. */
  | { type: 'unknown' };

const POST_TIMEOUT_MS = 15_000;
/** The slowest network that is waited for: 32 kbit/s. A whole document may be in one post. */
const SLOWEST_BYTES_PER_MS = 4;
/** A browser finishes a request of a closed page only if it is small. */
const KEEPALIVE_BYTES = 16 * 1024;
const WORTH_TRYING_AGAIN = new Set([408, 425, 429]);

/** How long a post of so many bytes may take, in ms. */
export const postTimeoutMs = (bytes: number): number => POST_TIMEOUT_MS + bytes / SLOWEST_BYTES_PER_MS;

/** Posts one batch and reads how far the server has come. Never throws. */
export async function postBatch(
  request: Request,
  post: { url: string; headers: Record<string, string>; body: Uint8Array<ArrayBuffer>; signal: AbortSignal },
): Promise<PostOutcome> {
  const { url, headers, body, signal } = post;
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  const timer = setTimeout(abort, postTimeoutMs(body.length));
  signal.addEventListener('abort', abort);
  try {
    const keepalive = body.length <= KEEPALIVE_BYTES;
    const response = await request(url, {
      method: 'POST',
      headers,
      body,
      keepalive,
      cache: 'no-store',
      signal: attempt.signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { status } = response;
    if (status >= 400 && status < 500 && !WORTH_TRYING_AGAIN.has(status)) return { type: 'gone' };
    const taken = status === 200 ? decodeTaken(bytes) : null;
    return taken === null ? { type: 'unknown' } : { type: 'taken', taken };
  } catch {
    return { type: 'unknown' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
