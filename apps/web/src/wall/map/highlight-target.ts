import type { BoardMap, Loop, MapLink } from '@coherence/board';
import { mapLinkSentence } from '../../factors/link-sentence.ts';

export type TargetHighlight = {
  /** Ids of cards and links that stand out; null for none. */
  readonly ids: ReadonlySet<string> | null;
  /** Cards that must be seen; empty for the whole map. */
  readonly cards: readonly string[];
  /** What is said about it, one sentence a line. */
  readonly sentences: readonly string[];
};

const NOTHING: TargetHighlight = { ids: null, cards: [], sentences: [] };

/** What a record on the map highlights: a group its cards, a loop its way around, a link both ends, a card its links. */
export function highlightTarget(map: BoardMap, loops: readonly Loop[], id: string | null): TargetHighlight {
  if (id === null) return NOTHING;
  const loop = loops.find((known) => known.id === id);
  if (loop !== undefined) return highlightLoop(map, loop);
  const group = map.groups.find((known) => known.id === id);
  if (group !== undefined) return { ids: null, cards: group.members, sentences: [group.name] };
  const link = map.links.find((known) => known.id === id || known.records.some((record) => record.id === id));
  if (link !== undefined) return highlightLinks(map, [link], [link.from, link.to]);
  const node = map.nodes.find((known) => known.id === id);
  if (node === undefined) return NOTHING;
  const links = map.links.filter(({ from, to }) => from === id || to === id);
  const ids = new Set([id, ...links.flatMap((one) => [one.id, one.from, one.to])]);
  return { ids, cards: [id], sentences: [node.text] };
}

function highlightLoop(map: BoardMap, { nodes, sentence }: Loop): TargetHighlight {
  const links = nodes.flatMap((from, index) => {
    const to = nodes[(index + 1) % nodes.length];
    return map.links.filter((link) => link.from === from && link.to === to);
  });
  const highlight = highlightLinks(map, links, nodes);
  return sentence === null || sentence === '' ? highlight : { ...highlight, sentences: [sentence] };
}

function highlightLinks(map: BoardMap, links: readonly MapLink[], cards: readonly string[]): TargetHighlight {
  return {
    ids: new Set([...cards, ...links.map(({ id }) => id)]),
    cards,
    sentences: links.map((link) => mapLinkSentence(map, link)),
  };
}
