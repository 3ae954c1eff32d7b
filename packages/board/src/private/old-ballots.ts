import * as Y from 'yjs';

/**
 * Root in which versions before `answers` kept votes: round, or round and `/` and the participant for whom it was cast,
 * -> Y.Map of item -> marks. Read as long as documents and tabs have it. Nothing writes it any more: two devices that began
 * the map of a round at once lost what one of them gave.
 */
export const BALLOTS = 'ballots';

/** The marks of one item on each question of its round. */
export type Marks = readonly number[];

/** What an older version gave, by item; values that no ballot can hold are left out. */
export function readOldBallot(
  privateDoc: Y.Doc,
  of: string,
  person: string | null,
): ReadonlyMap<string, Marks> {
  const ballot = privateDoc.getMap(BALLOTS).get(oldKey(of, person));
  if (!(ballot instanceof Y.Map)) return new Map();
  return new Map(
    [...ballot.entries()].flatMap(([item, value]) => {
      const marks: unknown[] = Array.isArray(value) ? value.slice(0, 2) : [value];
      const isKnown = marks.every((mark) => Number.isInteger(mark) && (mark as number) >= 0);
      return isKnown ? [[item, marks as number[]] as const] : [];
    }),
  );
}

/** For whom an older version cast ballots in a round. */
export function oldBallotsFor(privateDoc: Y.Doc, of: string): readonly string[] {
  const prefix = oldKey(of, '');
  return [...privateDoc.getMap(BALLOTS).entries()].flatMap(([key, ballot]) =>
    key.startsWith(prefix) && ballot instanceof Y.Map ? [key.slice(prefix.length)] : [],
  );
}

/**
 * Takes one item out of a ballot of an older version, when it is given anew: what stands there later came from a tab of
 * an older version after that.
 */
export function dropOldItem(privateDoc: Y.Doc, of: string, person: string | null, item: string): void {
  const ballot = privateDoc.getMap(BALLOTS).get(oldKey(of, person));
  if (ballot instanceof Y.Map && ballot.has(item)) ballot.delete(item);
}

/** Forgets what was given in a round; `person` left out: for everybody. Call it in a transaction. */
export function dropOldBallots(privateDoc: Y.Doc, of: string, person?: string | null): void {
  const ballots = privateDoc.getMap(BALLOTS);
  const prefix = oldKey(of, '');
  const isGone = (key: string) =>
    person === undefined ? key === of || key.startsWith(prefix) : key === oldKey(of, person);
  for (const key of [...ballots.keys()].filter(isGone)) ballots.delete(key);
}

function oldKey(of: string, person: string | null): string {
  return person === null ? of : `${of}/${person}`;
}
