import { COLUMNS, itemFates, ROWS, type BoardSnapshot, type ItemFate } from '@coherence/board';
import { t } from '@coherence/words';
import { findable, wantedWords } from '../../../factors/find-words.ts';

/** One thing that is voted on. `text` null: its words are not known any more. `fate`: what became of it meanwhile. */
export type BallotItem = {
  readonly id: string;
  readonly text: string | null;
  readonly no: number | null;
  readonly fate: ItemFate;
};

/** What lies in one cell, or is of one kind. */
export type BallotSection = {
  readonly key: string;
  /** A row of the grid for its colour and glyph. */
  readonly row: 'interfering' | 'integrative' | null;
  readonly title: string;
  readonly items: readonly BallotItem[];
};

/**
 * What is voted on, in the order of the grid: cell by cell, then factors without a cell, groups, strategies. What was merged
 * into a factor that is not voted on stands for that factor. Of what else was merged, and of what is gone from the
 * board, only what this person has `given` something is left, so that they can take it back.
 */
export function ballotSections(
  snapshot: BoardSnapshot,
  ids: readonly string[],
  given: ReadonlySet<string>,
): readonly BallotSection[] {
  const wanted = new Set(ids);
  const fateOf = itemFates(snapshot);
  const stands = standIns(ids, fateOf);
  const factors = snapshot.factors.flatMap((factor) => {
    const id = wanted.has(factor.id) ? factor.id : stands.get(factor.id);
    return id === undefined ? [] : [{ ...factor, id }];
  });
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
    const items = records
      .filter(({ id }) => wanted.has(id))
      .map(({ id, text }) => itemOf({ id, text, no: null }));
    add(root, title, null, items);
  }
  const gone = [...given].filter((id) => wanted.has(id) && !found.has(id));
  add(
    'gone',
    t('vote.gone'),
    null,
    gone.map((id) => {
      const fate = fateOf(id);
      return { id, text: fate?.words ?? null, no: null, fate };
    }),
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
  return { id, text, no, fate: null };
}

/** Items that stand on the ballot for the factor they were merged into, by the id of that: it is not voted on itself. */
function standIns(ids: readonly string[], fateOf: (id: string) => ItemFate): ReadonlyMap<string, string> {
  const wanted = new Set(ids);
  const stands = new Map<string, string>();
  for (const id of ids) {
    const fate = fateOf(id);
    if (fate?.kind === 'merged' && !wanted.has(fate.into) && !stands.has(fate.into))
      stands.set(fate.into, id);
  }
  return stands;
}

/** What an item of a ballot says, or what became of it. `wordsOf`: the words of a factor. */
export function ballotItemWords(
  { text, fate }: Pick<BallotItem, 'text' | 'fate'>,
  wordsOf: (id: string) => string,
): string {
  if (text === null || fate?.kind === 'removed') return t('vote.goneItem');
  if (fate === null) return text;
  return fate.kind === 'merged'
    ? t('vote.mergedItem', { item: text, into: wordsOf(fate.into) })
    : t('vote.parkedItem', { item: text });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
