import { placeOf, type Place } from '../../../factors/place.ts';
import { dropAt } from './drop-target.ts';

export type DropPlace = {
  readonly place: Place;
  readonly before: string | null;
  /** Where the insertion line goes, in viewport pixels; null where order means nothing. */
  readonly line: { readonly left: number; readonly top: number; readonly width: number } | null;
};

/** What lies under the pointer as a place to drop. Reads the page, so it is right whatever others have just done. */
export function dropPlaceAt(
  root: HTMLElement,
  { x, y }: { x: number; y: number },
  dragged: ReadonlySet<string>,
  ordered: boolean,
): DropPlace | null {
  const target = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]');
  if (!target || !root.contains(target)) return null;
  const place = placeOf(target.dataset['place'] ?? '');
  if (place === undefined) return null;
  if (place === null || !ordered) return { place, before: null, line: null };
  const boxes = [...target.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return { id: card.dataset['card'] ?? '', top, bottom };
  });
  const edge = target.getBoundingClientRect();
  const drop = dropAt(boxes, y, dragged, edge.top);
  return {
    place,
    before: drop.before,
    line: { left: edge.left + 9, top: drop.line, width: edge.width - 18 },
  };
}
