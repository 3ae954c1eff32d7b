import { retryLoad } from './retry-load.ts';

/** A part of the client that no screen needs at first. */
export interface LaterPart<Part> {
  /** The part, or null while it is not here. */
  readonly held: () => Part | null;
  /** Fetches the part once. null: the server does not have it any more, and only a reload of the page helps. */
  readonly fetch: () => Promise<Part | null>;
}

/**
 * A part that comes after the screen which may use it. Call `fetch` as soon as that screen shows, so that the part is
 * here when the network is not. `retry` goes on trying while the server cannot be reached, and rejects where it gives up.
 */
export function laterPart<Part>(
  load: () => Promise<Part>,
  retry: (load: () => Promise<Part>) => Promise<Part> = retryLoad,
): LaterPart<Part> {
  let part: Part | null = null;
  let coming: Promise<Part | null> | null = null;

  async function bring(): Promise<Part | null> {
    try {
      part = await retry(load);
    } catch {
      coming = null;
    }
    return part;
  }

  return { held: () => part, fetch: () => (coming ??= bring()) };
}
