import { combinePolarity } from '../projections/voices.ts';
import type { BoardFile } from './board-file.ts';
import type { Polarity } from '../schema/fields.ts';
import type { Column, Row } from '../schema/coherence-grid.ts';

/** Lists of a file whose records people read as texts. */
const TEXT_LISTS = [
  'factors',
  'groups',
  'tensions',
  'needs',
  'assets',
  'strategies',
  'actions',
  'notes',
] as const;
export type TextList = (typeof TEXT_LISTS)[number];

/** Where a factor is in the grid; null for "Not placed yet". */
export type Spot = { readonly row: Row | null; readonly column: Column | null } | null;
export type LinkPolarity = Polarity | 'mixed';

/** One thing that is different; texts are those of the later file, of the earlier one where it is gone. */
export type Change =
  | { readonly what: 'title' | 'question'; readonly before: string; readonly after: string }
  | {
      readonly what: 'added' | 'removed' | 'changed';
      readonly list: TextList;
      readonly id: string;
      readonly text: string;
    }
  | {
      readonly what: 'reworded';
      readonly list: TextList;
      readonly id: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly what: 'moved';
      readonly id: string;
      readonly text: string;
      readonly from: Spot;
      readonly to: Spot;
    }
  | { readonly what: 'mapped' | 'unmapped'; readonly id: string; readonly text: string }
  /** `group`: its name; null for none. */
  | { readonly what: 'grouped'; readonly id: string; readonly text: string; readonly group: string | null }
  /** `other`: the words of the factor it became part of, or was part of. */
  | { readonly what: 'merged' | 'split'; readonly id: string; readonly text: string; readonly other: string }
  | {
      readonly what: 'linked' | 'unlinked';
      readonly from: string;
      readonly to: string;
      readonly polarity: LinkPolarity;
    }
  | {
      readonly what: 'polarity';
      readonly from: string;
      readonly to: string;
      readonly before: LinkPolarity;
      readonly after: LinkPolarity;
    }
  | { readonly what: 'voted'; readonly text: string };

/**
 * What is different between two states of one board, in an order that depends on them alone: title, factors by their
 * number, groups, links, plan, notes, votes. Places on the map and the order in a cell are not told.
 */
export function changesBetween(before: BoardFile, after: BoardFile): readonly Change[] {
  return [
    ...titleChanges(before, after),
    ...factorChanges(before, after),
    ...TEXT_LISTS.filter((list) => list !== 'factors').flatMap((list) => listChanges(list, before, after)),
    ...linkChanges(before, after),
    ...after.voteRounds
      .filter(({ id }) => !before.voteRounds.some((round) => round.id === id))
      .map(({ text }): Change => ({ what: 'voted', text })),
  ];
}

function titleChanges(before: BoardFile, after: BoardFile): Change[] {
  return (['title', 'question'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, before: before[what], after: after[what] }));
}

type FactorInFile = BoardFile['factors'][number];

function factorChanges(before: BoardFile, after: BoardFile): Change[] {
  const [was, is] = [factorsById(before), factorsById(after)];
  const [partsWere, partsAre] = [survivors(before), survivors(after)];
  const groupName = (id: string | null): string | null =>
    id === null ? null : (after.groups.find((group) => group.id === id)?.text ?? null);
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  const numbered = ids.toSorted((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1));
  return numbered.flatMap((id) => changesOf(id));

  function numberOf(id: string): number {
    return (is.get(id) ?? was.get(id))?.no ?? Number.MAX_SAFE_INTEGER;
  }

  function changesOf(id: string): Change[] {
    const [old, now] = [was.get(id), is.get(id)];
    if (now === undefined) return old === undefined ? [] : [gone('removed', old)];
    if (old === undefined) return partsAre.has(id) ? [] : [gone('added', now)];
    const { text } = now;
    const changes: Change[] = [];
    if (old.text !== text)
      changes.push({ what: 'reworded', list: 'factors', id, before: old.text, after: text });
    const [into, outOf] = [partsAre.get(id) ?? null, partsWere.get(id) ?? null];
    if (into !== outOf) {
      if (into !== null) changes.push({ what: 'merged', id, text, other: is.get(into)?.text ?? '' });
      else if (outOf !== null)
        changes.push({ what: 'split', id, text, other: (is.get(outOf) ?? was.get(outOf))?.text ?? '' });
    }
    // What is part of another factor is in no place of its own.
    if (into !== null || outOf !== null) return changes;
    const [from, to] = [spotOf(old), spotOf(now)];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes.push({ what: 'moved', id, text, from, to });
    if ((old.pos === null) !== (now.pos === null))
      changes.push({ what: now.pos === null ? 'unmapped' : 'mapped', id, text });
    if (old.group !== now.group) changes.push({ what: 'grouped', id, text, group: groupName(now.group) });
    if (restOf(old) !== restOf(now)) changes.push(gone('changed', now));
    return changes;
  }
}

function gone(what: 'added' | 'removed' | 'changed', { id, text }: FactorInFile): Change {
  return { what, list: 'factors', id, text };
}

function factorsById(file: BoardFile): ReadonlyMap<string, FactorInFile> {
  return new Map([...file.factors, ...file.merged].map((factor) => [factor.id, factor]));
}

/** Of each factor that is part of another one: which one is on the board in its place. */
function survivors({ merged }: BoardFile): ReadonlyMap<string, string> {
  const into = new Map(merged.map((factor) => [factor.id, factor.into]));
  const roots = new Map<string, string>();
  for (const { id } of merged) {
    let root = id;
    for (let step = 0; step <= merged.length && into.get(root) !== undefined; step += 1)
      root = into.get(root) ?? root;
    if (root !== id) roots.set(id, root);
  }
  return roots;
}

function spotOf({ cell }: FactorInFile): Spot {
  return cell === null ? null : { row: cell[0], column: cell[1] };
}

/** What is not told of a factor one by one. */
function restOf({ kind, mapName, note, sources }: FactorInFile): string {
  const units = Object.values(sources).flatMap(({ unit, of }) =>
    unit === null || of !== null ? [] : [unit],
  );
  return JSON.stringify([kind, mapName, note, units.sort()]);
}

type TextRecord = { readonly id: string; readonly text: string };

function listChanges(list: Exclude<TextList, 'factors'>, before: BoardFile, after: BoardFile): Change[] {
  const [was, is] = [byId(before[list]), byId(after[list])];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id): Change[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (now === undefined) return old === undefined ? [] : [{ what: 'removed', list, id, text: old.text }];
    if (old === undefined) return [{ what: 'added', list, id, text: now.text }];
    const changes: Change[] = [];
    if (old.text !== now.text)
      changes.push({ what: 'reworded', list, id, before: old.text, after: now.text });
    if (withoutText(old) !== withoutText(now)) changes.push({ what: 'changed', list, id, text: now.text });
    return changes;
  });
}

function byId(records: readonly TextRecord[]): ReadonlyMap<string, TextRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Everything people would call a change of it: not its words, and not where it lies. */
function withoutText(record: TextRecord): string {
  return JSON.stringify({ ...record, text: '', pos: null, rank: null, at: null });
}

type Arrow = { readonly from: string; readonly to: string; readonly polarity: LinkPolarity };

function linkChanges(before: BoardFile, after: BoardFile): Change[] {
  const [was, is] = [arrowsOf(before), arrowsOf(after)];
  const [nodesWere, nodesAre] = [nodeTexts(before), nodeTexts(after)];
  const textOf = (id: string): string => nodesAre.get(id) ?? nodesWere.get(id) ?? '';
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): Change[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const arrow = now ?? old;
    if (arrow === undefined) return [];
    const ends = { from: textOf(arrow.from), to: textOf(arrow.to) };
    if (old === undefined) return [{ what: 'linked', ...ends, polarity: arrow.polarity }];
    if (now === undefined) return [{ what: 'unlinked', ...ends, polarity: arrow.polarity }];
    return old.polarity === now.polarity
      ? []
      : [{ what: 'polarity', ...ends, before: old.polarity, after: now.polarity }];
  });
}

/** One arrow for all who named it: + and - together are seen both ways, "?" yields to a sure polarity. */
function arrowsOf(file: BoardFile): ReadonlyMap<string, Arrow> {
  const roots = survivors(file);
  const arrows = new Map<string, Arrow>();
  for (const influence of file.influences) {
    const from = roots.get(influence.from) ?? influence.from;
    const to = roots.get(influence.to) ?? influence.to;
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    arrows.set(key, {
      from,
      to,
      polarity: combinePolarity(arrows.get(key)?.polarity ?? '?', influence.polarity),
    });
  }
  return arrows;
}

function nodeTexts({ factors, merged, strategies }: BoardFile): ReadonlyMap<string, string> {
  return new Map([...merged, ...factors, ...strategies].map(({ id, text }) => [id, text]));
}
