/** What the stack needs of the browser's history; `later` runs after all that is going on now. */
export interface BackHistory {
  /** How many marks lie on the page under the entry that is shown. */
  depth(): number;
  /** Lays one more mark over the entry that is shown. */
  push(): void;
  /** Moves by this many entries; `BackStack.moved` hears of it. */
  go(by: number): void;
  later(run: () => void): void;
}

export interface BackStack {
  /** Something opened that `close` closes; the function that is returned says that it has closed. */
  open(close: () => void): () => void;
  /** The browser went back or forth. */
  moved(): void;
}

/**
 * Lets the browser's back close what lies on top of the page: each open layer has a mark, an entry of the history that
 * shows the same page. A layer that closes by itself takes its mark along, and forward onto an old mark returns at once.
 */
export function backStack(history: BackHistory): BackStack {
  const layers: { readonly close: () => void }[] = [];
  let isMoving = false;
  let isSettling = false;

  function settleLater(): void {
    if (isSettling) return;
    isSettling = true;
    history.later(settle);
  }

  function settle(): void {
    isSettling = false;
    if (isMoving) return;
    const marks = history.depth();
    for (let at = marks; at < layers.length; at += 1) history.push();
    if (marks <= layers.length) return;
    isMoving = true;
    history.go(layers.length - marks);
  }

  return {
    open(close) {
      const layer = { close };
      layers.push(layer);
      settleLater();
      return () => {
        const at = layers.indexOf(layer);
        if (at >= 0) layers.splice(at, 1);
        settleLater();
      };
    },
    moved() {
      if (!isMoving) for (const { close } of layers.slice(history.depth()).reverse()) close();
      isMoving = false;
      settleLater();
    },
  };
}
