import type { RecordRoot } from '@coherence/board';
import { useLayoutEffect, useRef, type TextareaHTMLAttributes } from 'react';
import { bindTextarea } from './bind-textarea.ts';
import { useLive } from '../live-context.tsx';
import { setPresence } from '../people/presence.ts';

type Props = { root: RecordRoot; id: string; caretAtEnd?: boolean } & Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'id' | 'value' | 'defaultValue' | 'onChange' | 'onInput'
>;

/** A text field that is the words of one record: several people may type in it at once. Grows with its text. */
export function BoundTextarea({ root, id, caretAtEnd = true, onFocus, onBlur, ...rest }: Props) {
  const board = useLive();
  const field = useRef<HTMLTextAreaElement>(null);
  const saidEditing = useRef(false);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const fit = (): void => {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    };
    const unbind = bindTextarea(element, board, { root, id, onRemote: fit });
    if (caretAtEnd) element.setSelectionRange(element.value.length, element.value.length);
    element.addEventListener('input', fit);
    // Also when it gets a width at all: a dialog is laid out after its fields are there.
    let width = element.clientWidth;
    const resizes = new ResizeObserver(() => {
      if (element.clientWidth !== width) fit();
      width = element.clientWidth;
    });
    resizes.observe(element);
    fit();
    return () => {
      resizes.disconnect();
      element.removeEventListener('input', fit);
      unbind();
    };
  }, [board, root, id, caretAtEnd]);

  // A field that goes while it has the focus is never told of its blur.
  useLayoutEffect(
    () => () => {
      if (saidEditing.current) setPresence(board, { editing: null });
      saidEditing.current = false;
    },
    [board, id],
  );

  return (
    <textarea
      dir="auto"
      ref={field}
      rows={1}
      readOnly={!board.canEdit}
      onFocus={(event) => {
        saidEditing.current = true;
        setPresence(board, { editing: id });
        onFocus?.(event);
      }}
      onBlur={(event) => {
        saidEditing.current = false;
        setPresence(board, { editing: null });
        onBlur?.(event);
      }}
      {...rest}
    />
  );
}
