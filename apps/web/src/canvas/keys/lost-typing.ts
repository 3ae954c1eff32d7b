/** A pause in typing longer than this ends it, in ms. */
const PAUSE_MS = 1500;

type Field = { readonly isConnected: boolean };

/**
 * A person who writes in a card that another takes away goes on typing for a moment: those keys are words for no card,
 * not commands of the map. Times in ms.
 */
export function watchTyping() {
  let field: Field | null = null;
  let last = 0;
  return {
    /** A key went into a field. */
    typed(into: Field, at: number): void {
      field = into;
      last = at;
    },
    /** Whether a key that went into nothing was still meant for a field that has gone. */
    isLost(at: number): boolean {
      if (field === null || field.isConnected || at - last > PAUSE_MS) return false;
      last = at;
      return true;
    },
  };
}
