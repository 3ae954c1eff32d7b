import type * as Y from 'yjs';
import { createRecords } from '../doc.ts';
import { newId } from '../ids.ts';
import { cellRanks } from '../writing/ranks.ts';
import { ranksFor } from '../order.ts';
import type { Draft } from '../private/draft.ts';
import type { Anonymity } from '../schema/phase.ts';

/** What one person had waiting. `name`: theirs; it is kept only where names were promised. */
export type DraftsOf = {
  readonly unit: string | null;
  readonly name?: string | null;
  readonly drafts: readonly Draft[];
};

/**
 * Turns everyone's drafts into factors: new ids, shuffled across all writers, so that neither id nor order tells who
 * wrote what. In an anonymous phase not even the unit goes with them, in a named one the name does. Drafts without
 * words are left out. Only the server calls this; `random` gives numbers in [0, 1). Returns how many factors came.
 */
export function revealDrafts(
  doc: Y.Doc,
  people: readonly DraftsOf[],
  identity: Anonymity,
  random: () => number,
): number {
  const notes = people.flatMap(({ unit, name = null, drafts }) =>
    drafts
      .filter(({ text }) => text.trim() !== '')
      .map((draft) => ({ draft, sources: sourcesOf(identity, unit, name) })),
  );
  shuffle(notes, random);
  const cells = new Map<string, string[]>();
  const records = notes.map(({ draft, sources }) => {
    const { row, column, text } = draft;
    const key = JSON.stringify([row, column]);
    const ranks = cells.get(key) ?? ranksFor(cellRanks(doc, row, column), null, notes.length);
    cells.set(key, ranks);
    return {
      root: 'factors' as const,
      id: newId(),
      text,
      sources,
      fields: { kind: 'factor', cell: row === null ? null : [row, column, ranks.shift()] },
    };
  });
  if (records.length > 0) createRecords(doc, records);
  return records.length;
}

/** A named source has a key of its own: two people of a unit are two. */
function sourcesOf(identity: Anonymity, unit: string | null, name: string | null): Map<string, unknown> {
  if (identity === 'anonymous') return new Map();
  if (identity === 'named' && name !== null && name !== '') {
    return new Map([[newId(), unit === null ? { name } : { unit, name }]]);
  }
  return new Map(unit === null ? [] : [[unit, { unit }]]);
}

/** Fisher and Yates. */
function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [items[last], items[other]];
    if (a === undefined || b === undefined) continue;
    items[last] = b;
    items[other] = a;
  }
}
