import type { BoardMap, Pos } from '@coherence/board';
import { cardMetrics, cardSize, placeMany } from '@coherence/picture';
import { useCardView } from '../../factors/cards/card-view.ts';
import { kindToAdd, PLAIN_KIND } from '../../factors/kinds.ts';
import { cardBoxes } from '../../factors/map-places.ts';
import { usePhase } from '../../live/document/use-session.ts';
import type { OutlineControl } from './use-outline-control.ts';

/** Copies the entry that has the focus; what is pasted or dropped goes to free places on the map. */
export function useOutlineCards(control: OutlineControl, map: BoardMap): void {
  const kind = kindToAdd(usePhase()) ?? 'interfering';
  useCardView({
    chosenAt: (target) => {
      const id = entryOf(target);
      const chosen = map.nodes.filter((node) => node.id === id);
      return { ids: chosen.map((node) => node.id), words: chosen.map(({ text }) => text) };
    },
    placeFor: (_, texts) => ({ pos: freePlaces(map, texts) }),
    takeTexts: (found) => control.addPasted(found, kind),
    remove: (ids) => map.nodes.filter(({ id }) => ids.includes(id)).forEach(control.remove),
    pasted: () => undefined,
  });
}

function entryOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
}

function freePlaces(map: BoardMap, texts: readonly string[]): readonly Pos[] {
  const sizes = texts.map((text) => cardSize({ text, kind: PLAIN_KIND }));
  return placeMany(cardBoxes(map), sizes).map(({ x, y }) => [x, y, cardMetrics.width]);
}
