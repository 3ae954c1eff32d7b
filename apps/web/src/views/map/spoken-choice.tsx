import { mapOf } from '@coherence/board';
import { t } from '@coherence/words';
import type { MapHandle } from '../../canvas/map-handle.ts';
import { mapLinkSentence } from '../../factors/link-sentence.ts';
import { KINDS } from '../../factors/kinds.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { useMapSelection } from './use-map-status.ts';

/** Says aloud which card or link was chosen by keyboard; the canvas itself is silent to a screen reader. */
export function SpokenChoice({ handle }: { handle: MapHandle }) {
  const { nodes, links } = useMapSelection(handle);
  const map = useProjection(mapOf);
  const [id] = nodes.length + links.length === 1 ? [...nodes, ...links] : [];
  const node = map.nodes.find((known) => known.id === id);
  const link = map.links.find((known) => known.id === id);
  const words =
    node !== undefined
      ? t('map.cardSays', { kind: t(KINDS[node.kind].one), text: node.label })
      : link !== undefined
        ? mapLinkSentence(map, link)
        : '';
  return <output className="visually-hidden">{words}</output>;
}
