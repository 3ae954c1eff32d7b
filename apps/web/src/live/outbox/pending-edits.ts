import type { RecordRoot, Touched } from '@coherence/board';

/** What this person has written or changed and that is not known to be on the server. */
export type PendingEdit = {
  /** `meta`: title and question of the board. */
  readonly root: RecordRoot | 'meta';
  readonly id: string;
  /** The field that was changed; left out: the words of the record, or all of a new one. */
  readonly key?: string;
  /** The words that stood there before; null where there were none, as in a new record. */
  readonly base: string | null;
};

/**
 * What a transaction made or changed: whole new records, words, and other fields of records that were there before.
 * What is in `known` is left out. Only while the observers of the transaction run.
 */
export function pendingIn(touched: readonly Touched[], known: ReadonlyMap<string, unknown>): PendingEdit[] {
  return touched.flatMap(({ root, id, key, changed, valueBefore, textBefore }): PendingEdit[] => {
    if (root === 'drafts' || root === 'answers' || root === 'ballots') return [];
    if (id === null) return changed.map((born) => ({ root, id: born, base: null }));
    // All of it is noted.
    if (isNew(known.get(`${root}/${id}`))) return [];
    if (key === null) return changed.map((field) => ({ root, id, key: field, base: valueBefore(field) }));
    if (key !== 'text') return [{ root, id, key, base: null }];
    const base = known.has(`${root}/${id}`) ? null : textBefore();
    return base === null ? [] : [{ root, id, base }];
  });
}

/** Whether an entry speaks of a record that this person has made. */
export function isNew(entry: unknown): boolean {
  const { key, base } = (entry ?? { base: '' }) as Partial<PendingEdit>;
  return key === undefined && base === null;
}
