import { addInfluence, mapOf, type Polarity } from '@coherence/board';
import type { Editor } from '@tldraw/tldraw';
import type { LiveBoard } from '../../live/open-board.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import type { MapHandle, MapRequest } from '../map-handle.ts';
import { commandOfKey, type MapCommand } from '../model/map-key.ts';
import { watchTyping } from './lost-typing.ts';

const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';

/** Keys of the map, wherever the focus is on the page, except inside texts, menus and dialogs. */
export function listenToKeys(
  editor: Editor,
  board: LiveBoard,
  handle: MapHandle,
  onRequest: (request: MapRequest) => void,
): () => void {
  const page = editor.getContainer().ownerDocument;
  const typing = watchTyping();

  function run(command: MapCommand): void {
    const { selection } = handle.status();
    if (command.do === 'tool') {
      if (board.canEdit || ['select', 'hand', 'laser'].includes(command.tool)) handle.setTool(command.tool);
    } else if (command.do === 'cancel') {
      editor.cancel();
      handle.focus();
    } else if (command.do === 'sign') signLinks(selection.links, command.sign);
    else if (command.do === 'undo') undo(() => board.undo.undo());
    else if (command.do === 'redo') undo(() => board.undo.redo());
    else if (command.do === 'remove') onRequest({ ask: 'remove' });
    else if (command.do === 'group') onRequest({ ask: 'group', ids: selection.nodes });
    else if (command.do === 'enter') handle.selectFirst();
    else if (command.do === 'select-all') handle.selectAll();
    else if (command.do === 'fit') handle.fit();
    else if (command.do === 'fit-selection') handle.fitSelection();
    else if (command.do === 'full-size') handle.zoomTo(1);
    else handle.zoomBy(command.do === 'zoom-in' ? 2 : 0.5);
  }

  /** The sign that this person's unit gives to the chosen links. */
  function signLinks(ids: readonly string[], polarity: Polarity): void {
    const chosen = mapOf(board.snapshots.get()).links.filter(({ id }) => ids.includes(id));
    if (chosen.length === 0) return;
    runOperation(board, (doc, actor) => {
      for (const { from, to, strength, delay } of chosen)
        addInfluence(doc, { from, to, polarity, strength, delay }, actor);
    });
  }

  function isAnyChosen(): boolean {
    return editor.getSelectedShapeIds().length > 0;
  }

  function undo(change: () => boolean): void {
    const isBusy = editor.isInAny('select.translating', 'select.resizing', 'pen');
    if (board.canEdit && !(isBusy && editor.inputs.isDragging)) change();
  }

  const onAnyKey = ({ target, timeStamp }: KeyboardEvent): void => {
    if (target instanceof Element && target.matches(TEXT_FIELDS)) typing.typed(target, timeStamp);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || page.querySelector('.dialog, .menu') !== null) return;
    if (event.target instanceof Element && event.target.matches(TEXT_FIELDS)) return;
    if (event.target === page.body && typing.isLost(event.timeStamp)) return;
    const command = commandOfKey(event);
    if (command === null) return;
    const isInside = event.target instanceof Node && editor.getContainer().contains(event.target);
    // Inside its own element the editor takes Escape itself, and Enter once something is chosen.
    if (command.do === 'cancel' && isInside) return;
    if (command.do === 'enter' && (event.target !== editor.getContainer() || isAnyChosen())) return;
    event.preventDefault();
    run(command);
  };
  page.addEventListener('keydown', onAnyKey, true);
  page.addEventListener('keydown', onKeyDown);
  return () => {
    page.removeEventListener('keydown', onAnyKey, true);
    page.removeEventListener('keydown', onKeyDown);
  };
}
