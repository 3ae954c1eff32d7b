import { keepTrying } from './keep-trying.ts';

/** A part of the client that no screen needs at first. */
export interface LaterPart<Part> {
  /** The part, or null while it is not here. */
  readonly held: () => Part | null;
  /** Fetches the part once. null: the server does not have it any more, and only a reload of the page helps. */
  readonly fetch: () => Promise<Part | null>;
}

/**
 * A part that comes after the screen which may use it. Call `fetch` as soon as that screen shows, so that the part is
 * here when the network is not. `keep` goes on trying while the server cannot be reached, and rejects where it gives up.
 */
export function laterPart<Part>(
  load: () => Promise<Part>,
  keep: (load: () => Promise<Part>) => Promise<Part> = keepTrying,
): LaterPart<Part> {
  let part: Part | null = null;
  let coming: Promise<Part | null> | null = null;

  async function bring(): Promise<Part | null> {
    try {
      part = await keep(load);
    } catch {
      coming = null;
    }
    return part;
  }

  return { held: () => part, fetch: () => (coming ??= bring()) };
}
