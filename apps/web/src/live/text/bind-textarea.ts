import { editText, textOf, type RecordRoot } from '@coherence/board';
import type { YTextEvent } from 'yjs';
import { complain } from '../complaints.ts';
import type { LiveBoard } from '../open-board.ts';
import { editAtCaret, mapOffset, rebaseEdit, type DeltaPart } from './text-edit.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Binds a text field to the words of a record, both ways, until the returned function is called. Remote edits keep
 * caret and selection where they were in the words; while an input method composes, they wait. `onRemote` is called
 * when the field's value changed by itself.
 */
export function bindTextarea(
  field: Field,
  board: LiveBoard,
  { root, id, onRemote }: { root: RecordRoot; id: string; onRemote: () => void },
): () => void {
  const text = textOf(board.doc, root, id);
  if (text === null) return () => undefined;

  let shown = text.toString();
  let composing = false;
  let writing = false;
  let waiting: DeltaPart[][] = [];
  field.value = shown;

  const show = (deltas: readonly (readonly DeltaPart[])[]): void => {
    const map = (offset: number | null): number =>
      deltas.reduce((at, delta) => mapOffset(at, delta), offset ?? 0);
    const [start, end] = [map(field.selectionStart), map(field.selectionEnd)];
    const direction = field.selectionDirection ?? undefined;
    shown = text.toString();
    field.value = shown;
    if (field.ownerDocument.activeElement === field) field.setSelectionRange(start, end, direction);
    onRemote();
  };

  const takeInput = (): void => {
    if (composing) return;
    const typed = editAtCaret(shown, field.value, field.selectionEnd ?? field.value.length);
    const edit = typed === null ? null : waiting.reduce(rebaseEdit, typed);
    const missed = waiting;
    waiting = [];
    if (edit !== null) {
      board.undo.typing(`${root}/${id}`, performance.now());
      writing = true;
      const result = editText(board.doc, root, id, edit);
      writing = false;
      if (!result.ok) complain(result.error);
    }
    const now = text.toString();
    if (now === field.value) shown = now;
    else show(missed);
  };

  const observe = (event: YTextEvent): void => {
    if (writing) return;
    if (composing) waiting.push(event.delta as DeltaPart[]);
    else show([event.delta as DeltaPart[]]);
  };

  const onCompositionStart = (): void => {
    composing = true;
  };
  const onCompositionEnd = (): void => {
    composing = false;
    takeInput();
  };
  // The browser's own undo knows only this field and would take others' words along.
  const onBeforeInput = (event: Event): void => {
    const { inputType } = event as InputEvent;
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return;
    event.preventDefault();
    if (inputType === 'historyUndo') board.undo.undo();
    else board.undo.redo();
  };
  const onKeyDown = (event: Event): void => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey) return;
    const redo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey);
    if (!redo && key.toLowerCase() !== 'z') return;
    event.preventDefault();
    event.stopPropagation();
    if (redo) board.undo.redo();
    else board.undo.undo();
  };

  text.observe(observe);
  field.addEventListener('input', takeInput);
  field.addEventListener('compositionstart', onCompositionStart);
  field.addEventListener('compositionend', onCompositionEnd);
  field.addEventListener('beforeinput', onBeforeInput);
  field.addEventListener('keydown', onKeyDown);
  return () => {
    composing = false;
    if (field.value !== shown) takeInput();
    text.unobserve(observe);
    field.removeEventListener('input', takeInput);
    field.removeEventListener('compositionstart', onCompositionStart);
    field.removeEventListener('compositionend', onCompositionEnd);
    field.removeEventListener('beforeinput', onBeforeInput);
    field.removeEventListener('keydown', onKeyDown);
  };
}
