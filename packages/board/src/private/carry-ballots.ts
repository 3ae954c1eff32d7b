import * as Y from 'yjs';
import { LOCAL } from '../doc.ts';

const BALLOTS = 'ballots';

/**
 * Takes ballots over from another copy of the document, under the keys they have there. `isMeant` gets a key and the
 * round it belongs to (`round`, or `round/participant` where it was cast for a person).
 */
export function carryBallots(
  from: Y.Doc,
  privateDoc: Y.Doc,
  isMeant: (key: string, round: string) => boolean,
): void {
  const ballots = [...from.getMap(BALLOTS).entries()].filter(
    (entry): entry is [string, Y.Map<unknown>] =>
      entry[1] instanceof Y.Map && isMeant(entry[0], entry[0].split('/')[0] ?? ''),
  );
  if (ballots.length === 0) return;
  privateDoc.transact(() => {
    for (const [key, ballot] of ballots) privateDoc.getMap(BALLOTS).set(key, new Y.Map(ballot.entries()));
  }, LOCAL);
}
