import type { BoardMap, Pos } from '@coherence/board';
import { cardSize, layoutMap } from '@coherence/picture';

/** A clear place for every card of the map; widths stay as people made them. */
export function tidyPlaces(map: BoardMap): readonly { readonly id: string; readonly pos: Pos }[] {
  const nodes = map.nodes.map(({ id, label, kind, votes, group, pos }) => {
    const { w, h } = cardSize({ text: label, kind, votes: votes ?? undefined }, pos[2]);
    return { id, w, h, group: map.groups.some((known) => known.id === group) ? group : null };
  });
  const places = layoutMap({ nodes, links: map.links });
  return map.nodes.flatMap(({ id, pos }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, pos: [place.x, place.y, pos[2]] satisfies Pos }];
  });
}
