import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL } from '../doc.ts';
import type { Ballot } from './ballot.ts';

/**
 * Root of a private document in which the server keeps each ballot as it was counted in a closed round, so that a later
 * count of the same ballots can be compared with what was shown. Its owner reads it and cannot write it.
 */
export const COUNTED = 'counted';

const keptSchema = z.object({
  ballot: z.record(z.string(), z.array(z.number())),
  shownAs: z.nullable(z.string()),
});

type Kept = { readonly ballot: Ballot; readonly shownAs: string | null };

const keyOf = (round: string, person: string | null): string =>
  person === null ? round : `${round}/${person}`;

/** Keeps a ballot as it is counted: the owner's own, or (`person`) one that they cast for a person. */
export function keepCounted(
  privateDoc: Y.Doc,
  round: string,
  ballots: readonly (Kept & { readonly person: string | null })[],
): void {
  privateDoc.transact(() => {
    const kept = privateDoc.getMap(COUNTED);
    for (const { person, ballot, shownAs } of ballots)
      kept.set(keyOf(round, person), { ballot: { ...ballot }, shownAs });
  }, LOCAL);
}

/** The ballots of this document that were counted in a closed round; `person` null: the owner's own. */
export function readCounted(
  privateDoc: Y.Doc,
  round: string,
): readonly (Kept & { readonly person: string | null })[] {
  return [...privateDoc.getMap(COUNTED).entries()].flatMap(([key, value]) => {
    if (key !== round && !key.startsWith(`${round}/`)) return [];
    const kept = keptSchema.safeParse(value);
    return kept.success ? [{ ...kept.data, person: key === round ? null : key.slice(round.length + 1) }] : [];
  });
}

/** Forgets them. */
export function forgetCounted(privateDoc: Y.Doc, round: string): void {
  privateDoc.transact(() => {
    const kept = privateDoc.getMap(COUNTED);
    for (const key of kept.keys()) if (key === round || key.startsWith(`${round}/`)) kept.delete(key);
  }, LOCAL);
}
