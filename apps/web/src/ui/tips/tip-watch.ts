/** The pointer rests so long on an element before the words stand beside it. */
export const REST_MS = 600;
/** So long it may be between the element and its words. */
export const LEAVE_MS = 150;

export interface TipWatch<Anchor> {
  /** The pointer comes over an element with words, or over something without any. */
  readonly pointAt: (at: Anchor | null) => void;
  /** The pointer comes over the words themselves: they stay. */
  readonly pointAtWords: () => void;
  /** The keyboard comes to an element with words, or leaves it. */
  readonly focus: (at: Anchor | null) => void;
  /** A press or a key: no words before the pointer comes anew. */
  readonly hush: () => void;
}

/**
 * Beside which element words stand. While some do, those of the next element come at once.
 *
 * @param show Gets each change; null: none.
 * @param wait Calls `then` after a time, and gives what calls that off.
 */
export function watchTips<Anchor>(
  show: (anchor: Anchor | null) => void,
  wait: (ms: number, then: () => void) => () => void,
): TipWatch<Anchor> {
  let shown: Anchor | null = null;
  /** What is shown, or will be. */
  let aim: Anchor | null = null;
  /** What the pointer is over, or whose words. */
  let under: Anchor | null = null;
  let callOff = (): void => {};

  const turn = (to: Anchor | null): void => {
    callOff();
    aim = to;
    if (to === shown) return;
    shown = to;
    show(to);
  };
  const turnLater = (to: Anchor | null, ms: number): void => {
    if (to === aim) return;
    callOff();
    aim = to;
    callOff = wait(ms, () => turn(to));
  };

  return {
    pointAt(at) {
      if (at === under) return;
      under = at;
      if (at === null) turnLater(null, LEAVE_MS);
      else if (shown === null) turnLater(at, REST_MS);
      else turn(at);
    },
    pointAtWords() {
      under = shown;
      turn(shown);
    },
    focus: turn,
    hush: () => turn(null),
  };
}
