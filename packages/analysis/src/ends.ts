import type { Adjacency } from './graph.ts';

/** Where influence starts and ends. A node without any link is in neither list. */
export type Ends = { readonly starts: readonly string[]; readonly results: readonly string[] };

export function endsOf({ ids, next, previous }: Adjacency): Ends {
  const at = (lists: readonly (readonly number[])[], index: number): number => lists[index]?.length ?? 0;
  return {
    starts: ids.filter((_, index) => at(previous, index) === 0 && at(next, index) > 0),
    results: ids.filter((_, index) => at(next, index) === 0 && at(previous, index) > 0),
  };
}

/** Nodes by how many links touch them (domain = in + out), busiest first; nodes without links are left out. */
export function busiest({ ids, next, previous }: Adjacency): readonly { id: string; links: number }[] {
  return ids
    .map((id, index) => ({ id, links: (next[index]?.length ?? 0) + (previous[index]?.length ?? 0) }))
    .filter(({ links }) => links > 0)
    .sort((a, b) => b.links - a.links);
}
