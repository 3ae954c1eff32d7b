import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What the borders of a field take, above and below, in px. */
const BORDERS = 2;

/** The field of a text, kept as high as the text is. */
export function useFitHeight(text: string): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + BORDERS}px`;
  }, [text]);
  return field;
}
