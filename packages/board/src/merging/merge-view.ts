import type { RecordLists } from './record-lists.ts';
import type { Factor, FactorSource } from '../schema/factor.ts';
import { citingElsewhere } from './citing-elsewhere.ts';
import { mergeRoots } from './merge-roots.ts';

type MergeView = {
  /** The lists that read differently because of what was merged. */
  readonly lists: Partial<RecordLists>;
  /** Factors that are part of another that is on the board, as they are in the document, by id. */
  readonly merged: readonly Factor[];
};

const NOTHING_MERGED: MergeView = Object.freeze({ lists: Object.freeze({}), merged: Object.freeze([]) });

/**
 * Reads a board as if what was merged were one factor: the others are not listed, their units and words are sources of
 * the one that stays, and whatever cites them cites it. What did not change keeps its identity between calls.
 */
export function openMergeView(): (lists: RecordLists) => MergeView {
  const survivors = new WeakMap<Factor, { parts: readonly Factor[]; made: Factor }>();
  const before = new Map<string, readonly unknown[]>();
  const citing = citingElsewhere();

  function stable<T>(name: string, list: readonly T[]): readonly T[] {
    const last = before.get(name) as readonly T[] | undefined;
    if (last?.length === list.length && last.every((item, index) => item === list[index])) return last;
    const kept = Object.freeze([...list]);
    before.set(name, kept);
    return kept;
  }

  function survivor(factor: Factor, parts: readonly Factor[]): Factor {
    if (parts.length === 0 && factor.into === null) return factor;
    const known = survivors.get(factor);
    if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
      return known.made;
    }
    const made = Object.freeze({ ...factor, into: null, sources: withParts(factor, parts) });
    survivors.set(factor, { parts, made });
    return made;
  }

  return (lists) => {
    const pointers = new Map(lists.factors.map(({ id, into }) => [id, into]));
    const roots = mergeRoots(pointers);
    if (roots.size === 0) return NOTHING_MERGED;
    const parts = new Map<string, Factor[]>();
    for (const factor of lists.factors) {
      const root = roots.get(factor.id);
      if (typeof root !== 'string') continue;
      const list = parts.get(root);
      if (list === undefined) parts.set(root, [factor]);
      else list.push(factor);
    }
    for (const list of parts.values()) list.sort(byNumber);
    const factors = lists.factors
      .filter(({ id }) => !roots.has(id))
      .map((factor) => survivor(factor, parts.get(factor.id) ?? []));
    const cited = citing(lists, (id) => roots.get(id) ?? id);
    return {
      lists: {
        factors: stable('factors', factors),
        ...Object.fromEntries(
          Object.entries(cited).map(([root, list]) => [root, stable(root, list as readonly unknown[])]),
        ),
      },
      merged: stable(
        'merged',
        lists.factors.filter(({ id }) => typeof roots.get(id) === 'string'),
      ),
    };
  };
}

/** The words a factor came with: those before any person reworded it, and those it has now. */
export function wordingsOf({ wording, text }: Pick<Factor, 'wording' | 'text'>): readonly string[] {
  return wording === null || wording === text ? [text] : [wording, text];
}

/**
 * The survivor's own sources, then one for each wording and unit of what was merged into it. Words that came with a
 * source are that source's unit's: each with each would be a million from a thousand.
 */
function withParts(factor: Factor, parts: readonly Factor[]): Record<string, FactorSource> {
  const sources: [string, FactorSource][] = Object.entries(factor.sources);
  let count = 0;
  for (const part of parts) {
    const named = Object.values(part.sources);
    const wordings = new Set(wordingsOf(part));
    const add = ({ unit, name }: Who, words: string): void => {
      const known = name === undefined ? {} : { name };
      sources.push([`merged:${(count += 1)}`, { unit, words, of: part.id, ...known }]);
    };
    for (const words of wordings) for (const who of people(named)) add(who, words);
    for (const source of named) {
      if (source.words !== null && !wordings.has(source.words)) add(source, source.words);
    }
  }
  return Object.fromEntries(sources);
}

type Who = Pick<FactorSource, 'unit' | 'name'>;

/** Each unit, or person where names were promised, once; nobody where no person is named. */
function people(named: readonly Who[]): readonly Who[] {
  const known = new Map(named.map((who) => [JSON.stringify([who.unit, who.name]), who]));
  return known.size === 0 ? [{ unit: null }] : [...known.values()];
}

function byNumber(a: Factor, b: Factor): number {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1);
}
