import { mapOf, type BoardMap } from '@coherence/board';
import { react, type Editor, type TLShape } from '@tldraw/tldraw';
import { frameScheduler } from '../live/frame-scheduler.ts';
import type { LiveBoard } from '../live/open-board.ts';
import { projectionOf } from '../live/document/use-projection.ts';
import { shapesOf } from './model/shapes/board-to-shapes.ts';
import { applyEdits, editsBetween } from './model/edits/to-operations.ts';
import { isSameShape, type MapShape } from './model/shapes/map-shapes.ts';
import { fromStoreRecord, shapeIdOf, toStoreRecord } from './shape-records.ts';

/** A drag writes at most once in this time, in ms. */
const DRAG_WRITE_MS = 100;
const GESTURES = ['select.translating', 'select.resizing'] as const;

export type BoardBinding = {
  /** Shows the board as it is right now, without waiting for a frame. */
  pull(): void;
  /** Writes what has been moved and not yet written. */
  push(): void;
  map(): BoardMap;
  stop(): void;
};

/**
 * Makes the editor's store a view of the board: board changes become shapes as somebody else's changes, moves and
 * resizes by this person become operations. A card in the hand stays in the hand until its move is written.
 */
export function bindBoard(editor: Editor, board: LiveBoard): BoardBinding {
  const { store } = editor;
  const moved = new Set<string>();
  let shown: ReadonlyMap<string, MapShape> = new Map();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let inGesture = false;
  let stopped = false;

  const map = (): BoardMap => projectionOf(board.drawn.get(), mapOf);

  function pull(): void {
    const wanted = shapesOf(map());
    const page = editor.getCurrentPageId();
    store.mergeRemoteChanges(() => {
      const gone = [...shown.keys()].filter((id) => !wanted.has(id));
      for (const id of gone) moved.delete(id);
      if (gone.length > 0) store.remove(gone.map(shapeIdOf));
      for (const shape of wanted.values()) {
        const held = moved.has(shape.id) ? inHand(shape) : shape;
        const before = store.get(shapeIdOf(shape.id));
        const now = before === undefined ? null : fromStoreRecord(before);
        if (now === null || !isSameShape(now, held)) putSafely(toStoreRecord(held, page));
      }
    });
    shown = wanted;
  }

  /** The board's words on the place where this person holds the card. */
  function inHand(shape: MapShape): MapShape {
    const record = store.get(shapeIdOf(shape.id));
    const local = record === undefined ? null : fromStoreRecord(record);
    if (local === null || local.type === 'influence' || shape.type !== local.type) return shape;
    return { ...shape, x: local.x, y: local.y, props: { ...shape.props, w: local.props.w } } as MapShape;
  }

  // The store throws on a record it cannot hold; one such record must not keep all others from showing.
  function putSafely(record: TLShape): void {
    try {
      store.put([record]);
    } catch (error) {
      reportError(error);
    }
  }

  function push(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (moved.size === 0 || !board.canEdit) return;
    const before = new Map<string, MapShape>();
    const after = new Map<string, MapShape>();
    for (const id of moved) {
      const [was, record] = [shown.get(id), store.get(shapeIdOf(id))];
      const now = record === undefined ? null : fromStoreRecord(record);
      if (was !== undefined && now !== null) {
        before.set(id, was);
        after.set(id, now);
      }
    }
    moved.clear();
    const write = (): void => applyEdits(board.doc, editsBetween(before, after), () => []);
    if (inGesture) write();
    else board.undo.step(write);
    pull();
  }

  function noteMove(before: TLShape, after: TLShape, source: 'user' | 'remote'): void {
    if (source !== 'user' || before.type === 'influence') return;
    const [was, now] = [fromStoreRecord(before), fromStoreRecord(after)];
    if (was === null || now === null || isSameShape(was, now)) return;
    moved.add(now.id);
    // After the event that moves it, so that a nudge of many cards is one write and a gesture has begun.
    queueMicrotask(() => {
      if (stopped) return;
      if (!inGesture) push();
      else timer ??= setTimeout(push, DRAG_WRITE_MS);
    });
  }

  const stops = [
    editor.sideEffects.registerAfterChangeHandler('shape', noteMove),
    react('map gesture', () => {
      const now = editor.isInAny(...GESTURES);
      if (now === inGesture) return;
      if (now) board.undo.begin();
      else push();
      inGesture = now;
      if (!now) board.undo.end();
    }),
  ];
  const scheduler = frameScheduler(pull);
  stops.push(board.drawn.subscribe(scheduler.request), scheduler.cancel);
  pull();

  return {
    pull,
    push,
    map,
    stop() {
      push();
      stopped = true;
      if (inGesture) board.undo.end();
      for (const stop of stops) stop();
    },
  };
}
