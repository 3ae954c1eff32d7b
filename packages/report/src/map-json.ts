import { adjacencyOf, agreedLinks, busiest, endsOf, findLoops } from '@coherence/analysis';
import {
  mapOf,
  breakoutsNaming,
  unitsInOrder,
  voicesOf,
  type BoardMap,
  type BoardSnapshot,
  type Influence,
} from '@coherence/board';

/**
 * `map.json`: what stands on the map, for other programs. `group` and `units` are ids, their names are beside;
 * `mapName` is the shorter name a factor may have on the map. Influences are folded per pair, each source with its
 * own polarity and, where people worked in rooms or teams, the `room` whose word it is; `polarity` "mixed" means seen both
 * ways. `analysis` is what the map says of itself: circles of at most six
 * factors (`truncated` where there are more than were looked at), where influence starts and ends, how many links
 * touch each factor, which links several rooms named (`agreed`).
 */
export function mapJson(snapshot: BoardSnapshot): object {
  const map = mapOf(snapshot);
  const { title, question } = snapshot.meta;
  return {
    title,
    question,
    nodes: map.nodes.map(({ id, label, text, kind, no, group, units, votes, pos }) => ({
      id,
      text,
      ...(label === text ? {} : { mapName: label }),
      kind,
      ...(no === null ? {} : { no }),
      ...(group === null ? {} : { group }),
      units,
      ...(votes === null ? {} : { votes }),
      pos,
    })),
    influences: map.links.map(({ id, from, to, polarity, strength, delay, records }) => ({
      id,
      from,
      to,
      polarity,
      strength,
      delay,
      sources: records.map(sourceOf),
    })),
    groups: map.groups.map(({ id, name }) => ({ id, name })),
    units: unitsInOrder(snapshot).map(({ id, name, short, tier }) => ({ id, name, short, tier })),
    analysis: analysisOf(map),
  };
}

function analysisOf({ nodes, links }: BoardMap): object {
  const arrows = links.map(({ polarity, records, ...link }) => ({
    ...link,
    polarity,
    sources: voicesOf(records),
    rooms: breakoutsNaming(records).length,
  }));
  const graph = adjacencyOf({ nodes: nodes.map(({ id }) => id), links: arrows });
  return {
    ...findLoops(graph),
    ...endsOf(graph),
    busiest: busiest(graph),
    agreed: agreedLinks(arrows).map(({ polarity, rooms, ...ends }) => ({ ...ends, sign: polarity, rooms })),
  };
}

function sourceOf({ id, source, room, polarity, strength, delay, note }: Influence): object {
  const said = {
    record: id,
    ...(room === null ? {} : { room }),
    polarity,
    strength,
    delay,
    ...(note === null ? {} : { note }),
  };
  return source === null ? said : { kind: source.kind, id: source.id, ...said };
}
