import type { MapLink } from '@coherence/board';
import { comingOrder } from '../links/coming-order.ts';
import type { OutlineEntry, OutlineSection } from '../outline-of.ts';

/** What of the outline somebody has before their eyes. */
export type InView = {
  /** Ids of the entries in view. */
  readonly ids: ReadonlySet<string>;
  /** Something above the first entry is in view too. */
  readonly above: boolean;
  /** Something below the last entry is in view too. */
  readonly below: boolean;
};

export type DeferredOutline = {
  readonly sections: readonly OutlineSection[];
  /** Entries and links that wait until somebody asks for them, or no longer looks where they belong. */
  readonly waiting: number;
};

/**
 * The outline as it is now, but with nothing put between, into or above what somebody looks at: new entries and new
 * links there wait. Words, signs and what is gone are as they are now; what lies out of view is up to date.
 */
export function deferInView(
  shown: readonly OutlineSection[],
  now: readonly OutlineSection[],
  { ids, above, below }: InView,
): DeferredOutline {
  const current = placesOf(now);
  const known = placesOf(shown);
  const looked = shown.flatMap(({ key, entries }) =>
    entries.filter(({ node }) => ids.has(node.id) && current.has(node.id)).map((entry) => ({ key, entry })),
  );
  const [first, last] = [looked[0], looked.at(-1)];
  if (first === undefined || last === undefined) return { sections: now, waiting: 0 };

  const waiting = new Set<string>();
  const inView = new Set(looked.map(({ entry }) => entry.node.id));
  const keys = keysOf(shown, now, new Set(looked.map(({ key }) => key)));
  const [top, bottom] = [keys.indexOf(first.key), keys.indexOf(last.key)];
  const sections = keys.map((key, at): OutlineSection | null => {
    const section = now.find((one) => one.key === key);
    const of = (section ?? shown.find((one) => one.key === key))?.of;
    const held = looked.filter((one) => one.key === key).map(({ entry }) => entry.node.id);
    const entries = section?.entries ?? [];
    const places = held.map((id) => entries.findIndex(({ node }) => node.id === id)).filter((n) => n >= 0);
    const [from, to] = places.length === 0 ? [0, -1] : [Math.min(...places), Math.max(...places)];
    const free = (entry: OutlineEntry, n: number): boolean => {
      const isNew = !known.has(entry.node.id);
      const isBefore = at < top || (at === top && held.length > 0 && n < from);
      const isAfter = at > bottom || (at === bottom && held.length > 0 && n > to);
      const isFree = (isBefore && !(above && isNew)) || (isAfter && !(below && isNew));
      if (!isFree) waiting.add(entry.node.id);
      return isFree;
    };
    const others = entries
      .map((entry, n) => ({ entry, n }))
      .filter(({ entry }) => !inView.has(entry.node.id));
    const allowed = others.filter(({ entry, n }) => free(entry, n));
    const kept = held.flatMap((id) => {
      const [before, after] = [known.get(id), current.get(id)];
      if (before === undefined || after === undefined) return [];
      if (after.key !== key) waiting.add(id);
      return [deferInEntry(before.entry, after.entry, waiting)];
    });
    const all = [
      ...allowed.filter(({ n }) => n < from).map(({ entry }) => entry),
      ...kept,
      ...allowed.filter(({ n }) => n >= from).map(({ entry }) => entry),
    ];
    return of === undefined || all.length === 0 ? null : { key, of, entries: all };
  });
  return { sections: sections.filter((section) => section !== null), waiting: waiting.size };
}

type Placed = { readonly key: string; readonly entry: OutlineEntry };

function placesOf(sections: readonly OutlineSection[]): ReadonlyMap<string, Placed> {
  return new Map(
    sections.flatMap(({ key, entries }) => entries.map((entry) => [entry.node.id, { key, entry }])),
  );
}

/** The sections of now, with those that are gone but in view where they were. */
function keysOf(
  shown: readonly OutlineSection[],
  now: readonly OutlineSection[],
  looked: ReadonlySet<string>,
): readonly string[] {
  const keys = now.map(({ key }) => key);
  for (const [at, { key }] of shown.entries()) {
    if (keys.includes(key) || !looked.has(key)) continue;
    const next = shown.slice(at + 1).find((later) => keys.includes(later.key));
    keys.splice(next === undefined ? keys.length : keys.indexOf(next.key), 0, key);
  }
  return keys;
}

function deferInEntry(before: OutlineEntry, after: OutlineEntry, waiting: Set<string>): OutlineEntry {
  return {
    node: after.node,
    out: deferLinks(before.out, after.out, waiting),
    into: deferLinks(before.into, after.into, waiting),
  };
}

function deferLinks(before: readonly MapLink[], after: readonly MapLink[], waiting: Set<string>): MapLink[] {
  const now = new Map(after.map((link) => [link.id, link]));
  const known = new Set(before.map(({ id }) => id));
  return comingOrder([...known], [...now.keys()]).flatMap((id) => {
    const link = now.get(id);
    if (!known.has(id)) waiting.add(id);
    return link === undefined || !known.has(id) ? [] : [link];
  });
}
