import type { BoardMap, Pos } from '@coherence/board';
import { layoutMap } from '@coherence/picture';
import { cardBoxes } from '../../../factors/map-places.ts';

/** A clear place for every card of the map; widths stay as people made them. */
export function tidyPlaces(map: BoardMap): readonly { readonly id: string; readonly pos: Pos }[] {
  const groups = new Set(map.groups.map(({ id }) => id));
  const groupOf = new Map(map.nodes.map(({ id, group }) => [id, group]));
  const nodes = cardBoxes(map).map(({ id, w, h }) => {
    const group = groupOf.get(id) ?? null;
    return { id, w, h, group: group !== null && groups.has(group) ? group : null };
  });
  const places = layoutMap({ nodes, links: map.links });
  return map.nodes.flatMap(({ id, pos }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, pos: [place.x, place.y, pos[2]] satisfies Pos }];
  });
}
