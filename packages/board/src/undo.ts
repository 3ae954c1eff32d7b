import * as Y from 'yjs';
import { LOCAL, RECORD_ROOTS, rootOf } from './doc.ts';

/**
 * One person's undo over grid, map and outline: own changes only. What others typed stays; see SPEC.md, UNDO rules.
 */
export type Undo = {
  undo(): boolean;
  redo(): boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Runs a change as one step of its own. */
  step<T>(change: () => T): T;
  /** Everything until `end` is one step: a drag, a stroke. */
  begin(): void;
  end(): void;
  /** Typing in one text is one step until a pause: call before each edit with the text's key and the time in ms. */
  typing(key: string, now: number): void;
  subscribe(listener: () => void): () => void;
  destroy(): void;
};

/** A pause in typing longer than this starts a new undo step. */
const TYPING_PAUSE_MS = 1500;

export function openUndo(doc: Y.Doc): Undo {
  const roots = [...RECORD_ROOTS.map((root) => rootOf(doc, root)), rootOf(doc, 'meta')];
  // Steps are cut by stopCapturing alone: a clock would tear slow drags apart and glue quick clicks together.
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: Number.MAX_SAFE_INTEGER,
  });
  let open = 0;
  let typed: { key: string; at: number } | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  manager.on('stack-item-added', tell);
  manager.on('stack-item-popped', tell);
  manager.on('stack-cleared', tell);

  function cut(): void {
    if (open > 0) return;
    typed = null;
    manager.stopCapturing();
  }

  function run(change: () => unknown): boolean {
    cut();
    const hasChanged = change() !== null;
    // A step that others have made pointless leaves the stack without an event of the manager.
    if (!hasChanged) tell();
    return hasChanged;
  }

  return {
    undo: () => run(() => manager.undo()),
    redo: () => run(() => manager.redo()),
    get canUndo() {
      return manager.canUndo();
    },
    get canRedo() {
      return manager.canRedo();
    },
    step(change) {
      cut();
      try {
        return change();
      } finally {
        cut();
      }
    },
    begin() {
      cut();
      open += 1;
    },
    end() {
      open = Math.max(0, open - 1);
      cut();
    },
    typing(key, now) {
      if (typed === null || typed.key !== key || now - typed.at > TYPING_PAUSE_MS) cut();
      typed = { key, at: now };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      manager.destroy();
      listeners.clear();
    },
  };
}
