/** Rehearsals with people in them that one server plays at a time, and those that began at one address. */
export const AT_ONCE_MAX = 4;
export const OF_ADDRESS_MAX = 3;
/** One that no person has looked at for so long yields its place to a person who waits for one. */
export const YIELDS_AFTER_MS = 60_000;

/** A rehearsal that is played. */
export interface PlayedRehearsal {
  readonly board: string;
  /** Where it was begun, as limits count it. */
  readonly address: string;
  /** Milliseconds since any person but pretend participants was there. */
  readonly unwatchedMs: number;
}

/**
 * Which of those that are played, the oldest first, must stop so that one more can begin at `address`; `full` where all
 * are watched and shared out evenly. No address takes all places: one place is kept from each address, one that no person
 * watches yields, and so does the second of an address to the first of another.
 */
export function placeFor(
  playing: readonly PlayedRehearsal[],
  address: string,
): 'free' | 'full' | { readonly yields: string } {
  const mine = playing.filter((one) => one.address === address);
  const isLeft = ({ unwatchedMs }: PlayedRehearsal) => unwatchedMs >= YIELDS_AFTER_MS;
  if (mine.length >= OF_ADDRESS_MAX) return yielding(mine.find(isLeft));
  if (playing.length < AT_ONCE_MAX) return 'free';
  const left = playing.filter(isLeft).toSorted((a, b) => b.unwatchedMs - a.unwatchedMs)[0];
  if (left !== undefined || mine.length > 0) return yielding(left);
  const isOneOfMany = (place: PlayedRehearsal) =>
    playing.filter((one) => one.address === place.address).length > 1;
  return yielding(playing.find(isOneOfMany));
}

function yielding(place: PlayedRehearsal | undefined): 'full' | { readonly yields: string } {
  return place === undefined ? 'full' : { yields: place.board };
}
