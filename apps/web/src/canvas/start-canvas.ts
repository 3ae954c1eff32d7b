import type { Aim } from '@coherence/board';
import {
  react,
  registerDefaultSideEffects,
  type Editor,
  type TLEventInfo,
  type TLShapeId,
} from '@tldraw/tldraw';
import type { LiveBoard } from '../live/open-board.ts';
import { setPresence } from '../live/people/presence.ts';
import { giveActions, actionsOf } from './actions.ts';
import { boardActions, removeIfWordless } from './board-actions.ts';
import { routeLinks } from './links/link-routes.ts';
import type { MapHandle, MapRequest } from './map-handle.ts';
import { fit, openHandle } from './open-handle.ts';
import { listenToClipboard } from './keys/clipboard.ts';
import { listenToKeys } from './keys/listen-to-keys.ts';
import { recordIdOf } from './shape-records.ts';
import { bindBoard, type BoardBinding } from './board-binding.ts';
import { newKind } from './tools/in-hand.ts';

/** Below this zoom people cannot read what they type. */
const READABLE_ZOOM = 0.55;

type CanvasEvents = {
  readonly onHandle: (handle: MapHandle | null) => void;
  readonly onRequest: (request: MapRequest) => void;
};

/** Ties an editor to a board for as long as the editor lives; returns the way to untie it. */
export function startCanvas(
  editor: Editor,
  board: LiveBoard,
  { onHandle, onRequest }: CanvasEvents,
): () => void {
  editor.updateInstanceState({ isReadonly: !board.canEdit });
  editor.user.updateUserPreferences({
    animationSpeed: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1,
  });
  const binding = bindBoard(editor, board);
  giveActions(editor, boardActions(editor, board, binding));
  const { handle, stop: stopHandle } = openHandle(editor);
  const stops = [
    stopHandle,
    registerDefaultSideEffects(editor),
    routeLinks(editor),
    sharePointer(editor, board),
    shareView(editor, board),
    watchEditing(editor, board, binding),
    addOnDoubleClick(editor, board),
    listenToKeys(editor, board, handle, onRequest),
    listenToClipboard(editor, board, binding, onRequest),
    () => binding.stop(),
  ];
  fit(editor);
  onHandle(handle);
  return () => {
    onHandle(null);
    for (const stop of stops) stop();
  };
}

/** Others see where this person points; leaving the map takes the cursor away. */
function sharePointer(editor: Editor, board: LiveBoard): () => void {
  const container = editor.getContainer();
  const onMove = ({ clientX, clientY, pointerType }: PointerEvent): void => {
    if (pointerType === 'touch') return;
    const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
    setPresence(board, { cursor: { x: Math.round(x), y: Math.round(y) } });
  };
  const onLeave = (): void => setPresence(board, { cursor: null });
  let pointing = false;
  const stopPointing = react('laser in the hand', () => {
    const now = editor.isIn('laser.lasering');
    if (now !== pointing) setPresence(board, { pointing: now });
    pointing = now;
  });
  container.addEventListener('pointermove', onMove);
  container.addEventListener('pointerleave', onLeave);
  return () => {
    container.removeEventListener('pointermove', onMove);
    container.removeEventListener('pointerleave', onLeave);
    stopPointing();
    setPresence(board, { cursor: null, pointing: false });
  };
}

/** How often others hear what this person sees of the map, in ms. */
const VIEW_INTERVAL_MS = 250;

function rounded({ x, y, w, h }: NonNullable<Aim['bounds']>): NonNullable<Aim['bounds']> {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
}

/** Those who follow see what this person sees. The wall says something else there: which of its pages it shows. */
function shareView(editor: Editor, board: LiveBoard): () => void {
  if (board.role === 'display') return () => undefined;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
    setPresence(board, { at: { bounds: rounded(editor.getViewportPageBounds()) } });
  };
  const stopWatching = react('what is seen of the map', () => {
    editor.getViewportPageBounds();
    timer ??= setTimeout(tell, VIEW_INTERVAL_MS);
  });
  return () => {
    stopWatching();
    if (timer !== null) clearTimeout(timer);
    setPresence(board, { at: null });
  };
}

function watchEditing(editor: Editor, board: LiveBoard, binding: BoardBinding): () => void {
  let open: TLShapeId | null = null;
  return react('words were closed', () => {
    const now = editor.getEditingShapeId();
    const closed = open;
    open = now;
    if (now !== null && now !== closed) comeNear(editor, now);
    // The field takes its last input when it leaves the page, which is after this.
    if (closed !== null && closed !== now) {
      setTimeout(() => removeIfWordless(board, binding, recordIdOf(closed)));
    }
  });
}

/** Words are typed at a size that can be read. */
function comeNear(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id);
  if (bounds === undefined || editor.getZoomLevel() >= READABLE_ZOOM) return;
  editor.zoomToBounds(bounds, { targetZoom: 1 });
}

function addOnDoubleClick(editor: Editor, board: LiveBoard): () => void {
  const onEvent = (info: TLEventInfo): void => {
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up') return;
    if (!board.canEdit || !editor.isIn('select') || info.target !== 'canvas') return;
    const at = editor.inputs.currentPagePoint;
    const margin = editor.options.hitTestMargin / editor.getZoomLevel();
    if (editor.getShapeAtPoint(at, { hitInside: true, margin }) !== undefined) return;
    actionsOf(editor).addCard(newKind(editor).get(), at);
  };
  editor.on('event', onEvent);
  return () => void editor.off('event', onEvent);
}
