import type { GridCard } from '@coherence/board';
import { memo, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { fillPages } from './fill-pages.ts';
import { WallCard, type CardLook } from './wall-card.tsx';

type PagedCardsProps = {
  /** One list for each heading above; each fills `columns` columns. */
  lists: readonly (readonly GridCard[])[];
  columns: number;
  /** From 1; past the last it is the last. */
  page: number;
  look: CardLook;
  onPages: (pages: number) => void;
};

type PageMeasures = {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly heights: readonly number[];
};

/** Cards as large as they are meant to be, over as many pages as that takes: nothing shrinks and nothing scrolls. */
export const PagedCards = memo(function PagedCards({ lists, columns, page, look, onPages }: PagedCardsProps) {
  const room = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<PageMeasures | null>(null);
  const [tick, measureAgain] = useReducer((count: number) => count + 1, 0);
  const cards = lists.flat();

  useEffect(() => {
    const observer = new ResizeObserver(measureAgain);
    for (const element of [room.current, ruler.current]) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (room.current === null || ruler.current === null) return;
    const next = measure(room.current, ruler.current, lists.length * columns);
    setMeasured((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [lists, columns, tick]);

  const dealt = deal(lists, columns, measured);
  const pages = Math.max(...dealt.map((list) => list.length), 1);
  const shown = Math.min(page, pages) - 1;
  useEffect(() => onPages(pages), [onPages, pages]);

  return (
    <div
      ref={room}
      className={columns === 1 ? 'wall-cards wall-cards-small' : 'wall-cards'}
      style={{ gridTemplateColumns: `repeat(${lists.length * columns}, minmax(0, 1fr))` }}
    >
      {dealt.map((list, of) =>
        (list[shown] ?? Array.from({ length: columns }, () => [])).map((column, index) => (
          <ul key={`${of} ${index}`}>
            {column.map((card) => (
              <WallCard key={card.id} card={card} look={look} />
            ))}
          </ul>
        )),
      )}
      <div ref={ruler} className="wall-ruler" style={{ width: measured?.width ?? 0 }} aria-hidden>
        {cards.map((card) => (
          <WallCard key={card.id} card={card} look={look} />
        ))}
      </div>
    </div>
  );
});

function measure(room: HTMLElement, ruler: HTMLElement, columns: number): PageMeasures {
  const gap = parseFloat(getComputedStyle(room).columnGap) || 0;
  const width = Math.floor((room.clientWidth - gap * (columns - 1)) / columns);
  // The ruler must have its width before what is in it is measured.
  ruler.style.width = `${width}px`;
  const heights = [...ruler.children].map((card) => card.getBoundingClientRect().height);
  return { width, height: room.clientHeight, gap, heights };
}

function deal(
  lists: readonly (readonly GridCard[])[],
  columns: number,
  measured: PageMeasures | null,
): readonly (readonly (readonly (readonly GridCard[])[])[])[] {
  let first = 0;
  return lists.map((cards) => {
    const heights = measured?.heights.slice(first, first + cards.length) ?? [];
    first += cards.length;
    if (measured === null || heights.length < cards.length) return [];
    return fillPages(heights, { height: measured.height, gap: measured.gap, columns }).map((page) =>
      page.map((column) => column.flatMap((index) => cards[index] ?? [])),
    );
  });
}
