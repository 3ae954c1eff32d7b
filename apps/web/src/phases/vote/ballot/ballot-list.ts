import { COLUMNS, ROWS, type BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { findable, wantedWords } from '../../../factors/find-words.ts';

/** One thing that is voted on. `text` null: it is no longer on the board. */
export type BallotItem = { readonly id: string; readonly text: string | null; readonly no: number | null };

/** What lies in one cell, or is of one kind. */
export type BallotSection = {
  readonly key: string;
  /** A row of the grid for its colour and glyph. */
  readonly row: 'interfering' | 'integrative' | null;
  readonly title: string;
  readonly items: readonly BallotItem[];
};

/**
 * What is voted on, in the order of the grid: cell by cell, then factors without a cell, groups, strategies. Of what is
 * gone from the board only what this person has `given` something is left, so that they can take it back.
 */
export function ballotSections(
  snapshot: BoardSnapshot,
  ids: readonly string[],
  given: ReadonlySet<string>,
): readonly BallotSection[] {
  const wanted = new Set(ids);
  const factors = snapshot.factors.filter(({ id }) => wanted.has(id));
  const found = new Set<string>();
  const sections: BallotSection[] = [];
  const add = (key: string, title: string, row: BallotSection['row'], items: readonly BallotItem[]): void => {
    for (const { id } of items) found.add(id);
    if (items.length > 0) sections.push({ key, row, title, items });
  };
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const inCell = factors
        .filter(({ cell }) => cell?.[0] === row && cell[1] === column)
        .sort((a, b) => compare(a.cell?.[2] ?? '', b.cell?.[2] ?? '') || compare(a.id, b.id));
      const title = t('grid.placeName', {
        row: t(`framework.row_${row}`),
        column: t(`framework.column_${column}`),
      });
      add(`${row}/${column}`, title, row, inCell.map(itemOf));
    }
  }
  const loose = factors.filter(({ id }) => !found.has(id)).sort((a, b) => (a.no ?? 0) - (b.no ?? 0));
  add('unplaced', t('vote.unplaced'), null, loose.map(itemOf));
  for (const [root, title] of [
    ['groups', t('vote.groups')],
    ['strategies', t('vote.strategies')],
    ['needs', t('vote.others')],
  ] as const) {
    const records: readonly { readonly id: string; readonly text: string }[] = snapshot[root];
    const items = records.filter(({ id }) => wanted.has(id)).map(({ id, text }) => ({ id, text, no: null }));
    add(root, title, null, items);
  }
  const gone = [...given].filter((id) => wanted.has(id) && !found.has(id));
  add(
    'gone',
    t('vote.gone'),
    null,
    gone.map((id) => ({ id, text: null, no: null })),
  );
  return sections;
}

/** Sections with only the items that have all the words somebody typed, in their text or number. */
export function searchSections(sections: readonly BallotSection[], typed: string): readonly BallotSection[] {
  const words = wantedWords(typed);
  if (words.length === 0) return sections;
  const has = ({ text, no }: BallotItem): boolean => {
    const said = `${findable(text ?? '')} f${no ?? ''}`;
    return words.every((word) => said.includes(word));
  };
  return sections
    .map((section) => ({ ...section, items: section.items.filter(has) }))
    .filter(({ items }) => items.length > 0);
}

function itemOf({ id, text, no }: { id: string; text: string; no: number | null }): BallotItem {
  return { id, text, no };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
