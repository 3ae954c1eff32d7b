import { t } from '@coherence/words';
import { useEditor } from '@tldraw/tldraw';
import { useLayoutEffect, type KeyboardEvent } from 'react';
import { BoundTextarea } from '../../live/text/bound-textarea.tsx';
import { useLive } from '../../live/live-context.tsx';
import { actionsOf } from '../actions.ts';
import { editingKey } from '../model/map-key.ts';
import { recordIdOf, type FactorRecord, type WritingRecord } from '../shape-records.ts';

type Props = { shape: FactorRecord | WritingRecord; left: number; top?: number };

/** The words of a card, open for typing in their place: others may type in the same words. */
export function CardWords({ shape, left, top }: Props) {
  const editor = useEditor();
  const { canEdit } = useLive();
  const id = recordIdOf(shape.id);
  const isCard = shape.type === 'factor';

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    const meaning = editingKey(event.nativeEvent, isCard);
    if (meaning === null) return;
    event.preventDefault();
    actionsOf(editor).finishEditing(id);
    if (meaning === 'next') actionsOf(editor).addNext(id);
    else editor.getContainer().focus();
  };

  useLayoutEffect(() => {
    const box = editor.getContainer().querySelector(`#${CSS.escape(shape.id)}`);
    box?.classList.add('map-shape-open');
    return () => box?.classList.remove('map-shape-open');
  }, [editor, shape.id]);

  if (!canEdit) return null;
  return (
    <BoundTextarea
      root={isCard ? shape.props.root : 'drawings'}
      id={id}
      className="map-words"
      style={{ left, top, width: shape.props.w - 2 * left }}
      aria-label={t(isCard ? 'map.cardWords' : 'map.noteWords')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
      autoFocus
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => {
        // A window that loses the focus keeps its field open; the field is still the active element then.
        if (currentTarget.ownerDocument.activeElement !== currentTarget) actionsOf(editor).finishEditing(id);
      }}
    />
  );
}
