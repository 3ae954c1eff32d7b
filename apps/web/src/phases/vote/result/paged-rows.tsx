import { Children, useEffect, useLayoutEffect, useReducer, useRef, useState, type ReactNode } from 'react';
import { pageRows } from './page-rows.ts';

type PagedRowsProps = {
  className: string;
  /** From 1; past the last it is the last. Null: all rows, as long as they are. */
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
  children: ReactNode;
};

/** Rows of an ordered list, in pages where they do not fit: nothing shrinks and nothing scrolls. */
export function PagedRows({ className, page, onPages, children }: PagedRowsProps) {
  const room = useRef<HTMLOListElement>(null);
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const [tick, measureAgain] = useReducer((count: number) => count + 1, 0);
  const rows = Children.toArray(children);
  const isPaged = page !== null;

  useEffect(() => {
    if (!isPaged || room.current === null) return undefined;
    const observer = new ResizeObserver(measureAgain);
    observer.observe(room.current);
    for (const row of room.current.children) observer.observe(row);
    return () => observer.disconnect();
  }, [isPaged, rows.length]);

  useLayoutEffect(() => {
    if (!isPaged || room.current === null) return;
    const heights = [...room.current.children].map((row) => row.getBoundingClientRect().height);
    const next = pageRows(heights, room.current.clientHeight);
    setStarts((before) => (before.join() === next.join() ? before : next));
  }, [isPaged, tick, rows.length]);

  useEffect(() => {
    if (isPaged) onPages?.(starts.length);
  }, [isPaged, onPages, starts.length]);

  const at = Math.min(page ?? 1, starts.length) - 1;
  const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? rows.length];
  // Rows of other pages keep their height, so that it can be measured, and lie outside of what is seen.
  useLayoutEffect(() => {
    if (!isPaged || room.current === null) return;
    const all = [...room.current.children].filter((row) => row instanceof HTMLElement);
    const shift = all[from]?.offsetTop ?? 0;
    for (const [index, row] of all.entries()) {
      row.style.transform = `translateY(${-shift}px)`;
      row.style.visibility = index >= from && index < to ? '' : 'hidden';
    }
  });
  return (
    <ol ref={room} className={isPaged ? `${className} paged-rows` : className}>
      {children}
    </ol>
  );
}
